import { describe, expect, test } from "vitest";
import { dropDoubled } from "../../../../corpus/formats/image/drop-doubled.ts";

const placed = (left: number, top: number, right: number, bottom: number) => ({
  place: { left, top, right, bottom },
});

describe("dropDoubled", () => {
  test("keeps lines that touch or overlap a little", () => {
    const lines = [placed(0, 0, 200, 20), placed(0, 18, 200, 40), placed(195, 0, 300, 20)];

    expect(dropDoubled(lines)).toEqual(lines);
  });

  test("leaves out a piece of a letter that two neighbours hold", () => {
    const [left, right, piece] = [
      placed(0, 0, 200, 20),
      placed(210, 0, 400, 20),
      placed(196, 4, 214, 14),
    ];

    expect(dropDoubled([left, piece, right])).toEqual([left, piece, right]);
    expect(dropDoubled([left, placed(190, 4, 204, 14), right])).toEqual([left, right]);
    expect(dropDoubled([left, placed(192, 4, 218, 14), right])).toEqual([left, right]);
  });

  test("keeps the larger of two that hold the same", () => {
    const [small, large] = [placed(10, 2, 90, 18), placed(0, 0, 100, 20)];

    expect(dropDoubled([small, large])).toEqual([large]);
  });
});
