import { describe, expect, test } from "vitest";
import { englishWords } from "../../../../retrieval/question/translate/english-words.ts";
import { readNumber } from "../../../../retrieval/question/translate/read-number.ts";

describe("readNumber", () => {
  test.each([
    ["150,000", ["15万", "150000", "150,000"]],
    ["1.4 trillion", ["1.4万亿", "1400000000000", "1.4"]],
    ["2021", ["2021"]],
    ["19th", ["第19", "19"]],
    ["March", ["3月", "三月"]],
  ])("%s", (text, forms) => {
    expect(readNumber(englishWords(text), 0)?.forms).toEqual(forms);
  });

  test("reads no number in a word, nor a month in a verb", () => {
    expect(readNumber(englishWords("bridge"), 0)).toBeUndefined();
    expect(readNumber(englishWords("may"), 0)).toBeUndefined();
  });
});
