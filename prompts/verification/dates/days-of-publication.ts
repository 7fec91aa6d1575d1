/** Counts days of a sentence from the day of its publication: 8日, 昨晚. */

import { daysBetween } from "../../../corpus/dates/civil-day.ts";
import type { CitedSentence } from "../text/cited-text.ts";

const daysInMonth = 31;
const wholeDay = /^\d{4}-\d\d-\d\d$/u;
const nearDays: readonly (readonly [days: number, words: RegExp])[] = [
  [-1, /昨[天日晚晨夜]|\byesterday\b|\blast night\b/u],
  [0, /今[天日晚晨夜早]|\btoday\b|\btonight\b/u],
  [1, /明[天日晚晨早]|\btomorrow\b/u],
];

/** 8日 that the sentence says without its month, shortly before or after it was published. */
export function isBareDay(value: string, { plain, publishedOn }: CitedSentence): boolean {
  if (publishedOn === undefined || !/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const published = publishedOn.value.slice(0, value.length);
  const days = daysBetween(value, published);
  const isSaid = new RegExp(
    `(?<![\\d月.])${Number(value.slice(-2))}[日号](?!\\d+(?![\\d时点:：]))`,
    "u",
  ).test(plain);
  return isSaid && Math.abs(days) < daysInMonth;
}

/** 昨晚 and its like, counted from the day of publication. */
export function isNearDay(value: string, { plain, publishedOn }: CitedSentence): boolean {
  if (publishedOn === undefined || !wholeDay.test(value) || !wholeDay.test(publishedOn.value)) {
    return false;
  }
  const days = daysBetween(publishedOn.value, value);
  return nearDays.some(([distance, words]) => distance === days && words.test(plain));
}
