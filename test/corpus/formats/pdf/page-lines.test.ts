import { describe, expect, test } from "vitest";
import { toPageLines } from "../../../../corpus/formats/pdf/page-lines.ts";
import type { TextPiece } from "../../../../corpus/formats/pdf/text-pieces.ts";

/** Pieces 10 high, each a letter wide for every letter it has. */
function piece(text: string, x: number, overrides: Partial<TextPiece> = {}): TextPiece {
  return {
    text,
    x,
    y: 100,
    angle: 0,
    length: text.length * 10,
    typeSize: 10,
    isVertical: false,
    isBold: false,
    isHidden: false,
    ...overrides,
  };
}

function textsOf(pieces: readonly TextPiece[]): readonly string[] {
  return toPageLines(pieces).map(({ text }) => text);
}

describe("toPageLines", () => {
  test("joins pieces of one base line in any order, and parts columns", () => {
    const pieces = [piece("下水", 40), piece("湖边", 0), piece("的船", 20), piece("山上", 75)];

    expect(textsOf(pieces)).toEqual(["湖边的船下水", "山上"]);
  });

  test("sets a blank between Latin words, and between names but not justified letters", () => {
    const words = [piece("old", 0, { length: 15 }), piece("boats", 18, { length: 25 })];
    const names = [piece("记者", 0), piece("王小明", 25), piece("李小溪", 60)];
    const justified = [..."湖边的老船"].map((letter, index) => piece(letter, index * 14));

    const loose = [..."湖边的"].map((letter, index) => piece(letter, index * 11.5));
    const blank = piece("老 船", 34.5, { length: 21.5 });

    expect(textsOf([...loose, blank])).toEqual(["湖边的老船"]);
    expect(textsOf([piece("记者 王小明", 0, { length: 52.5 })])).toEqual(["记者 王小明"]);
    expect(textsOf(words)).toEqual(["old boats"]);
    expect(textsOf(names)).toEqual(["记者 王小明 李小溪"]);
    expect(textsOf(justified)).toEqual(["湖边的老船"]);
  });

  test("takes a raised figure into its line", () => {
    const raised = piece("2", 40, { y: 97, typeSize: 10, length: 4 });

    expect(textsOf([piece("平方公里", 0), raised])).toEqual(["平方公里2"]);
  });

  test("keeps a word set twice at one place once, and a refrain twice", () => {
    expect(textsOf([piece("船票", 0), piece("船票", 1)])).toEqual(["船票"]);
    expect(textsOf([piece("划呀", 0), piece("划呀", 20)])).toEqual(["划呀划呀"]);
  });

  test("measures where the letters stand", () => {
    expect(toPageLines([piece("湖边", 5, { isBold: true })])).toEqual([
      { text: "湖边", left: 5, top: 91.5, right: 25, bottom: 101.5, typeSize: 10, isBold: true },
    ]);
  });
});
