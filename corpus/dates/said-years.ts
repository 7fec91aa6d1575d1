/** Finds where a text says which year it is, outright or by a plan or an anniversary. */

import { anniversaryYear } from "./anniversaries.ts";
import type { YearVote } from "./date-evidence.ts";
import { readNumeral } from "./numerals.ts";
import { planPeriod } from "./plan-periods.ts";

const certain = 5;
/** An anniversary or a plan's first year that is said to be now. */
const strong = 4;
/** A plan's first year without a word that it is now. */
const fair = 3;
/** So much of the anniversary's name is shown as evidence, in characters. */
const shownName = 10;

const isNow = /今年|今天|今日|正值|恰逢|适逢|喜迎|值此|this year/u;
const isNotNow = /明年|去年|前年|即将|次年|来年|当年|到\s?\d{4}\s?年|next year|last year/u;
const thisIsYear =
  /今年是\s?((?:19|20)\d{2})\s?年|((?:19|20)\d{2})\s?年[，,]?\s?(?:[（(]今年[）)]|也?就?是今年)|今年\s?[（(]((?:19|20)\d{2})\s?年?[）)]/gu;
const lastWasYear = /去年\s?[（(，,]?(?:即|也就是)?\s?((?:19|20)\d{2})\s?年/gu;
const planYear =
  /(十[一二三四五六七])五[”"」』]?(?:规划|计划)?[的之]?(?:(开局|第一|首)|收官|最后一?)之?年/gu;
/** The plan has begun: `“十五五”良好开局`. */
const planBegun =
  /(十[一二三四五六七])五[”"」』]?(?:规划|计划)?(?:实现|迎来)?(?:稳健|稳步|顺利|良好|强势|扎实)?(?:起步|开局(?![之起])|启航|开篇)/gu;
const anniversary = /([\d一二三四五六七八九十百零〇]{2,5})\s?周年/gu;

/** What the sentence says, in no order. */
export function saidYears(text: string): readonly YearVote[] {
  const said = [...text.matchAll(thisIsYear)].map((match): YearVote => ({
    year: Number(match[1] ?? match[2] ?? match[3]),
    weight: certain,
    words: match[0],
    kind: "this year",
  }));
  const last = [...text.matchAll(lastWasYear)].map((match): YearVote => ({
    year: Number(match[1]) + 1,
    weight: certain,
    words: match[0],
    kind: "last year",
  }));
  if (isNotNow.test(text)) return [...said, ...last];
  return [...said, ...last, ...planYears(text), ...anniversaries(text)];
}

function planYears(text: string): readonly YearVote[] {
  const weight = isNow.test(text) ? strong : fair;
  const years = [...text.matchAll(planYear)].flatMap(([words, ordinal = "", first]) => {
    const period = planPeriod(ordinal);
    if (period === undefined) return [];
    const year = first === undefined ? period.lastYear : period.firstYear;
    return [{ year, weight, words: openQuote(words), kind: "plan" }];
  });
  const begun = [...text.matchAll(planBegun)].flatMap(([words, ordinal = ""]) => {
    const year = planPeriod(ordinal)?.firstYear;
    return year === undefined
      ? []
      : [{ year, weight: fair, words: openQuote(words), kind: "plan" }];
  });
  return [...years, ...begun];
}

function openQuote(words: string): string {
  return words.includes("”") ? `“${words}` : words;
}

function anniversaries(text: string): readonly YearVote[] {
  if (!isNow.test(text)) return [];
  return [...text.matchAll(anniversary)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const year = anniversaryYear(before, readNumeral(match[1] ?? ""));
    if (year === undefined) return [];
    const name = before.slice(-shownName).replace(/^.*[，,。、“]/u, "");
    return [{ year, weight: strong, words: name + match[0], kind: "anniversary" }];
  });
}
