/** Finds the days that a text names without their year, as papers name what has just happened. */

import { addDays } from "./civil-day.ts";
import type { DatedSentence } from "./dated-sentence.ts";
import { partDays } from "./resolve-times.ts";

/** A piece of the same day: the wire, the web, or a paper that says 今日. */
const sameDay = /今天|今日|今晨|今晚|\d\s?日[^，。]{0,3}[电讯消]|today/u;
/** `5月8日是红十字日` holds every year. */
const everyYear = /^[，,]?是[^，。]{0,16}[日节]/u;
/** Looks back to the same day of another year. */
export const retrospect = /周年|\d\s?年[前后]|年来|资料图|满[一二两三四五六七八九十\d]+年/u;
/** A day so far behind one that is said to be today is still to come. */
const daysAhead = 31;

export interface FreshDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly words: string;
  /** Which of the sentences names it, from 0. */
  readonly sentence: number;
  /** Whether the sentence was written on that day. */
  readonly isSameDay: boolean;
}

/** Every such day that is no plan and no memory, read as one of the year; newest first. */
export function findFreshDays(
  sentences: readonly DatedSentence[],
  year: number,
): readonly FreshDay[] {
  const days = sentences.flatMap(({ text, near }, sentence) => {
    if (retrospect.test(text)) return [];
    const isSameDay = sameDay.test(text);
    return near.flatMap(({ words, yearPart, yearsAway, isPlanned, end }): readonly FreshDay[] => {
      if (yearPart.kind !== "days" || yearsAway !== undefined || isPlanned) return [];
      const day = partDays(year, yearPart)?.to;
      return day === undefined || everyYear.test(text.slice(end))
        ? []
        : [{ day, words, sentence, isSameDay }];
    });
  });
  days.sort((one, other) => (one.day < other.day ? 1 : -1));
  const today = days.find(({ isSameDay }) => isSameDay);
  if (today === undefined) return days;
  const latest = addDays(today.day, daysAhead);
  return days.filter(({ day }) => day <= latest);
}
