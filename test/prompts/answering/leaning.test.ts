import { describe, expect, test } from "vitest";
import { leansOn } from "../../../prompts/answering/leaning.ts";

const neighbours = { before: "汽车研究院由两方共建。", after: "院长甘某这样说。" };

describe("leansOn", () => {
  test.each([
    ["该院今年最忙。", "before"],
    ["此举省下三成电费。", "before"],
    ["其中165人是骨干。", "before"],
    ["它又从附近的钢厂买氢。", "before"],
    ["“门敲多了，话就多了。”", "after"],
    ["南昌实验室四月交付。", undefined],
    ["其他企业也在扩产。", undefined],
    ["这里住着五十万人。", undefined],
  ])("%s leans on %s", (text, side) => {
    expect(leansOn(text, neighbours)).toBe(side);
  });

  test("leans on nothing where the neighbour is missing", () => {
    expect(leansOn("该院今年最忙。", { after: "又一句。" })).toBeUndefined();
  });

  test("a quote whose next sentence names no speaker stands alone", () => {
    expect(leansOn("“门敲多了，话就多了。”", { after: "厂房外下着雨。" })).toBeUndefined();
  });
});
