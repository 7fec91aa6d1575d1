/** Finds every stretch of a text that tells a time, not yet what time it is. */

import { chineseTimes } from "./chinese-times.ts";
import { englishTimes } from "./english-times.ts";
import { foldCharacters } from "./fold-characters.ts";
import type { TimeRule, TimeWords } from "./time-words.ts";

const allTimes: readonly TimeRule[] = [...chineseTimes, ...englishTimes];
/** Without a word of small letters there is no English. */
const englishWord = /[a-z]{2}/u;

/** In reading order; no two overlap. */
export function findTimes(text: string): readonly TimeWords[] {
  const folded = foldCharacters(text);
  const found: TimeWords[] = [];
  const rules = englishWord.test(folded) ? allTimes : chineseTimes;
  for (const { pattern, read } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const meaning = read(match.groups ?? {});
      if (meaning === undefined) continue;
      const start = match.index;
      const end = start + match[0].length;
      found.push({ words: text.slice(start, end), start, end, meaning });
    }
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return found.filter((time) => {
    if (time.start < end) return false;
    end = time.end;
    return true;
  });
}
