/**
 * Tells texts that differ by misread characters from texts that differ in words. A scanner's slip
 * leaves letters that are no word; a fact, a name or a place that was changed leaves one on both
 * sides.
 */

import { tagWords } from "../text/tokens.ts";
import { isDictionaryWord } from "../text/word-frequencies.ts";
import { isNegation, isNumeral, isOpposed, isQualifier } from "./telling-units.ts";

/** A stretch of units, `[start, end)`, in its text. */
export interface Stretch {
  readonly units: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Units of one text that may stand for units of the other, the likeliest first. */
const partings = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 2],
  [2, 1],
  [1, 2],
] as const;
const longestWord = 4;
const han = /^\p{Script=Han}$/u;
const nameTag = /^n[rstz]/u;

type Reading = "nothing" | "name" | "word";

/** What the dictionary makes of the characters at a stretch, with those beside it. */
function readingOf({ units, start, end }: Stretch): Reading {
  let reading: Reading = "nothing";
  for (let from = Math.max(0, end - longestWord); from < end; from++) {
    const last = Math.min(units.length, from + longestWord);
    for (let to = Math.max(from + 2, start + 1); to <= last; to++) {
      const word = units.slice(from, to).join("");
      if (!isDictionaryWord(word)) continue;
      if (!nameTag.test(tagWords(word)[0]?.tag ?? "")) return "word";
      reading = "name";
    }
  }
  return reading;
}

/** How a place where two texts part reads: a misread character, perhaps one, or other words. */
type Parting = "slip" | "doubtful" | "change";

/** Whether words that are replaced, put in or left out here say something else. */
function turns(a: readonly string[], b: readonly string[]): boolean {
  const all = [...a, ...b];
  if (all.some((unit) => isNegation(unit) || !han.test(unit))) return true;
  if (a.length === 0 || b.length === 0) {
    return all.some((unit) => isNumeral(unit) || isOpposed(unit) || isQualifier(unit));
  }
  // A figure or 上 may be misread as something else, but not as another figure or as 下.
  const sides = [a, b];
  return sides.every((side) => side.some(isNumeral)) || sides.every((side) => side.some(isOpposed));
}

function judge(one: Stretch, other: Stretch): Parting {
  const [a, b] = [one.units.slice(one.start, one.end), other.units.slice(other.start, other.end)];
  if (turns(a, b)) return "change";
  if (a.length === 0 || b.length === 0) return "slip";
  const [reading, otherReading] = [readingOf(one), readingOf(other)];
  if (a.length + b.length === 2) {
    return reading === "nothing" || otherReading === "nothing" ? "slip" : "doubtful";
  }
  // Two characters are a whole name: 武巍 for 王腾 is no slip.
  const isBroken = (whole: Reading, broken: Reading) => whole === "word" && broken === "nothing";
  return isBroken(reading, otherReading) || isBroken(otherReading, reading) ? "slip" : "change";
}

/** What is misread in a copy. */
export interface Misreadings {
  readonly slips: number;
  /** A single character replaced so that both read as words: 中国 for 美国, but 侯鸟 for 候鸟 as well. */
  readonly doubtful: number;
}

/**
 * The slips by which two stretches differ: one or two characters misread, or one lost or added,
 * with what follows agreeing again. Undefined where they differ in more.
 */
export function findMisreadings(one: Stretch, other: Stretch): Misreadings | undefined {
  const agrees = (a: number, b: number): boolean => {
    if (a >= one.end || b >= other.end) return a === one.end && b === other.end;
    return one.units[a] === other.units[b];
  };
  const found = { slip: 0, doubtful: 0 };
  let [a, b] = [one.start, other.start];
  while (a < one.end || b < other.end) {
    if (agrees(a, b)) {
      a++;
      b++;
      continue;
    }
    let next: (typeof partings)[number] | undefined;
    for (const parting of partings) {
      const [end, otherEnd] = [a + parting[0], b + parting[1]];
      if (!agrees(end, otherEnd)) continue;
      const judged = judge({ ...one, start: a, end }, { ...other, start: b, end: otherEnd });
      if (judged === "change") continue;
      found[judged]++;
      next = parting;
      break;
    }
    if (next === undefined) return undefined;
    a += next[0];
    b += next[1];
  }
  return { slips: found.slip, doubtful: found.doubtful };
}
