/** The rules by which a duration or a day of the month follows from times of the evidence. */

import { addDays, daysBetween } from "../../../corpus/dates/civil-day.ts";
import type { CitedSentence, CitedText } from "../text/cited-text.ts";
import type { Figure } from "./read-figures.ts";

const secondsPerDay = 86_400;
const secondsPerMinute = 60;
const minutesPerDay = 1440;
const monthsPerYear = 12;
const lastDay = 31;
const wholeDay = /^\d{4}-\d\d-\d\d$/u;
const month = /^\d{4}-\d\d/u;
const nextDay = /次日|翌日|第二天|\bnext day\b|\bfollowing day\b/u;
const dayWords = /^\d{1,2}\s?[日号]$/u;

/** Ends of the times of a sentence, as written in its values. */
function endsOf({ moments, storedTimes }: CitedSentence): readonly string[] {
  const values = [
    ...moments.flatMap(({ value }) => (value === undefined ? [] : [value])),
    ...storedTimes,
  ];
  return [...new Set(values.flatMap((value) => value.split("/")))];
}

function monthNumber(value: string): number {
  return Number(value.slice(0, 4)) * monthsPerYear + Number(value.slice(5, 7));
}

function pairs<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  return values.flatMap((one) =>
    values.flatMap((other) => (one === other ? [] : [[one, other] as const])),
  );
}

/** Seconds between two times of day; the second may be of the next day. */
function clockSpans({ figures }: CitedSentence): readonly number[] {
  const clocks = figures.filter(({ dimension }) => dimension === "clock").map(({ value }) => value);
  return pairs(clocks).map(
    ([from, to]) => ((to - from + minutesPerDay) % minutesPerDay) * secondsPerMinute,
  );
}

/** Seconds from one day to another, with and without the last. */
function daySpans(ends: readonly string[]): readonly number[] {
  return pairs(ends.filter((end) => wholeDay.test(end))).flatMap(([one, other]) => {
    const days = daysBetween(one, other);
    return [days * secondsPerDay, (days + 1) * secondsPerDay];
  });
}

function monthSpans(ends: readonly string[]): readonly number[] {
  return pairs(ends.filter((end) => month.test(end))).flatMap(([one, other]) => {
    const months = monthNumber(other) - monthNumber(one);
    return [months, months + 1];
  });
}

/** Whether the duration lies between two times of the cited sentences. */
export function isDuration(said: Figure, cited: CitedText): boolean {
  const ends = [...new Set(cited.sentences.flatMap(endsOf))];
  if (said.dimension === "time") {
    const spans = [...cited.sentences.flatMap(clockSpans), ...daySpans(ends)];
    return said.value > 0 && spans.includes(said.value);
  }
  return said.dimension === "months" && said.value > 0 && monthSpans(ends).includes(said.value);
}

/** Whether `22日` is a day that the cited sentences name in another way: 5月22日, 次日. */
export function isKnownDay(said: Figure, { sentences }: CitedText): boolean {
  if (!dayWords.test(said.words) || said.value > lastDay * secondsPerDay) return false;
  const day = said.value / secondsPerDay;
  return sentences.some((sentence) => {
    const days = endsOf(sentence).filter((end) => wholeDay.test(end));
    const isNext = nextDay.test(sentence.plain);
    return days.some(
      (one) =>
        Number(one.slice(-2)) === day || (isNext && Number(addDays(one, 1).slice(-2)) === day),
    );
  });
}
