import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupQuestions } from "../../../bot/unanswered/group-questions.ts";
import { alikeQuestions } from "./alike-questions.ts";

async function group(...questions: readonly string[]) {
  const asked = questions.map((question) => ({ question, scope: undefined }));
  return (await groupQuestions(asked)).map((members) => members.map(({ question }) => question));
}

describe("groupQuestions", () => {
  test("never mixes different questions, and finds most that are the same", async () => {
    const places = new Map(alikeQuestions.flatMap((same, at) => same.map((one) => [one, at])));
    // Not in their order, as people ask.
    const questions = [...places.keys()].sort((one, other) => (one < other ? -1 : 1));
    const groups = await group(...questions);
    const mixed = groups.filter(
      (members) => new Set(members.map((one) => places.get(one))).size > 1,
    );
    expect(mixed).toEqual([]);
    const pairs = (sets: readonly (readonly string[])[]) =>
      sets.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    expect(pairs(groups) / pairs(alikeQuestions)).toBeGreaterThan(0.75);
  });

  test("tells years apart, and what is asked of one subject", async () => {
    const apart = ["2023年春茶产量多少吨？", "2024年春茶产量多少吨？", "2023年春茶什么时候开采？"];
    expect(await group(...apart)).toHaveLength(3);
  });

  test("puts together what differs in marks, width, case and traditional characters", async () => {
    expect(
      await group("圖書館 几點關門？", "图书馆几点关门", "Ｗｈｏ is Li?", "who is LI"),
    ).toEqual([
      ["圖書館 几點關門？", "图书馆几点关门"],
      ["Ｗｈｏ is Li?", "who is LI"],
    ]);
  });

  test("keeps apart what was asked of different folders", async () => {
    const question = "图书馆几点关门？";
    const groups = await groupQuestions([
      { question, scope: ["城东"] },
      { question, scope: undefined },
      { question, scope: ["城东"] },
    ]);
    expect(groups.map(({ length }) => length)).toEqual([2, 1]);
  });

  test("keeps every question once, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" })), async (questions) => {
        const groups = await group(...questions);
        expect(groups.flat().sort()).toEqual([...questions].sort());
      }),
    );
  });
});
