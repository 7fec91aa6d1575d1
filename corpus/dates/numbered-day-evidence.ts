/** Finds counted days and round anniversaries of a known date in a text. */

import { addDays } from "./civil-day.ts";
import type { DateEvidence } from "./date-evidence.ts";
import { dayOfCount, numberedDays } from "./numbered-days.ts";
import { readNumeral } from "./numerals.ts";

/** Papers begin to write about a day so long before it, and stop so long after it. */
const daysBefore = 14;
const daysAfter = 45;
const daysBeforeItsEve = 7;

/** 今天 stands at most so far before the count, in characters. */
const reach = 20;
const counted =
  /(?:第\s?([\d一二三四五六七八九十百零〇]{1,6})\s?[个届次]|(?<![的后来])(首)[个届次])[“"「]?([\p{Script=Han}·]{3,14})/gu;
const dayWords: readonly (readonly [pattern: RegExp, days: number])[] = [
  [/(?:今天|今日)[，,]?[^，。]{0,12}$/u, 0],
  [/(?:昨天|昨日)[，,]?[^，。]{0,12}$/u, 1],
  [/(?:明天|明日)[，,]?[^，。]{0,12}$/u, -1],
];
const soon = /即将到来|即将来临|到来之际|来临之际|前夕|将至/u;

export interface NumberedDayEvidence extends DateEvidence {
  /** Whether it names the very day of publication. */
  readonly isExact: boolean;
}

/** What the counted days in the sentence show, in reading order. */
export function numberedDayEvidence(sentence: string): readonly NumberedDayEvidence[] {
  return [...sentence.matchAll(counted)].flatMap((match): readonly NumberedDayEvidence[] => {
    const [, ordinal, first, name = ""] = match;
    const numbered = numberedDays.find((one) => one.name.test(name));
    if (numbered === undefined) return [];
    const count = first === undefined ? readNumeral(ordinal ?? "") : 1;
    const day = dayOfCount(numbered, count);
    if (day === undefined) return [];
    const before = sentence.slice(Math.max(0, match.index - reach), match.index);
    const named = numbered.name.exec(name)?.[0] ?? name;
    const words = sentence.slice(match.index, match.index + match[0].length - name.length) + named;
    const relative = dayWords.find(([pattern]) => pattern.test(before));
    if (relative !== undefined) {
      const [pattern, days] = relative;
      const said = pattern.exec(before)?.[0] ?? "";
      const published = addDays(day, days);
      return [{ words: said + words, from: published, to: published, isExact: true }];
    }
    const isSoon = soon.test(sentence);
    const from = addDays(day, isSoon ? -daysBeforeItsEve : -daysBefore);
    const to = addDays(day, isSoon ? 0 : daysAfter);
    return [{ words, from, to, isExact: false }];
  });
}
