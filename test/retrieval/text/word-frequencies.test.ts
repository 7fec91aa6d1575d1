import { dict } from "@node-rs/jieba/dict.js";
import { describe, expect, test } from "vitest";
import { backgroundIdf, isDictionaryWord } from "../../../retrieval/text/word-frequencies.ts";

describe("backgroundIdf", () => {
  test("agrees with the formula for every word of the dictionary", () => {
    let wrong = 0;
    for (const line of Buffer.from(dict).toString("utf8").trim().split("\n")) {
      const [word = "", frequency = ""] = line.split(" ");
      const idf = Math.log(60_101_964 / (120 * Number(frequency)));
      const expected = Math.min(10, Math.max(0.3, idf));
      if (Math.abs(backgroundIdf(word) - expected) > 1e-9) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  test.each([
    ["2023", 6],
    ["12.5%", 6],
    ["不是一个词的词", 10],
    ["wenju", 10],
    ["", 10],
    ["长".repeat(200), 10],
  ])("of the unknown %s is %d", (word, idf) => {
    expect(backgroundIdf(word)).toBe(idf);
    expect(isDictionaryWord(word)).toBe(false);
  });

  test("ranks rare words above common ones", () => {
    expect(isDictionaryWord("的")).toBe(true);
    expect(backgroundIdf("的")).toBeLessThan(backgroundIdf("北京"));
    expect(backgroundIdf("北京")).toBeLessThan(backgroundIdf("饕餮"));
  });
});
