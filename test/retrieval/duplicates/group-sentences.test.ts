import { describe, expect, test } from "vitest";
import type { TimeReading } from "../../../corpus/sentence.ts";
import { findRepeats } from "../../../retrieval/duplicates/find-repeats.ts";
import { groupPassages } from "../../../retrieval/duplicates/group-passages.ts";
import { groupSentences } from "../../../retrieval/duplicates/group-sentences.ts";
import type { Passage } from "../../../retrieval/ranking/passage.ts";
import { makePassage } from "../../builders.ts";

const opening = "青石县博物馆在老粮仓里开了馆，头一天来了四千名参观者。";
const hours = "该馆每逢周一闭馆。";
const boat = "讲解员周兰最爱讲那条从河底捞起来的木船。";

const visit = [
  "进门的大厅里挂着一张三米高的水利图，是老县长退休以前一笔一笔描下来的。",
  "二楼摆着农具、秤砣和几十本旧账，孩子们可以推一推那架还转得动的石磨。",
  "从后门出去就是河堤，坐在柳树底下能看见当年运粮的码头和一排系船的石桩。",
];

/** Paths at which each sentence of the first passage stands, in its order. */
function placesOf(passages: readonly [Passage, ...Passage[]]): readonly string[][] {
  const sayings = groupSentences(groupPassages(passages));
  return passages[0].chunk.sentences.map(({ id }) =>
    (sayings.get(id) ?? []).map(({ chunk }) => chunk.path),
  );
}

function withTimes(passage: Passage, times: readonly TimeReading[]): Passage {
  const { chunk } = passage;
  const sentences = chunk.sentences.map((sentence) => ({ ...sentence, times: [...times] }));
  return { ...passage, chunk: { ...chunk, sentences } };
}

describe("groupSentences", () => {
  test("joins the sentences of copies, also short and misread ones", () => {
    const places = placesOf([
      makePassage([opening, hours, boat], { path: "a.txt", score: 2 }),
      makePassage([opening.replace("粮仓", "粮仑"), hours, boat], { path: "b.txt", score: 1 }),
    ]);
    expect(places).toEqual([
      ["a.txt", "b.txt"],
      ["a.txt", "b.txt"],
      ["a.txt", "b.txt"],
    ]);
  });

  test("joins a whole sentence that another writing quotes, not what points back", () => {
    const places = placesOf([
      makePassage([opening, hours, ...visit], { path: "a.txt", score: 2 }),
      makePassage(
        [
          "县志里收了近百年的大事，从修堤坝到通火车，一件件都有年月可查。",
          "编者写道，去年的大事里有一件最叫人高兴，全县老少都去看了热闹。",
          opening,
          "下一页说的是新校舍，由一位回乡的木匠领着乡亲们盖成，至今还在用。",
          "最后一页附着一张旧地图，图上的渡口和磨坊今天都已不在原来的地方了。",
          hours,
        ],
        { path: "b.txt", score: 1 },
      ),
    ]);
    expect(places.slice(0, 2)).toEqual([["a.txt", "b.txt"], ["a.txt"]]);
  });

  test("never joins sentences that differ in a figure", () => {
    const places = placesOf([
      makePassage([opening, boat], { path: "a.txt", score: 2 }),
      makePassage([opening.replace("四千", "七千"), boat], { path: "b.txt", score: 1 }),
    ]);
    expect(places[0]).toEqual(["a.txt"]);
  });

  test("never joins two sentences of one document that nearly agree", () => {
    const hall = (name: string) => `${name}侧展厅里摆的都是明代的瓷器，逢单日有人讲解两场。`;
    const [first] = placesOf([
      makePassage([hall("长"), opening, hall("短")], { path: "a.txt", score: 2 }),
    ]);
    expect(first).toEqual(["a.txt"]);
  });

  test("never joins 今年 of two years", () => {
    const text = "青石县今年修好了东边的三条路，又给每个村口立了一盏路灯。";
    const in2023 = [{ start: 3, end: 5, value: "2023" }];
    const in2024 = [{ start: 3, end: 5, value: "2024" }];
    const a = makePassage([text], { path: "a.txt", score: 2 });
    const b = makePassage([text], { path: "b.txt", score: 1 });
    expect(placesOf([withTimes(a, in2024), withTimes(b, in2024)])).toEqual([["a.txt", "b.txt"]]);
    expect(placesOf([withTimes(a, in2024), b])).toEqual([["a.txt", "b.txt"]]);
    expect(placesOf([withTimes(a, in2024), withTimes(b, in2023)])).toEqual([["a.txt"]]);
  });
});

describe("findRepeats", () => {
  test("leaves nothing out that a copy says and its passage does not", () => {
    const extra = "门票二十元。";
    const copy = makePassage([opening, hours, boat, extra], { path: "b.txt", score: 1 });
    const found = groupPassages([
      makePassage([opening, hours, boat], { path: "a.txt", score: 2 }),
      copy,
    ]);
    const repeats = findRepeats(found.groups, groupSentences(found));
    const kept = copy.chunk.sentences.filter(({ id }) => !repeats.has(id));
    expect(found.groups).toHaveLength(1);
    expect(kept.map(({ text }) => text)).toEqual([extra]);
  });
});
