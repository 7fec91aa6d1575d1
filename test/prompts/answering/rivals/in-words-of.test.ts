import { describe, expect, test } from "vitest";
import { inWordsOf } from "../../../../prompts/answering/rivals/in-words-of.ts";
import { analyseQuestion } from "../../../../retrieval/question/analyse-question.ts";

const translated = {
  ...analyseQuestion("How long is the Donghu bridge?"),
  text: "冬湖 桥梁 长度",
  names: ["冬湖"],
  concepts: [
    { word: "冬湖", isAttribute: false, alternatives: [{ word: "东湖", likeness: 0.9 }] },
    { word: "桥梁", isAttribute: false, alternatives: [{ word: "桥", likeness: 0.7 }] },
    { word: "长度", isAttribute: true, alternatives: [{ word: "长", likeness: 0.6 }] },
  ],
  tokenGroups: [],
};

describe("inWordsOf", () => {
  test("says subject and names as the text does", () => {
    const read = inWordsOf(translated, "东湖大桥长1860米");

    expect(read.names).toEqual(["东湖"]);
    expect(read.text).toBe("东湖 桥 长度");
  });

  test("keeps what is asked where the text has only a letter of it", () => {
    expect(inWordsOf(translated, "市长来到东湖").concepts.at(-1)?.word).toBe("长度");
  });

  test("keeps words that the text lacks", () => {
    expect(inWordsOf(translated, "西山").text).toBe(translated.text);
  });

  test("leaves a question as it is that was not translated", () => {
    const question = analyseQuestion("东湖大桥有多长？");
    expect(inWordsOf(question, "东湖大桥")).toBe(question);
  });
});
