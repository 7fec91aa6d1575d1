import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clip, splitLong } from "../../../bot/telegram/clip.ts";

describe("clip", () => {
  test.each([
    ["short", 10, "short"],
    ["exactly10!", 10, "exactly10!"],
    ["a longer text", 9, "a longer…"],
    ["家庭👩‍👩‍👧合影", 10, "家庭…"],
  ])("%s in %i units", (text, maxUnits, clipped) => {
    expect(clip(text, maxUnits)).toBe(clipped);
  });
});

describe("splitLong", () => {
  test("parts join to the text, fit, and cut no pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 20 }), (text, max) => {
        const parts = splitLong(text, max);
        expect(parts.join("")).toBe(text);
        expect(parts.filter((part) => part.length > max)).toEqual([]);
        expect(parts.filter((part) => /\p{Surrogate}/u.test(part))).toEqual([]);
      }),
    );
  });
});
