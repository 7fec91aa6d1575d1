import { describe, expect, test } from "vitest";
import type { Strip } from "../../../../corpus/formats/image/cut-strip.ts";
import { measureInk } from "../../../../corpus/formats/image/measure-ink.ts";
import { paintPicture, type Painted } from "./paint-picture.ts";

function stripOf(width: number, painted: readonly Painted[], paper = 255): Strip {
  const { rgba } = paintPicture(width, 48, painted, paper);
  const size = width * 48;
  return {
    width,
    planes: Float32Array.from({ length: 3 * size }, (_, at) => rgba[(at % size) * 4]!),
  };
}

const letters: readonly Painted[] = [
  { left: 10, top: 8, width: 30, height: 32 },
  { left: 44, top: 8, width: 30, height: 32 },
  { left: 110, top: 10, width: 30, height: 30 },
];

describe("measureInk", () => {
  test("tells the rows and columns of the letters and the white between", () => {
    expect(measureInk(stripOf(160, letters))).toEqual({
      rows: { from: 8, to: 40 },
      columns: { from: 10, to: 140 },
      gaps: [
        { from: 40, to: 44 },
        { from: 74, to: 110 },
      ],
    });
  });

  test("reads light letters on dark paper alike", () => {
    const light = letters.map((letter) => ({ ...letter, grey: 250 }));

    expect(measureInk(stripOf(160, light, 40))).toEqual(measureInk(stripOf(160, letters)));
  });

  test("leaves out what looks in from the next line", () => {
    const next = { left: 20, top: 44, width: 100, height: 4 };

    expect(measureInk(stripOf(160, [...letters, next]))).toEqual(measureInk(stripOf(160, letters)));
  });

  test("takes a rule between columns for white", () => {
    const rule = { left: 90, top: 0, width: 2, height: 48 };

    expect(measureInk(stripOf(160, [...letters, rule]))?.gaps).toContainEqual({
      from: 74,
      to: 110,
    });
  });

  test("takes the tails of a few letters for no height", () => {
    const tail = { left: 60, top: 40, width: 3, height: 6 };

    expect(measureInk(stripOf(160, [...letters, tail]))?.rows).toEqual({ from: 8, to: 40 });
  });

  test("finds no ink on plain paper", () => {
    expect(measureInk(stripOf(40, []))).toBeUndefined();
  });
});
