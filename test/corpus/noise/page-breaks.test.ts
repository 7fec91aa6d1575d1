import { describe, expect, test } from "vitest";
import { pageBreaks } from "../../../corpus/noise/page-breaks.ts";

const header = "江南月刊 2024年第8期";

describe("pageBreaks", () => {
  test("finds page numbers and every running header but the first", () => {
    const lines = [header, "湖水", "— 23 —", "江南月刊  2024年第8期", "清了。", "— 24 —", header];

    expect(pageBreaks(lines)).toEqual([2, 5, 3, 6]);
  });

  test("finds the number of a page among all pages", () => {
    expect(pageBreaks(["湖水清了。", "第 3 页 共 9 页", "鱼多了。"])).toEqual([1]);
  });

  test.each([
    [["湖水清了。", "23", "鱼多了。"]],
    [["1949—2024", "湖水清了。"]],
    [[header, header]],
  ])("leaves %j alone", (lines) => {
    expect(pageBreaks(lines)).toEqual([]);
  });

  test("keeps sentences beside a page number", () => {
    expect(pageBreaks(["湖水清了。", "— 23 —", "湖水清了。"])).toEqual([1]);
  });
});
