import { describe, expect, test } from "vitest";
import { paperLists } from "../../../corpus/noise/lists-behind.ts";

describe("paperLists", () => {
  test("finds what a paper says of its other pages", () => {
    const lines = ["湖水清了。", "导读", "二版 城北修新桥", "A4版 老街的灯笼铺", "鱼多了。"];

    expect(paperLists(lines)).toEqual([1, 2, 3]);
  });

  test("finds a line that sells below its label, and no sentence", () => {
    expect(paperLists(["广告", "全屋定制降价 电话：0700-1234567"])).toEqual([1]);
    expect(paperLists(["广告", "他按广告上的电话：0700打了过去。"])).toEqual([]);
  });

  test("leaves a note named so alone", () => {
    expect(paperLists(["导读", "湖水为什么清了？", "二版面世。"])).toEqual([]);
  });
});
