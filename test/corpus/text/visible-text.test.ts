import { describe, expect, test } from "vitest";
import { joinSentences, visibleText } from "../../../corpus/text/visible-text.ts";

describe("visibleText", () => {
  test.each([
    ["  湖水 \t 很清  ", "湖水 很清"],
    ["湖水\n  很清", "湖水很清"],
    ["the lake\nis clear", "the lake is clear"],
    ["fresh-\nwater", "fresh-water"],
    ["湖水\nis clear", "湖水is clear"],
    ["\u3000\u3000湖水\u00a0很清", "湖水 很清"],
    ["", ""],
    [" \n ", ""],
  ])("shows %j as a reader reads it", (raw, shown) => {
    expect(visibleText(raw)).toBe(shown);
  });

  test("bears millions of blanks in a row", () => {
    expect(visibleText(`湖水${" ".repeat(9_000_000)}很清`)).toBe("湖水 很清");
  });
});

describe("joinSentences", () => {
  test("sets a blank only between Latin ones", () => {
    expect(joinSentences(["湖水很清。", "鱼很多。", "Fish are many.", "They swim."])).toBe(
      "湖水很清。鱼很多。Fish are many. They swim.",
    );
  });
});
