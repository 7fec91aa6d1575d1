import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inferPublishedOn } from "../../../corpus/dates/infer-date.ts";

function infer(...texts: readonly string[]): string | undefined {
  return inferPublishedOn(texts)?.value;
}

describe("inferPublishedOn", () => {
  describe("a counted day", () => {
    test.each([
      ["2022-04-26", "今天是第22个世界知识产权日，东湖专利窗口迎来一批学生。"],
      ["2024-09-10", "今天是第四十个教师节，东湖小学的孩子们送来鲜花。"],
      ["2024-11-09", "昨天是第25个记者节，本报编辑部迎来读者。"],
      ["2025-05-17", "明天是第三十五次全国助残日，青石县康复中心对外开放。"],
      ["2023-08-15", "今天，首个全国生态日活动在东湖举行。"],
      ["2024-09-22", "今日，第七个中国农民丰收节主会场在青石镇拉开帷幕。"],
      ["2024-05-12", "今天是第113个国际护士节。"],
      ["2024-03-25", "今天是第29个全国中小学生安全教育日。"],
    ])("is the day %s", (value, text) => {
      expect(inferPublishedOn([text])?.value).toBe(value);
    });

    test("is shown by its words", () => {
      expect(inferPublishedOn(["今天是第22个世界知识产权日，东湖专利窗口迎来一批学生。"])).toEqual({
        value: "2022-04-26",
        kind: "inferred",
        evidence: "今天是第22个世界知识产权日",
      });
    });

    test("that is still to come bounds the days before it", () => {
      expect(infer("在第25个世界知识产权日到来之际，记者走访了青石市的三家企业。")).toBe(
        "2025-04-19/2025-04-26",
      );
    });

    test("without a word that it is today bounds the days around it", () => {
      expect(infer("日前，东湖区举行第29个世界读书日主题活动。")).toBe("2024-04-09/2024-06-07");
    });

    test("of two that exclude each other shows nothing", () => {
      expect(infer("今天是第24个世界知识产权日。", "今天是第24个记者节。")).toBeUndefined();
    });

    test("of the past is no evidence in a text that names a later year", () => {
      expect(
        infer(
          "自2018年首个中国农民丰收节以来，青石镇年年办会。",
          "记者看到，2022年的账本还贴在墙上。",
        ),
      ).toBeUndefined();
    });
  });

  describe("a year that the text says", () => {
    test.each([
      ["2025-01-01/2025-12-31", ["今年是2025年，青石书院建成三十年。"]],
      ["2024-04-18/2024-06-16", ["去年（2023年），园区引进企业九家。", "4月17日，记者走进园区。"]],
      ["2024-01-01/2024-12-31", ["今年是新中国成立75周年，青石县办起图片展。"]],
      [
        "2021-06-29/2021-08-27",
        ["喜迎建党100周年，东湖区排演合唱。", "6月28日，记者在现场看到排练。"],
      ],
      ["2025-09-04/2025-11-02", ["今年是中国人民抗日战争胜利80周年。", "9月3日，老兵们来到广场。"]],
      ["2026-01-09/2026-03-09", ["记者看到，“十五五”迎来良好开局。", "1月8日，青石船厂开工。"]],
      ["2025-01-01/2025-12-31", ["今年是“十四五”收官之年，各项工程加紧推进。"]],
    ])("gives %s", (value, texts) => {
      expect(infer(...texts)).toBe(value);
    });

    test.each([
      [["明年是新中国成立75周年，记者了解到青石县正筹备图片展。"]],
      [["明年是“十五五”开局之年，记者了解到规划已经编好。"]],
      [["到2049年新中国成立100周年时，记者笔下的小城会是怎样？"]],
    ])("is not the year before or after: %s", (texts) => {
      expect(infer(...texts)).toBeUndefined();
    });
  });

  describe("news of a named year", () => {
    test("lies behind its newest day and, where that year is 今年, before its end", () => {
      const page = [
        "近日，2025年青石省绿色工厂评选揭晓，东湖市12家上榜。",
        "今年以来，港口一片忙碌，1至10月吞吐量增长3.2%。",
        "本报东湖讯（记者王小明）12月19日，老码头书店开门迎客。",
        "日前，记者从东湖区获悉，2025年该区图书馆夜间开放。",
        "2025年已完成路灯更换300盏，全年计划完成500盏。",
      ];

      expect(inferPublishedOn(page)).toEqual({
        value: "2025-12-20/2025-12-31",
        kind: "inferred",
        evidence: expect.stringContaining("12月19日"),
      });
    });

    test("runs into the next year where nothing calls it 今年", () => {
      expect(infer("2025年12月19日，青石大桥通车。", "12月20日，记者看到桥上车流不断。")).toBe(
        "2025-12-21/2026-02-18",
      );
    });

    test("lies in the year after the one whose figures are complete", () => {
      const page = [
        "2025年，青石港区生产总值达87亿元，增长4%。",
        "2025年，三家船厂订单较上年增长一成，达40亿元。",
        "2025年，港区税收同比增长9%，全市居首。",
        "3月30日，记者在港区看到吊车繁忙。",
        "新泊位计划4月投入使用，首批设备今年3月已经到位。",
      ];

      expect(infer(...page)).toBe("2026-03-31/2026-04-30");
    });

    test("takes December and January for one winter beside figures of the old year", () => {
      const page = [
        "2025年，青石港吞吐量900万吨，同比增长6%。",
        "2025年，港口实现营收12亿元。",
        "2025年，港区企业利润比上年增长8%。",
        "12月28日，记者登上新船；1月13日，新船首航。",
      ];

      expect(infer(...page)).toBe("2026-01-14/2026-03-14");
    });

    test("is as old as a full date at the head of the page", () => {
      expect(infer("2023年7月27日，东湖公共艺术展开幕。", "昨日，展厅里人头攒动。")).toBe(
        "2023-07-27/2023-09-25",
      );
    });

    test("may appear on the day that it calls today", () => {
      expect(
        infer("青石网8月16日消息，公司今日公布2023年1至6月财报。", "近日，2023年新品也已上市。"),
      ).toBe("2023-08-16/2023-10-15");
    });

    test("lies in the year of figures for its first months", () => {
      expect(
        infer(
          "2023年1至6月，全县接待游客90万人次。",
          "近日，2023年青石旅游节闭幕，记者看到游客依依不舍。",
        ),
      ).toBe("2023-06-30/2024-02-29");
    });

    test("does not end before a planned month of last year's figures", () => {
      expect(
        infer(
          "今年是2024年，园区建设提速。",
          "今年2月，青石市召开动员会。",
          "截至今年3月底，累计开工九项。",
        ),
      ).toBe("2024-03-31/2024-12-31");
    });

    test("widens to the year's end where days and months contradict each other", () => {
      expect(
        infer("今年是2024年，园区建设提速。", "2月5日，青石市召开动员会。", "今年10月，工程竣工。"),
      ).toBe("2024-02-06/2024-12-31");
    });

    test("overlooks a day that comes every year", () => {
      expect(
        infer(
          "今年是2024年。",
          "4月18日，书展在东湖闭幕。",
          "11月9日是消防日，每年12月4日办宪法讲座。",
        ),
      ).toBe("2024-04-19/2024-06-17");
    });
  });

  describe("a text that does not show it", () => {
    test.each([
      [["青石书院是一座位于东湖北岸的书院，建于1905年，1949年改为中学，2004年2月29日列为文物。"]],
      [["林远（1889年1月4日—1936年3月11日），小说作家，1912年3月定居东湖。"]],
      [["东湖站于2009年12月28日启用，位于青石路地下，2012年5月7日改建。"]],
      [["唐代以来，青石为商埠，1840年开埠，1911年设县，20世纪90年代撤县设区。"]],
      [["《青石往事》是2008年的专辑，于2008年5月16日发行，共收录十首歌。"]],
      [["记者走进车间，机器轰鸣。", "公司成立于2007年12月，2019年搬到东湖。"]],
      [["8月3日，青石警方通报一起案件。", "两人于2018年8月相识，2019年11月分手。"]],
      [["近日，一场大雪覆盖青石山，游人踏雪赏梅。"]],
      [["今年3月，东湖小学迎来新校长，去年新建的操场也已启用。"]],
      [["到2027年，青石市力争研发投入强度达到3%，记者了解到企业将突破3000家。"]],
      [["新规自2030年1月1日起施行，记者了解到商户已在准备。"]],
      [["据报道，70年后的7月27日，各方再聚东湖，纪念1953年7月27日的协定。"]],
      [["The museum was founded in 1905 and rebuilt in 1998."]],
      [[]],
      [["", "。"]],
    ])("gives nothing: %s", (texts) => {
      expect(infer(...texts)).toBeUndefined();
    });
  });

  const pieces = fc.constantFrom(
    ..."今年 去年 近日， 记者 2025年 2024年 12月19日 1至10月 今天是第24个 世界知识产权日 “十五五” 开局之年 周年 新中国成立75 增长7% 同比 亿元 计划 4月 。".split(
      " ",
    ),
  );

  test("gives a day or an ordered interval of at most thirteen months, for whatever texts", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(pieces, { maxLength: 12 }).map((words) => words.join("")),
          { maxLength: 6 },
        ),
        (texts) => {
          const inferred = inferPublishedOn(texts);
          if (inferred === undefined) return;
          const [from = "", to = from] = inferred.value.split("/");
          expect(from).toMatch(/^\d{4}-\d\d-\d\d$/u);
          expect(to >= from).toBe(true);
          expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(396 * 86_400_000);
          expect(inferred.evidence).not.toBe("");
        },
      ),
    );
  });
});
