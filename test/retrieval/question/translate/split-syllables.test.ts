import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSyllables } from "../../../../retrieval/question/translate/split-syllables.ts";

const syllables = new Set(["xi", "an", "xian", "fang", "fan", "gan", "nan", "chang"]);
const isSyllable = (letters: string) => syllables.has(letters);

describe("splitSyllables", () => {
  test.each([
    ["nanchang", [["nan", "chang"]]],
    ["xian", [["xi", "an"]]],
    [
      "fangan",
      [
        ["fang", "an"],
        ["fan", "gan"],
      ],
    ],
    ["london", []],
  ])("%s", (letters, expected) => {
    expect(splitSyllables(letters, isSyllable)).toEqual(expected);
  });

  test("loses no letter, whatever is written", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[afgnxi]{0,14}$/u), (letters) => {
        for (const found of splitSyllables(letters, isSyllable)) {
          expect(found.join("")).toBe(letters);
        }
      }),
    );
  });
});
