/** A sentence with its times sorted by what they can show about its publication. */

import { findTimes } from "./find-times.ts";
import { isPlanned } from "./planned.ts";
import type { TimeWords, YearPart } from "./time-words.ts";

interface SaidTime {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly isPlanned: boolean;
}

/** A time whose year stands in the text. */
export interface NamedTime extends SaidTime {
  readonly year: number;
  readonly part: YearPart["kind"];
  readonly yearPart: YearPart;
}

/** `12月19日`, `今年3月`, `1至10月`: a part of a year near the publication. */
export interface NearTime extends SaidTime {
  /** 今年 0, 去年 -1; undefined where no year is said. */
  readonly yearsAway: number | undefined;
  readonly yearPart: YearPart;
}

export interface DatedSentence {
  readonly text: string;
  readonly named: readonly NamedTime[];
  readonly near: readonly NearTime[];
}

/** A day far off, an old plan or an earlier failure tell nothing: `有效期至`, `原计划`. */
const notAnEvent = /(?:有效期|期限|截止|原计划|原定|曾计划|(?<!截)至|到|早于|晚于|之前|前于)$/u;

export function dateSentence(text: string): DatedSentence {
  const named: NamedTime[] = [];
  const near: NearTime[] = [];
  /** A month without its year, after a year in the same sentence, is most likely of that year. */
  let hasYear = false;
  for (const time of findTimes(text)) {
    const { meaning } = time;
    if (meaning.kind !== "year part") continue;
    const said = saidTime(text, time);
    if (meaning.year.kind === "named") {
      hasYear = true;
      const { part } = meaning;
      named.push({ ...said, year: meaning.year.year, part: part.kind, yearPart: part });
    } else if (meaning.year.kind === "from publication") {
      near.push({ ...said, yearsAway: meaning.year.years, yearPart: meaning.part });
      hasYear ||= meaning.part.kind !== "whole" && meaning.part.kind !== "so far";
    } else if (meaning.year.kind === "unsaid" && !hasYear) {
      near.push({ ...said, yearsAway: undefined, yearPart: meaning.part });
    }
  }
  return { text, named, near };
}

function saidTime(text: string, { words, start, end }: TimeWords): SaidTime {
  const planned = isPlanned(text, start, end) || notAnEvent.test(text.slice(0, start));
  return { words, start, end, isPlanned: planned };
}
