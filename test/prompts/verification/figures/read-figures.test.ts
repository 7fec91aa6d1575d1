import { describe, expect, test } from "vitest";
import { readFigures } from "../../../../prompts/verification/figures/read-figures.ts";

const read = (text: string) =>
  readFigures(text).map(({ value, dimension, hedge }) => [value, dimension, hedge]);

describe("readFigures", () => {
  test.each([
    ["1.4万亿元", 1.4e12, "yuan"],
    ["14000亿元", 1.4e12, "yuan"],
    ["一万二千人", 12_000, "people"],
    ["百分之三点五", 3.5, "%"],
    ["三成", 30, "%"],
    ["翻了一番", 2, "times"],
    ["15亩", 10_000, "area"],
    ["1公顷", 10_000, "area"],
    ["0.3个百分点", 0.3, "points"],
    ["第70位", 70, "ordinal"],
    ["下午5时30分", 1050, "clock"],
    ["17:30", 1050, "clock"],
    ["$1.2 million", 1.2e6, "dollar"],
    ["twenty-four buses", 24, "machines"],
    ["2.4 megawatts", 2400, "power"],
  ])("reads %s", (text, value, dimension) => {
    expect(read(text)).toEqual([[expect.closeTo(value), dimension, "exact"]]);
  });

  test.each([
    ["近3000人", "below"],
    ["3000多人", "above"],
    ["超过3000人", "above"],
    ["不足3000人", "under"],
    ["不超过3000人", "under"],
    ["3000人以上", "above"],
    ["约3000人", "about"],
  ])("reads how sure %s is", (text, hedge) => {
    expect(read(text)).toEqual([[3000, "people", hedge]]);
  });

  test("gives the first of a span the unit of the second", () => {
    expect(read("3至5公里")).toEqual([
      [3000, "length", "exact"],
      [5000, "length", "exact"],
    ]);
  });

  test.each(["一些统一的说法", "c919客机", "数千人", "十分高兴", "第三产业的统计"])(
    "counts nothing in %s",
    (text) => {
      expect(read(text).filter(([, dimension]) => dimension !== "ordinal")).toEqual([]);
    },
  );
});
