/** Gives the times that a sentence tells an absolute reading, beside its text and never in it. */

import type { PublishedOn } from "../article.ts";
import { findTimes } from "./find-times.ts";
import { resolveTimes } from "./resolve-times.ts";

export interface TimeReading {
  /** As they stand in the sentence. */
  readonly words: string;
  /** Offsets in the sentence's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of a kind joined by `/`. */
  readonly value: string;
}

/**
 * In reading order, without overlaps. 今年, 去年, 昨日 and a date without its year are read only where
 * the publication is known; where it is known as an interval, only what is the same throughout it.
 */
export function readTimes(
  sentence: string,
  publishedOn: PublishedOn | undefined,
): readonly TimeReading[] {
  const times = findTimes(sentence);
  if (times.length === 0) return [];
  const [earliest, latest = earliest] = publishedOn?.value.split("/") ?? [];
  const atEarliest = resolveTimes(sentence, times, earliest);
  const atLatest = latest === earliest ? atEarliest : resolveTimes(sentence, times, latest);
  return times.flatMap(({ words, start, end }, index) => {
    // Every value moves only forwards with the publication: the same at both ends, the same between.
    const value = atEarliest[index]?.find((one) => atLatest[index]?.includes(one));
    return value === undefined ? [] : [{ words, start, end, value }];
  });
}
