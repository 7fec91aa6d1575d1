/** The ways in which Chinese text tells a time. */

import {
  dayAlone,
  decade,
  numericDay,
  partOfYear,
  partWithoutYear,
  plan,
  yearRange,
  yearWords,
} from "./chinese-time-patterns.ts";
import { readNumeral } from "./numerals.ts";
import { planPeriod } from "./plan-periods.ts";
import { readPart } from "./read-part.ts";
import type { MatchGroups, TimeMeaning, TimeRule, YearMeant } from "./time-words.ts";

const decadeYears = 10;
const centuryYears = 100;
const lastCentury = 20;

const yearsFromPublication: ReadonlyMap<string, number> = new Map([
  ["今年", 0],
  ["本年", 0],
  ["本年度", 0],
  ["去年", -1],
  ["前年", -2],
  ["明年", 1],
  ["后年", 2],
]);
const yearsFromBefore: ReadonlyMap<string, number> = new Map([
  ["当年", 0],
  ["同年", 0],
  ["次年", 1],
  ["翌年", 1],
]);
const stepsFromPublication: ReadonlyMap<string, number> = new Map([
  ["大前", -3],
  ["前", -2],
  ["昨", -1],
  ["上", -1],
  ["今", 0],
  ["本", 0],
  ["这", 0],
  ["明", 1],
  ["下", 1],
  ["后", 2],
  ["大后", 3],
]);

/** First characters of a match, named so that the engine skips the rest of a text quickly. */
const yearStart = "(?=[12一二今本去前明后当同次翌上])";
const partStart = String.raw`(?=[\d一二三四五六七八九十前首第上下])`;
/** Comes again every year, or is a day of the moon's calendar. */
const notRepeated = "(?<!每年|往年|历年|常年|农历|阴历|旧历)";
const notInNumber = String.raw`(?<![\d.年月第]\s?)`;
/** 今天 that means no day: `网络发达的今天`, `今日头条`. */
const notNowadays = "(?<![的好之])(?=[大前昨今明后][天日晚晨早夜前昨今])";
const notName = "(?!头条|说法|视点|关注|俄罗斯|美国|之|的(?!会|发布|比赛|活动|仪式|论坛|课))";

/** In no order: of two readings that overlap the one that starts first holds, then the longer. */
export const chineseTimes: readonly TimeRule[] = [
  {
    pattern: pattern(
      String.raw`${yearStart}${notRepeated}(?:${yearWords})(?:的?\s?(?:${partOfYear}))?`,
    ),
    read: (groups) => ({ kind: "year part", year: yearMeant(groups), part: readPart(groups) }),
  },
  {
    pattern: pattern(
      String.raw`${partStart}${notRepeated}${notInNumber}(?:${partWithoutYear})(?!龄|大的?婴)`,
    ),
    read: (groups) => ({ kind: "year part", year: { kind: "unsaid" }, part: readPart(groups) }),
  },
  {
    pattern: pattern(numericDay),
    read: (groups) => {
      const month = Number(groups["numericMonth"]);
      const day = Number(groups["numericDay"]);
      const ends = { fromMonth: month, fromDay: day, toMonth: month, toDay: day };
      return {
        kind: "year part",
        year: { kind: "named", year: Number(groups["numericYear"]) },
        part: { kind: "days", ...ends },
      };
    },
  },
  {
    pattern: pattern(yearRange),
    read: (groups) => {
      const from = readNumeral(groups["fromYear"] ?? "");
      const to = readNumeral(groups["toYear"] ?? "");
      return from < to ? { kind: "years", from, to } : undefined;
    },
  },
  { pattern: pattern(decade), read: readDecade },
  { pattern: pattern(plan), read: readPlan },
  {
    pattern: pattern(
      String.raw`${notNowadays}(?:(?<day>大前|大后|前|昨|今|明|后)(?:天|日(?!本))|(?<part>昨|今|明)(?:晚|晨|早|夜))(?:上午|下午|中午|凌晨|早上|晚上|晚|晨|早|夜)?${notName}`,
    ),
    read: (groups) => ({
      kind: "day from publication",
      days: stepsFromPublication.get(groups["day"] ?? groups["part"] ?? "") ?? 0,
    }),
  },
  {
    pattern: pattern("(?<week>上|本|这|下)(?:周|个?星期)(?![一二三四五六日天末])"),
    read: (groups) => ({
      kind: "week from publication",
      weeks: stepsFromPublication.get(groups["week"] ?? "") ?? 0,
    }),
  },
  {
    pattern: pattern("(?<month>上|本|这|下)个?月(?:份)?(?:以来|[上中下]旬|初|底|末)?"),
    read: (groups) => ({
      kind: "month from publication",
      months: stepsFromPublication.get(groups["month"] ?? "") ?? 0,
    }),
  },
  {
    pattern: pattern(String.raw`(?=\d)${dayAlone}`),
    read: (groups) => ({ kind: "day of month", day: Number(groups["dayOfMonth"]) }),
  },
  {
    pattern: pattern(
      "截至(?:目前|当前|现在|发稿)|目前|当前|现如今|如今|眼下|(?<![发出呈体表实展])现在(?!的人)",
    ),
    read: () => ({ kind: "now" }),
  },
];

function pattern(source: string): RegExp {
  return new RegExp(source, "gu");
}

function yearMeant(groups: MatchGroups): YearMeant {
  const { named, near, before } = groups;
  if (named !== undefined) return { kind: "named", year: readNumeral(named) };
  if (near !== undefined) {
    return { kind: "from publication", years: yearsFromPublication.get(near) ?? 0 };
  }
  if (before !== undefined) return { kind: "from before", years: yearsFromBefore.get(before) ?? 0 };
  return { kind: "from context", years: -1 };
}

function readPlan(groups: MatchGroups): TimeMeaning | undefined {
  const period = planPeriod(groups["plan"] ?? groups["quotedPlan"] ?? "");
  if (period === undefined) return undefined;
  const { firstYear, lastYear } = period;
  if (groups["opening"] !== undefined) return { kind: "years", from: firstYear, to: firstYear };
  if (groups["closing"] !== undefined) return { kind: "years", from: lastYear, to: lastYear };
  return { kind: "years", from: firstYear, to: lastYear };
}

function readDecade(groups: MatchGroups): TimeMeaning {
  const { century = "", decadeYear } = groups;
  if (decadeYear !== undefined) {
    return { kind: "years", from: Number(decadeYear), to: Number(decadeYear) + decadeYears - 1 };
  }
  const ordinal = century.startsWith("上") ? lastCentury : readNumeral(century);
  const from = (ordinal - 1) * centuryYears + readNumeral(groups["decade"] ?? "");
  return { kind: "years", from, to: from + decadeYears - 1 };
}
