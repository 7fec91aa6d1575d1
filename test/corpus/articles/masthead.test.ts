import { describe, expect, test } from "vitest";
import { mastheadDate, mastheadLength } from "../../../corpus/articles/masthead.ts";

const title = "东湖的水清了";
const text = "今年东湖种树三万棵，湖水也清了。";

describe("mastheadLength", () => {
  test.each([
    [["A06", "青石晚报", "2025年5月4日 星期日", "责编/王小明  美编/李江", "都市·人物"]],
    [["青 石 日 报", "QINGSHI DAILY", "２０２５年５月４日　星期日"]],
    [["青石日报", "副刊", "第1126期"]],
    [["2025年5月4日 星期日", "第3版"]],
    [["The Harbour Courier", "Thursday, March 6, 2025   A3", "METRO"]],
    [["海港日報", "港聞 A12", "2023年11月28日（星期二）"]],
  ])("counts the lines of %j", (head) => {
    expect(mastheadLength([...head, title, text])).toBe(head.length);
  });

  test("takes a name alone for one where the date stands below the title", () => {
    const page = ["青石新闻网", title, "2024-08-17 10:32 记者王小明", text];

    expect(mastheadLength(page)).toBe(1);
    expect(mastheadLength(["青石日报", "简介", text, text])).toBe(0);
  });

  test.each([
    [[title, "2025年5月4日 星期日", text]],
    [["要闻", text]],
    [["星期日", text]],
    [["王小明", "青石日报", "2025年5月4日", text]],
  ])("finds none in %j", (lines) => {
    expect(mastheadLength(lines)).toBe(0);
  });
});

describe("mastheadDate", () => {
  test("reads the date in full-width figures and keeps the words", () => {
    const line = "２０２５年２月１８日　星期二";

    expect(mastheadDate(line)).toEqual({ value: "2025-02-18", kind: "printed", evidence: line });
    expect(mastheadDate("青石日报")).toBeUndefined();
  });
});
