import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Turn } from "../../../prompts/answering/answer.ts";
import { understandQuestion } from "../../../prompts/understanding/understand-question.ts";
import { chats, followUps, standalone } from "./follow-ups.ts";

const history: readonly Turn[] = [
  ["user", "南昌首个骑手驿站开在哪里？"],
  ["bot", "开在红谷滩区。"],
];

describe("understandQuestion", () => {
  test.each(followUps.map((one) => [one.question, one] as const))(
    "reads %s with what it continues",
    (question, { history: before, holds, lacks = [] }) => {
      const { text } = understandQuestion(question, before);
      for (const words of holds) expect(text).toContain(words);
      for (const words of lacks) expect(text).not.toContain(words);
    },
  );

  test.each(standalone)("never changes %s, which stands alone", (question) => {
    for (const before of chats) {
      expect(understandQuestion(question, before)).toEqual({ text: question, question });
    }
  });

  test.each(["面积多大？", "它是谁建的？", "那2024年呢？", "里面有几个人？"])(
    "says of %s what it continues",
    (question) => {
      expect(understandQuestion(question, history).text).toContain("骑手驿站");
    },
  );

  test("keeps apart what is asked and what came before, where it cannot write the question out", () => {
    expect(understandQuestion("面积多大？", history)).toEqual({
      text: "面积多大？（上文：南昌首个骑手驿站开在哪里？）",
      question: "面积多大？",
      context: "南昌首个骑手驿站开在哪里？",
    });
  });

  test("asks the same again, without what was said, for 还有呢", () => {
    expect(understandQuestion("还有呢？", history)).toMatchObject({
      question: "南昌首个骑手驿站开在哪里？",
      said: "开在红谷滩区。",
    });
  });

  test("guesses no person where the answer names two", () => {
    const { text } = understandQuestion("他是哪里人？", [
      ["user", "谁当选了理事？"],
      ["bot", "理事王小明说，会长李大海也当选了。"],
    ]);
    expect(text).toContain("他是哪里人");
    expect(text).toContain("上文");
  });

  test("reads any chat", () => {
    const words = [
      "它",
      "他",
      "那",
      "呢？",
      "2023年",
      "云溪县",
      "What about",
      "its",
      "$&",
      "《",
      "。",
      "\n",
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), { maxLength: 8 })
      .map((parts) => parts.join(""));
    const turn = fc.tuple(fc.constantFrom("user", "bot"), text) as fc.Arbitrary<Turn>;
    fc.assert(
      fc.property(text, fc.array(turn, { maxLength: 5 }), (question, before) => {
        const understood = understandQuestion(question, before);
        if (understood.context === undefined) return;
        expect(before.some(([who]) => who === "user")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("changes nothing without history", () => {
    expect(understandQuestion("面积多大？")).toEqual({
      text: "面积多大？",
      question: "面积多大？",
    });
  });

  test.each([
    ["青石县2024年的茶叶产量是多少？", "去年呢", "青石县去年的茶叶产量是多少？"],
    ["青石县今年的茶叶产量是多少？", "那前年呢？", "青石县前年的茶叶产量是多少？"],
    ["青石县的茶叶产量是多少？", "去年呢？", "去年青石县的茶叶产量是多少？"],
  ])("puts another time into %s", (before, asked, expected) => {
    const turns: Turn[] = [
      ["user", before],
      ["bot", "2024年，青石县茶叶产量1200吨。"],
    ];
    expect(understandQuestion(asked, turns).question).toBe(expected);
  });
});
