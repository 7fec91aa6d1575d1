import { describe, expect, test } from "vitest";
import { findCalendarDate } from "../../../corpus/dates/calendar-date.ts";

describe("findCalendarDate", () => {
  test.each([
    ["会议于2024年7月30日召开", "2024-07-30", "2024年7月30日"],
    ["于二〇二四年十二月三十一日", "2024-12-31", "二〇二四年十二月三十一日"],
    ["见 2024/07/30 与 2024-08-01", "2024-07-30", "2024/07/30"],
    ["on 3rd May 2025", "2025-05-03", "3rd May 2025"],
    ["on Sept. 12, 2025", "2025-09-12", "Sept. 12, 2025"],
  ])("finds the first date in %s", (text, value, words) => {
    expect(findCalendarDate(text)).toEqual({ value, words });
  });

  test.each(["2024年7月", "2023年2月29日", "电话 0791-2024-0730", "7月30日"])(
    "finds none in %s",
    (text) => {
      expect(findCalendarDate(text)).toBeUndefined();
    },
  );
});
