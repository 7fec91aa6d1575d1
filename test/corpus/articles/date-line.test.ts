import { describe, expect, test } from "vitest";
import {
  isYearlessStamp,
  readDateLine,
  readMarkedDateLine,
  readStampLine,
} from "../../../corpus/articles/date-line.ts";

describe("readDateLine", () => {
  test.each([
    ["2024-05-01 08:30 来源：青石新闻网", "2024-05-01"],
    ["发布时间：2024年5月1日 08:30 来源：青石新闻网", "2024-05-01"],
    ["2024年7月30日 青石日报", "2024-07-30"],
    ["发布日期：2024-05-01 浏览次数：1,203 【字体：大 中 小】", "2024-05-01"],
    ["Published: May 4, 2025 7:30 a.m. ET", "2025-05-04"],
  ])("reads the day of %s", (line, value) => {
    expect(readDateLine(line)?.publishedOn).toEqual({ value, kind: "printed", evidence: line });
  });

  test("reads a date, its time and who wrote in one line", () => {
    const line = "2024-08-17 10:32 海城新聞網 記者游雅雯／海城報導";

    expect(readDateLine(line)?.publishedOn.value).toBe("2024-08-17");
    expect(readDateLine(line)?.byline).toBe("記者游雅雯／海城報導");
    expect(readDateLine("2024-08-17 10:32 海城新聞網 海邊的人")).toBeUndefined();
  });

  test("names the person, and never the house, as author", () => {
    expect(readDateLine("2024-05-01 来源：青石网 作者：王小明")?.byline).toBe("作者：王小明");
    expect(readDateLine("2024-05-01 来源：青石网 作者：本网综合")?.byline).toBeUndefined();
    expect(readMarkedDateLine("原创 小舟 青石微生活 2025-03-12 18:05 江南")?.byline).toBe(
      "原创 小舟",
    );
    expect(readMarkedDateLine("原创 青石发布 2025-03-12 18:05 江南")?.byline).toBeUndefined();
  });

  test.each([
    "会议时间：2024年5月1日 9:00",
    "2024年5月1日，东湖开渔。",
    "本规定自2024年5月1日起施行",
    "东湖",
    `2024-05-01 ${"湖".repeat(120)}`,
  ])("leaves text alone: %s", (line) => {
    expect(readDateLine(line)).toBeUndefined();
  });
});

describe("readStampLine", () => {
  test("reads a date with its time among names and places", () => {
    expect(readStampLine("青石发布 2025-05-04 07:30 青石")?.value).toBe("2025-05-04");
  });

  test.each(["青石发布 2025-05-04", "2025-05-04 07:30 湖水很清，鱼很多", "07:30 青石"])(
    "leaves %s alone",
    (line) => {
      expect(readStampLine(line)).toBeUndefined();
    },
  );
});

describe("readMarkedDateLine", () => {
  test.each([
    ["2024-05-01 08:30 来源：青石新闻网 栏目：要闻 收听本文 本文约800字", "2024-05-01"],
    ["青石新闻网 东湖频道 2024年5月1日 08:30 【我要投稿】", "2024-05-01"],
    ["青石发布 2025-05-04 07:30 青石", "2025-05-04"],
  ])("reads the day among any fields of a site: %s", (line, value) => {
    expect(readMarkedDateLine(line)?.publishedOn).toMatchObject({ value, kind: "printed" });
  });

  test("keeps the author among them", () => {
    const line = "2024-05-01 收听本文 本文约800字 记者：王小明";

    expect(readMarkedDateLine(line)?.byline).toBe("记者：王小明");
  });

  test.each([
    "2024年5月1日 东湖开渔，首日收鱼两万斤",
    "报名时间 2024年5月1日 8:00 在东湖边",
    "2024年5月1日 8:00 地点：东湖码头 门票二十元",
    "东湖频道 收听本文",
  ])("takes no clause and no announcement for one: %s", (line) => {
    expect(readMarkedDateLine(line)).toBeUndefined();
  });
});

describe("isYearlessStamp", () => {
  test.each([
    ["青石新闻  05-04 07:30", true],
    ["05-04 07:30", true],
    ["青石新闻 05-04", false],
    ["5月4日 09:30 开幕式", false],
    ["2024-05-04 07:30", false],
    ["湖水清了，05-04 07:30，鱼也多了", false],
  ])("says of %s: %s", (line, isStamp) => {
    expect(isYearlessStamp(line)).toBe(isStamp);
  });
});
