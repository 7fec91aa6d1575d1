import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupPassages } from "../../../retrieval/duplicates/group-passages.ts";
import { makePassage } from "../../builders.ts";

const lake = [
  "东湖湿地去年冬天飞来候鸟十二万只，比前年多出近一成。",
  "管理处为此新建了三座观鸟台，周末有人讲解。",
  "湿地的木栈道全长六公里，早上六点开门。",
];
const mill = ["青石县的旧纱厂改成了书店。", "书店里留着一台老织机，孩子们围着它看。"];

const groupsOf = (passages: Parameters<typeof groupPassages>[0]) =>
  groupPassages(passages).groups.map(({ chunk, copies }) => [
    chunk.path,
    ...copies.map((copy) => copy.chunk.path),
  ]);

describe("groupPassages", () => {
  test("groups copies whatever frames them and however they are printed", () => {
    const passages = [
      makePassage(lake, { path: "a.txt", score: 9 }),
      makePassage(mill, { path: "mill.txt", score: 8 }),
      makePassage(["本报讯", ...lake, "责任编辑：孙月"], { path: "framed.txt", score: 7 }),
      makePassage(lake.slice(0, 2), { path: "cut.txt", score: 6 }),
      makePassage(
        [
          "東湖濕地去年冬天飛來候鳥十二萬隻，比前年多出近一成。",
          "管理處為此新建了三座觀鳥臺, 週末有人講解．",
        ],
        { path: "traditional.txt", score: 5 },
      ),
      makePassage([lake.join("").replace("管理处", "菅理处").replace("木栈道", "木线道")], {
        path: "scanned.txt",
        score: 4,
      }),
    ];
    expect(groupsOf(passages)).toEqual([
      ["a.txt", "framed.txt", "cut.txt", "traditional.txt", "scanned.txt"],
      ["mill.txt"],
    ]);
  });

  test("keeps a passage of the same form that says something else", () => {
    const other = lake.map((text) => text.replace("十二万", "九万").replace("三座", "五座"));
    const passages = [
      makePassage(lake, { path: "a.txt", score: 3 }),
      makePassage(other, { path: "b.txt", score: 2 }),
      makePassage(other, { path: "c.txt", score: 1 }),
    ];
    expect(groupsOf(passages)).toEqual([["a.txt"], ["b.txt", "c.txt"]]);
  });

  test("keeps a longer copy, which says more", () => {
    const passages = [
      makePassage(lake.slice(0, 1), { path: "short.txt", score: 2 }),
      makePassage(lake, { path: "long.txt", score: 1 }),
    ];
    expect(groupsOf(passages)).toEqual([["short.txt"], ["long.txt"]]);
  });

  test("knows a copy that was cut into chunks at other places", () => {
    const whole = [...lake, ...mill];
    const passages = [
      makePassage(whole.slice(0, 3), { path: "a.txt", score: 3 }),
      makePassage(whole.slice(3), { path: "a.txt", score: 2 }),
      makePassage(whole.slice(2), { path: "b.txt", score: 1 }),
    ];
    expect(groupsOf(passages)).toEqual([["a.txt"], ["a.txt", "b.txt"]]);
  });

  test("of equal scores shows the one with a date, then the earliest, then by path", () => {
    const dated = (value: string) => ({ value, kind: "printed", evidence: value }) as const;
    const passages = [
      makePassage(lake, { path: "a.txt" }),
      makePassage(lake, { path: "d.txt", publishedOn: dated("2024-03-06") }),
      makePassage(lake, { path: "c.txt", publishedOn: dated("2024-03-05") }),
      makePassage(lake, { path: "b.txt", publishedOn: dated("2024-03-05") }),
    ];
    expect(groupsOf(passages)).toEqual([["b.txt", "c.txt", "d.txt", "a.txt"]]);
  });

  const sentence = fc.constantFrom(
    ...lake,
    ...mill,
    "东湖湿地去年冬天飞来候鸟九万只，比前年多出近一成。",
  );
  const passage = fc
    .record({
      texts: fc.array(sentence, { minLength: 1, maxLength: 4 }),
      score: fc.integer({ min: 1, max: 3 }),
      at: fc.nat(30),
    })
    .map(({ texts, score, at }) => makePassage(texts, { path: `${at}.txt`, score }));
  const passages = fc.uniqueArray(passage, { maxLength: 12, selector: ({ chunk }) => chunk.id });

  test("gives the same groups in whatever order the legs found them", () => {
    fc.assert(
      fc.property(
        passages.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(groupPassages(shuffled)).toEqual(groupPassages(all));
        },
      ),
    );
  });

  test("puts every passage in one group, the best of it first, and groups them once", () => {
    fc.assert(
      fc.property(passages, (all) => {
        const { groups } = groupPassages(all);
        const members = groups.flatMap((group) => [group, ...group.copies]);
        expect(members.map(({ chunk }) => chunk.id).toSorted()).toEqual(
          all.map(({ chunk }) => chunk.id).toSorted(),
        );
        for (const { score, copies } of groups) {
          expect(copies.filter((copy) => copy.score > score)).toEqual([]);
        }
        const again = groupPassages(groups);
        expect(again.groups.map(({ chunk }) => chunk.id)).toEqual(
          groups.map(({ chunk }) => chunk.id),
        );
      }),
    );
  });
});
