import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PublishedOn } from "../../../corpus/article.ts";
import { readTimes } from "../../../corpus/dates/relative-times.ts";

function on(value: string): PublishedOn {
  return { value, kind: "printed", evidence: value };
}

/** `words=value` of each reading. */
function read(sentence: string, value?: string): readonly string[] {
  const readings = readTimes(sentence, value === undefined ? undefined : on(value));
  return readings.map((reading) => `${reading.words}=${reading.value}`);
}

describe("readTimes", () => {
  test.each([
    [
      "今年一至四月，东湖图书馆借出图书九万册，多于去年同期。",
      ["今年一至四月=2025-01/2025-04", "去年同期=2024-01/2024-04"],
    ],
    ["去年，青石县新增企业120家，前年为90家。", ["去年=2024", "前年=2023"]],
    ["明年初，二期工程动工，明年底投产。", ["明年初=2026-01", "明年底=2026-12"]],
    ["今年以来，全区开工项目31个。", ["今年以来=2025-01/2025-05"]],
    ["去年以来，全区开工项目61个。", ["去年以来=2024-01/2025-05"]],
    ["截至今年3月底，湖边种下柳树五百株。", ["今年3月底=2025-03"]],
    ["截至目前，青石书院收藏古籍800册。", ["截至目前=2025-05-21"]],
    ["一季度，全市用电增长一成。", ["一季度=2025-01/2025-03"]],
    ["首季，全市用电增长一成。", ["首季=2025-01/2025-03"]],
    ["第一季度，全市用电增长一成。", ["第一季度=2025-01/2025-03"]],
    ["一季水稻收了，第一季节目播了，首季节目也播了。", []],
    ["前三季度，产值突破十亿元。", ["前三季度=2024-01/2024-09"]],
    ["1—4月，外贸增长8%。", ["1—4月=2025-01/2025-04"]],
    ["前4个月，外贸增长8%。", ["前4个月=2025-01/2025-04"]],
    ["上月，王小明搬到青石；本月，他开了店。", ["上月=2025-04", "本月=2025-05"]],
    [
      "本周，书展开幕；下周，书展闭幕。",
      ["本周=2025-05-19/2025-05-25", "下周=2025-05-26/2025-06-01"],
    ],
    ["昨日，记者来到现场；今天上午，道路恢复通行。", ["昨日=2025-05-20", "今天上午=2025-05-21"]],
    ["5月18日，东湖大桥通车。", ["5月18日=2025-05-18"]],
    ["12月19日，老码头书店开门。", ["12月19日=2024-12-19"]],
    ["6月1日，新规将正式施行。", ["6月1日=2025-06-01"]],
    ["展览计划9月开幕。", ["9月=2025-09"]],
    ["20日，记者从青石县了解到这一消息。", ["20日=2025-05-20"]],
    ["29日，记者从青石县了解到这一消息。", ["29日=2025-04-29"]],
    ["该公司2024年营收三亿元，上年同期为两亿元。", ["2024年=2024", "上年同期=2023"]],
    ["自2020年6月开业以来，1至4月接待最多。", ["2020年6月=2020-06", "1至4月=2025-01/2025-04"]],
    ["今年是青石书院建成的第三个年头。", ["今年=2025"]],
  ])("reads %s as of 2025-05-21", (sentence, expected) => {
    expect(read(sentence, "2025-05-21")).toEqual(expected);
  });

  test.each([
    ["2025年前三季度，东湖区产值增长7%。", ["2025年前三季度=2025-01/2025-09"]],
    [
      "2025年10月，桥梁合龙，同年12月通车，次年3月验收。",
      ["2025年10月=2025-10", "同年12月=2025-12", "次年3月=2026-03"],
    ],
    [
      "2008年6月11日议会通过了3月14日提交的法案。",
      ["2008年6月11日=2008-06-11", "3月14日=2008-03-14"],
    ],
    ["2021—2023年，三年共植树九万株。", ["2021—2023年=2021/2023"]],
    ["“十四五”期间，青石县新修公路90公里。", ["“十四五”期间=2021/2025"]],
    ["这一年是“十五五”规划开局之年。", ["“十五五”规划开局之年=2026"]],
    ["“十三五”以来，道路翻新。", ["“十三五”以来=2016/2020"]],
    [
      "20世纪90年代，工厂搬迁；1980年代，工厂建成。",
      ["20世纪90年代=1990/1999", "1980年代=1980/1989"],
    ],
    ["二〇二五年十二月十九日签字。", ["二〇二五年十二月十九日=2025-12-19"]],
    ["２０２５年底，平台上线。", ["２０２５年底=2025-12"]],
    ["于2025-12-19生效，2025.12.20复核。", ["2025-12-19=2025-12-19", "2025.12.20=2025-12-20"]],
    ["2025年12月30日至31日举行年会。", ["2025年12月30日至31日=2025-12-30/2025-12-31"]],
    ["车队承诺在2030年前换完全部车辆。", ["2030年=2030"]],
    ["2025 年 8 月 16 日消息。", ["2025 年 8 月 16 日=2025-08-16"]],
    [
      "現於2025年12月19日開幕，前三個季度已完工。",
      ["2025年12月19日=2025-12-19", "前三個季度=2025-01/2025-09"],
    ],
    [
      "In the first quarter of 2025, sales rose; in March 2025 they fell.",
      ["first quarter of 2025=2025-01/2025-03", "March 2025=2025-03"],
    ],
    [
      "The bridge opened on March 12, 2025 and closed on 3 May 2025.",
      ["March 12, 2025=2025-03-12", "3 May 2025=2025-05-03"],
    ],
    [
      "It was built in 1998, between 2001 and 2003 it was widened.",
      ["in 1998=1998", "between 2001 and 2003=2001/2003"],
    ],
  ])("reads %s without a date of publication", (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test.each([
    ["This year the town grew; last year it shrank.", ["This year=2025", "last year=2024"]],
    ["So far this year, 31 projects have started.", ["So far this year=2025-01/2025-05"]],
    [
      "Last month the mayor resigned, and yesterday another was elected.",
      ["Last month=2025-04", "yesterday=2025-05-20"],
    ],
    ["The plant currently employs 300 people.", ["currently=2025-05-21"]],
    ["Sales rose in the first quarter.", ["first quarter=2025-01/2025-03"]],
  ])("reads %s", (sentence, expected) => {
    expect(read(sentence, "2025-05-21")).toEqual(expected);
  });

  test.each([
    "近年来，青石县持续改善环境，产量同比增长。",
    "在网络发达的今天，人们仍爱读纸书。",
    "这座书院有1000年历史，2000年前这里是湖。",
    "公元前1046年，都城在此。",
    "候鸟每年10月飞来，次年3月离开。",
    "农历正月十五，街上挂满花灯。",
    "培训为期3日，共8日课程，10日内交卷。",
    "他被发现在湖边散步。",
    "产品编号为20251219，价格为2025元。",
    "有了这样的好时光，还会有更好的明天。",
  ])("finds no time in %s", (sentence) => {
    expect(read(sentence, "2025-05-21")).toEqual([]);
  });

  test("leaves unread what hangs on an unknown date of publication", () => {
    expect(read("今年，昨日，目前，1至10月，12月19日，上年同期")).toEqual([]);
  });

  test("gives of an interval only what is the same throughout it", () => {
    const sentence = "今年以来，昨日、目前、12月19日、1至10月与去年。";

    expect(read(sentence, "2025-12-20/2025-12-31")).toEqual([
      "今年以来=2025-01/2025-12",
      "目前=2025-12",
      "12月19日=2025-12-19",
      "1至10月=2025-01/2025-10",
      "去年=2024",
    ]);
    expect(read("今年与去年，目前与“十四五”期间。", "2025-12-20/2026-01-31")).toEqual([
      "“十四五”期间=2021/2025",
    ]);
  });

  test("reads no day that does not exist", () => {
    expect(read("2025年2月30日与2025年13月")).toEqual(["2025年=2025"]);
  });

  const pieces = fc.constantFrom(
    ..."今年 去年 2025年 12月 19日 至 1 10月 — 季度 前三 一 “十四五” 期间 以来 底 初 昨日 ，。 同期 年 月 日 世纪 90年代 last year March 12, 2025-12-19 𠮷 \n".split(
      " ",
    ),
  );

  test("points at the words in whatever text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.array(pieces).map((words) => words.join("")),
        ),
        fc.constantFrom(undefined, "2024-02-29", "2025-12-20/2026-02-28"),
        (sentence, value) => {
          const readings = readTimes(sentence, value === undefined ? undefined : on(value));
          let end = 0;
          for (const reading of readings) {
            expect(sentence.slice(reading.start, reading.end)).toBe(reading.words);
            expect(reading.start).toBeGreaterThanOrEqual(end);
            expect(reading.value).toMatch(/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/u);
            ({ end } = reading);
          }
        },
      ),
    );
  });
});
