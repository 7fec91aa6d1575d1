import { describe, expect, test } from "vitest";
import { isPageJump, jumpFromLength, jumpToLength } from "../../../corpus/articles/page-jump.ts";

describe("jumpFromLength", () => {
  test.each([
    ["（上接第1版）湖水清了。", "（上接第1版）"],
    ["（紧接A1版）湖水清了。", "（紧接A1版）"],
    ["（上接一版《湖水清了》）湖水清了。", "（上接一版《湖水清了》）"],
    ["Continued from Page A1 The lake is clear.", "Continued from Page A1 "],
  ])("measures the jump of %s", (paragraph, jump) => {
    expect(jumpFromLength(paragraph)).toBe(jump.length);
  });

  test.each([
    "上接天，下接湖。",
    "接着，湖水清了。",
    "续写新篇的一版报纸。",
    "湖水清了（上接第1版）",
  ])("finds none in %s", (paragraph) => {
    expect(jumpFromLength(paragraph)).toBe(0);
  });
});

describe("jumpToLength", () => {
  test.each([
    ["湖水清了。（下转第4版）", "（下转第4版）"],
    ["湖水清了。下转第四版", "下转第四版"],
    ["湖水清了。（下轉A4版）", "（下轉A4版）"],
    ["湖水清了，（全文见3版）", "（全文见3版）"],
    ["The lake is clear. Continued on A4", " Continued on A4"],
    ["The lake is clear. (See Page 4)", " (See Page 4)"],
    ["The lake is clear. See FERRY, Page A7", " See FERRY, Page A7"],
  ])("measures the jump of %s", (paragraph, jump) => {
    expect(jumpToLength(paragraph)).toBe(jump.length);
  });

  test.each([
    "名单详见第3版",
    "For the map, see page 3",
    "这本书出了第3版",
    "（下转第4版）湖水清了。",
  ])("finds none in %s", (paragraph) => {
    expect(jumpToLength(paragraph)).toBe(0);
  });
});

describe("isPageJump", () => {
  test("wants nothing else on the line", () => {
    expect(isPageJump("（下转第4版）")).toBe(true);
    expect(isPageJump(" 上接第1版 ")).toBe(true);
    expect(isPageJump("湖水清了。（下转第4版）")).toBe(false);
    expect(isPageJump("")).toBe(false);
  });
});
