import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { tellingOf } from "../../../retrieval/ranking/telling-words.ts";

/** The words of the question that tell something, with what they tell. */
function telling(question: string, known: readonly string[] = []): Record<string, string> {
  const analysed = analyseQuestion(question);
  const terms = { isKnown: (word: string) => known.includes(word) };
  const all = analysed.concepts.map(
    ({ word }) => [word, tellingOf(word, analysed, terms)] as const,
  );
  return Object.fromEntries(all.filter(([, tells]) => tells !== "nothing"));
}

describe("tellingOf", () => {
  test("leaves out common words that the corpus uses nowhere", () => {
    expect(telling("旺季摘蘑菇多少斤？")).toEqual({});
  });

  test("counts words that the corpus uses", () => {
    expect(telling("旺季摘蘑菇多少斤？", ["蘑菇"])).toEqual({ 蘑菇: "word" });
  });

  test("knows names of places, and names that no dictionary knows", () => {
    expect(telling("杭州的蘑菇多少斤？")).toEqual({ 杭州: "name" });
    expect(telling("张舒雅的蘑菇多少斤？")).toEqual({ 张舒雅: "name" });
  });

  test("takes Latin words and numbers for names", () => {
    expect(telling("LED的蘑菇2031年多少斤？")).toEqual({ led: "name", "2031": "name" });
  });

  test("leaves out single characters and counted ones, known or not", () => {
    expect(telling("给一家厂多少斤？", ["给", "一家", "厂", "斤"])).toEqual({});
  });
});
