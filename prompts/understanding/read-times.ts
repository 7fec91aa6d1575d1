/** Reads 去年, 上个月 and last year of a question against the day on which it is asked. */

import { addDays, addMonths, yearOf } from "../../corpus/dates/civil-day.ts";
import { findTimes } from "../../corpus/dates/find-times.ts";
import type { TimeWords } from "../../corpus/dates/time-words.ts";
import { isChinese } from "./question-words.ts";

/** Of a year part, 今年 of 今年上半年. */
const nearYear = /今年|去年|前年|明年|后年|本年度?|\b(?:this|last|next) year\b/iu;
/** 《去年夏天》 is a title. */
const quoted = /[《“「『"][^》”」』"]*[》”」』"]/gu;
const englishMonths =
  "January February March April May June July August September October November December".split(
    " ",
  );

function sayDay(value: string, isHan: boolean): string {
  const [year = "", month = "", day = ""] = value.split("-");
  if (isHan) {
    return `${year}年${month === "" ? "" : `${Number(month)}月`}${day === "" ? "" : `${Number(day)}日`}`;
  }
  const name = englishMonths[Number(month) - 1];
  if (name === undefined) return year;
  return day === "" ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** The time in absolute words; undefined where the words are absolute, or too vague. */
function absoluteOf({ words, meaning }: TimeWords, today: string): string | undefined {
  const isHan = isChinese(words);
  switch (meaning.kind) {
    case "year part": {
      if (meaning.year.kind !== "from publication") return undefined;
      const year = String(yearOf(today) + meaning.year.years);
      return words.replace(nearYear, isHan ? `${year}年` : year);
    }
    case "day from publication":
      return sayDay(addDays(today, meaning.days), isHan);
    case "month from publication":
      return sayDay(addMonths(today, meaning.months), isHan);
    // Too vague to be found by, or absolute.
    case "week from publication":
    case "day of month":
    case "years":
    case "now":
      return undefined;
  }
}

function isQuoted(question: string, { start }: TimeWords): boolean {
  return [...question.matchAll(quoted)].some(
    ({ 0: words, index }) => index < start && start < index + words.length,
  );
}

/** `the last year of the war` is no year ago. */
function isOfSomething(question: string, { start, end }: TimeWords): boolean {
  return /\bthe $/iu.test(question.slice(0, start)) && /^ of\b/iu.test(question.slice(end));
}

/** `planted last year` is planted in 2025. */
function placed(question: string, { words, start, end }: TimeWords, value: string): string {
  const isHan = isChinese(words);
  const hasPlace =
    /\b(?:in|on|of|for|by|during|since|until|from|before|after|than|the) $/iu.test(
      question.slice(0, start),
    ) ||
    /^(?:in|so|earlier|later) /iu.test(words) ||
    /^['’]s/u.test(question.slice(end)) ||
    start === 0;
  if (isHan || hasPlace) return value;
  return `${/\d, \d/u.test(value) ? "on" : "in"} ${value}`;
}

/**
 * The question with absolute times in the place of its relative ones: 2025年 for 去年.
 *
 * @param today `YYYY-MM-DD` where it is asked
 */
export function readTimes(question: string, today: string): string {
  let read = "";
  let from = 0;
  for (const time of findTimes(question)) {
    const value = absoluteOf(time, today);
    if (value === undefined || isQuoted(question, time) || isOfSomething(question, time)) continue;
    read += question.slice(from, time.start) + placed(question, time, value);
    from = time.end;
  }
  return read + question.slice(from);
}
