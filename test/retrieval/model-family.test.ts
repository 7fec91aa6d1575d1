import { describe, expect, test } from "vitest";
import { modelFamily } from "../../retrieval/model-family.ts";

describe("modelFamily", () => {
  test.each([
    ["multilingual-e5-small", "mean", "query: ", "passage: "],
    ["e5-base-v2", "mean", "query: ", "passage: "],
    ["bge-small-zh-v1.5", "cls", "为这个句子生成表示以用于检索相关文章：", ""],
    ["bge-base-en-v1.5", "cls", "Represent this sentence for searching relevant passages: ", ""],
    ["bge-m3", "cls", "", ""],
    ["gte-multilingual-base", "cls", "", ""],
    ["gte-small", "mean", "", ""],
    ["paraphrase-multilingual-MiniLM-L12-v2", "mean", "", ""],
    ["une5co", "mean", "", ""],
  ])("%s: %s, “%s”, “%s”", (model, pooling, question, passage) => {
    expect(modelFamily(model)).toEqual({ pooling, prefix: { question, passage } });
  });

  test("gives the instructed e5 its task before the question alone", () => {
    const { prefix } = modelFamily("multilingual-e5-large-instruct");
    expect(prefix.question).toMatch(/^Instruct: .*\nQuery: $/u);
    expect(prefix.passage).toBe("");
  });
});
