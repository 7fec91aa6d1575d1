import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findGutters, type PlacedLine } from "../../../../corpus/formats/image/find-gutters.ts";

const height = 20;
const rowDistance = 32;

/** A row of the page; letters are 20 wide and stand without white but where `gaps` say. */
function line(row: number, left: number, right: number, gaps: PlacedLine["gaps"] = []): PlacedLine {
  const top = 100 + row * rowDistance;
  return { left, right, top, bottom: top + height, gaps };
}

const rows = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => row);
const gutter = { from: 300, to: 324 };

describe("findGutters", () => {
  test("cuts boxes over two columns at the white that their rows leave", () => {
    const lines = rows(6).map((row) => line(row, 100, 520, [gutter]));

    expect(findGutters(lines)).toEqual(lines.map(() => [0]));
  });

  test("cuts the one joined box among rows that are apart", () => {
    const apart = rows(6).flatMap((row) => [line(row, 100, 300), line(row, 324, 520)]);
    const joined = line(6, 100, 360, [{ from: 160, to: 166 }, gutter]);

    expect(findGutters([...apart, joined]).at(-1)).toEqual([1]);
    expect(
      findGutters([...apart, joined])
        .slice(0, -1)
        .flat(),
    ).toEqual([]);
  });

  test("looks past an indented row and past a short last row", () => {
    const lines = [
      line(0, 100, 300),
      line(0, 364, 520),
      line(1, 100, 160),
      line(1, 324, 520),
      line(2, 100, 520, [gutter]),
      line(3, 140, 300),
      line(3, 324, 520),
    ];

    expect(findGutters(lines)[4]).toEqual([0]);
  });

  test("leaves white behind commas that happen to stand below one another", () => {
    const comma = { from: 200, to: 216 };
    const lines = rows(5).map((row) => line(row, 100, 520, [comma]));

    expect(findGutters(lines)).toEqual(lines.map(() => []));
  });

  test("leaves a gap that only three rows share", () => {
    const lines = rows(6).map((row) => line(row, 100, 520, row < 3 ? [gutter] : []));

    expect(findGutters(lines).flat()).toEqual([]);
  });

  test("makes no column of one letter at the edge", () => {
    const lines = rows(8).map((row) => line(row, 100, 520, [{ from: 120, to: 146 }]));

    expect(findGutters(lines).flat()).toEqual([]);
  });

  test("does not stop at a speck in the white", () => {
    const lines = [...rows(6).map((row) => line(row, 100, 520, [gutter])), line(3, 305, 312)];

    expect(findGutters(lines).slice(0, 6)).toEqual(rows(6).map(() => [0]));
  });

  test("answers the same in whatever order the lines come", () => {
    const lines = [
      ...rows(5).map((row) => line(row, 100, 520, [{ from: 150, to: 158 }, gutter])),
      ...rows(3).map((row) => line(row + 5, 100, 520)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const cuts = findGutters(shuffled);

        for (const [index, placed] of shuffled.entries()) {
          expect(cuts[index]).toEqual(placed.gaps.length > 0 ? [1] : []);
        }
      }),
    );
  });
});
