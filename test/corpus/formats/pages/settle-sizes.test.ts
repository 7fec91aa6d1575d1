import { describe, expect, test } from "vitest";
import { settleSizes } from "../../../../corpus/formats/pages/settle-sizes.ts";

function sizesOf(lines: readonly (readonly [text: string, typeSize: number])[]): readonly number[] {
  const page = {
    number: 1,
    width: 100,
    height: 100,
    lines: lines.map(([text, typeSize]) => {
      return { text, typeSize, left: 0, top: 0, right: 1, bottom: 1 };
    }),
  };
  return settleSizes([page]).flatMap((settled) => settled.lines.map((line) => line.typeSize));
}

describe("settleSizes", () => {
  test("gives recognised lines of one type one size, Latin ones more freely", () => {
    const sizes = sizesOf([
      ["湖边的老船修好了", 40.2],
      ["今天下水。", 39.8],
      ["are", 31.5],
      ["mended by", 47],
      ["老船", 75.9],
    ]);

    expect(new Set(sizes.slice(0, 4)).size).toBe(1);
    expect(sizes[4]).toBe(75.9);
  });

  test("leaves the sizes that a program set", () => {
    const sizes = [10, 10, 10.5, 10.5, 11];

    expect(sizesOf(sizes.map((size) => ["boats", size] as const))).toEqual(sizes);
  });
});
