import { describe, expect, test } from "vitest";
import { readTimes } from "../../../prompts/understanding/read-times.ts";

const today = "2026-11-22";

describe("readTimes", () => {
  test.each([
    ["去年青石县的产量是多少？", "2025年青石县的产量是多少？"],
    ["前年和去年的产量", "2024年和2025年的产量"],
    ["今年上半年接待了多少人？", "2026年上半年接待了多少人？"],
    ["上个月接待了多少人？", "2026年10月接待了多少人？"],
    ["昨天发生了什么？", "2026年11月21日发生了什么？"],
    ["How many trees were planted last year?", "How many trees were planted in 2025?"],
    ["What was last year's output?", "What was 2025's output?"],
    ["What happened last month?", "What happened in October 2026?"],
    ["What did he say yesterday?", "What did he say on November 21, 2026?"],
  ])("reads %s against the day it is asked", (question, read) => {
    expect(readTimes(question, today)).toBe(read);
  });

  test.each([
    "2023年的产量是多少？",
    "《去年夏天》的作者是谁？",
    "现在有多少家企业？",
    "3月接待了多少人？",
    "Who won in the last year of the war?",
    "",
  ])("leaves %s as it is", (question) => {
    expect(readTimes(question, today)).toBe(question);
  });

  test("reads the last month of January in the year before", () => {
    expect(readTimes("上个月有几场雨？", "2026-01-05")).toBe("2025年12月有几场雨？");
  });
});
