import { describe, expect, test } from "vitest";
import { roughDuration } from "../../../bot/text/rough-duration.ts";

describe("roughDuration", () => {
  test.each([
    [0, "about 5 s", "约 5 秒"],
    [21_000, "about 25 s", "约 25 秒"],
    [58_000, "about 1 min", "约 1 分钟"],
    [61_000, "about 2 min", "约 2 分钟"],
    [3_600_000, "about 1 h 0 min", "约 1 小时 0 分钟"],
    [7_500_000, "about 2 h 5 min", "约 2 小时 5 分钟"],
  ])("rounds %i ms up", (milliseconds, english, chinese) => {
    expect(roughDuration(milliseconds, "en")).toBe(english);
    expect(roughDuration(milliseconds, "zh")).toBe(chinese);
  });
});
