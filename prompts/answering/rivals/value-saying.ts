/** The words with which a sentence says a value. */

import { tagWords } from "../../../retrieval/text/tokens.ts";
import { splitClauses, type Stretch } from "../../verification/text/clauses.ts";
import type { ReadText } from "../../verification/text/read-text.ts";
import type { AskedValue } from "./asked-values.ts";
import type { AskedWords } from "./asked-words.ts";

/** Letters beside a time that alone make a clause. */
const longestJoint = 1;
const placeTag = /^n[stz]/u;
const shortestWord = 2;

function clauseOf(plain: string, { start, end }: AskedValue): Stretch {
  const clause = splitClauses(plain).find((one) => one.start <= start && end <= one.end);
  return clause ?? { text: plain, start: 0, end: plain.length };
}

/** The clause of the value; where that is a bare time, 2005年，…, with the one behind it. */
export function sayingOf(plain: string, value: AskedValue): Stretch {
  const clause = clauseOf(plain, value);
  if (clause.text.trim().length > value.end - value.start + longestJoint) return clause;
  const next = splitClauses(plain).find(({ start }) => start >= clause.end);
  const end = next?.end ?? clause.end;
  return { text: plain.slice(clause.start, end), start: clause.start, end };
}

/** Where the first of the words stands in the text; its length where none does. */
function firstOf(text: string, words: readonly string[]): number {
  return Math.min(text.length, ...words.map((word) => text.indexOf(word)).filter((at) => at >= 0));
}

/**
 * What the clause of the value says beside figures and times: from its subject on where 的 leads to that,
 * and of what happened at a time without who did it.
 */
export function sayingAround(
  { plain, moments, figures }: ReadText,
  value: AskedValue,
  { subjects, attributes }: AskedWords,
): string {
  const saying = sayingOf(plain, value);
  let text = saying.text;
  for (const { start, end } of [...moments, ...figures, value]) {
    const [from, to] = [start - saying.start, end - saying.start];
    if (from < 0 || to > text.length) continue;
    text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }
  const first = firstOf(text, subjects);
  if (value.kind === "time") return text.slice(Math.min(first, firstOf(text, attributes.flat())));
  return first < text.length && text.charAt(first - 1) === "的" ? text.slice(first) : text;
}

/** Places, organisations and works that the sentence names up to the end of the value's saying. */
export function placesIn(plain: string, value: AskedValue): readonly string[] {
  return tagWords(plain.slice(0, sayingOf(plain, value).end))
    .filter(({ word, tag }) => placeTag.test(tag) && word.length >= shortestWord)
    .map(({ word }) => word);
}
