import { describe, expect, test } from "vitest";
import { printedDate } from "../../../corpus/dates/printed-date.ts";

describe("printedDate", () => {
  test.each([
    ["2025-03-02 07:45 阅读", "2025-03-02"],
    ["2024年7月30日 青石日报", "2024-07-30"],
    ["来源：青石日报 2024.07.30 09:15", "2024-07-30"],
    ["二〇二四年七月三十日 星期二", "2024-07-30"],
    ["发布时间：2024/7/30 浏览：1.2万次", "2024-07-30"],
    ["Published on July 30, 2024", "2024-07-30"],
    ["30 July 2024", "2024-07-30"],
  ])("reads %s", (line, value) => {
    expect(printedDate(line)).toEqual({ value, kind: "printed", evidence: line });
  });

  test.each([
    "2024年7月30日，东湖大桥正式通车。",
    "2024年2月30日",
    "东湖区 2024 年工作总结",
    "版本 1.2.3",
    "",
  ])("finds no date line in %s", (line) => {
    expect(printedDate(line)).toBeUndefined();
  });
});
