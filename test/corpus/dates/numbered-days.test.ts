import { describe, expect, test } from "vitest";
import { dayOfCount, numberedDays } from "../../../corpus/dates/numbered-days.ts";

function dayOf(name: string, count: number): string | undefined {
  const numbered = numberedDays.find((one) => one.name.test(name));
  return numbered === undefined ? undefined : dayOfCount(numbered, count);
}

describe("dayOfCount", () => {
  test.each([
    ["世界知识产权日", 24, "2024-04-26"],
    ["教师节", 40, "2024-09-10"],
    ["中国记者节", 24, "2023-11-08"],
    ["世界地球日", 55, "2024-04-22"],
    ["世界环境日", 52, "2023-06-05"],
    ["国家宪法日", 10, "2023-12-04"],
    ["全国助残日", 34, "2024-05-19"],
    ["中国农民丰收节", 7, "2024-09-22"],
    ["农民丰收节", 8, "2025-09-23"],
    ["全国中小学生安全教育日", 29, "2024-03-25"],
    ["全国生态日", 1, "2023-08-15"],
  ])("knows the day of %s number %i", (name, count, day) => {
    expect(dayOf(name, count)).toBe(day);
  });

  test("knows no day of a count that is none", () => {
    expect(dayOf("教师节", 0)).toBeUndefined();
    expect(dayOf("教师节", Number.NaN)).toBeUndefined();
  });

  test("knows a real day for every name and year", () => {
    for (const numbered of numberedDays) {
      const year = String(numbered.firstYear + 19);
      expect(dayOfCount(numbered, 20)?.startsWith(year)).toBe(true);
    }
  });
});
