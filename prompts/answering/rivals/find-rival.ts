/**
 * Finds a sentence that contradicts another: nearly its words about the same subject, with another
 * value of the kind asked for. What differs in more than the value, in its month or its place, speaks of
 * something else and contradicts nothing.
 */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";
import { type Comparison, compareSentences } from "./compare-sentences.ts";
import { areDifferingValues, areOtherThings, namesIn, textOf } from "./differing-values.ts";

export interface Rival<Sentence> {
  readonly sentence: Sentence;
  /** What each says in the other's place. */
  readonly values: readonly [string, string];
}

/** Two sentences that share less speak of different things. */
const leastShared = 0.6;
/** Letters; two headings may share all but one word and mean nothing by it. */
const shortest = 12;
/** So many ranked sentences are compared. */
const lookedAt = 40;
const partOfYear = /[上下]半年|第?[一二三四]季度|\d{1,2}月(?!\d)/gu;
const unitWord = /^[\p{Script=Han}%‰℃]{1,3}$/u;
const day = /\d{1,2}月\d{1,2}[日号]/gu;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?=年)/gu;
/** Its passage may hold this much less of the question. */
const coverageSlack = 0.02;

/** Whether the two name the same things, the value in question aside. */
function nameTheSame({ here, there }: Comparison, values: readonly string[]): boolean {
  const lacks = (one: typeof here, other: typeof here) => {
    const text = textOf(other);
    return namesIn(one).some(
      (name) => !text.includes(name) && !values.some((value) => value.includes(name)),
    );
  };
  return !lacks(here, there) && !lacks(there, here);
}

/** Not as part of another number: 70 in 170. */
function holds(text: string, value: string): boolean {
  const at = text.indexOf(value);
  return at >= 0 && !/\d/u.test(text.charAt(at - 1)) && !/\d/u.test(text.charAt(at + value.length));
}

/** Whether neither names a part of the year that the other does not, and no other year or day. */
function areOfOneTime(here: string, there: string): boolean {
  const setOf = (text: string, pattern: RegExp) => new Set(text.match(pattern) ?? []);
  const share = (pattern: RegExp): boolean => {
    const [ones, others] = [setOf(here, pattern), setOf(there, pattern)];
    return ones.size === 0 || others.size === 0 || [...ones].some((one) => others.has(one));
  };
  const [parts, otherParts] = [setOf(here, partOfYear), setOf(there, partOfYear)];
  if (parts.size !== otherParts.size || [...parts].some((part) => !otherParts.has(part))) {
    return false;
  }
  return share(year) && share(day);
}

/** One article tells of several things in like words, and contradicts itself hardly ever. */
export function areOfOneArticle(
  { passage: { chunk } }: RankedSentence,
  { passage: { chunk: other } }: RankedSentence,
): boolean {
  return chunk.documentId === other.documentId && chunk.title === other.title;
}

/** Whether each article is about what its sentence says: 异齿前肛鳗 here, 高氏前肛鳗 there. */
function areTheirTitles(
  values: readonly [string, string],
  sentences: readonly [RankedSentence, RankedSentence],
): boolean {
  return values.every(
    (value, at) =>
      !/\d/u.test(value) && normalise(sentences[at]?.passage.chunk.title ?? "").includes(value),
  );
}

/** 70个 for 70 where 个 follows in both. */
function withUnit(value: string, next: string): string {
  return /\d$/u.test(value) && unitWord.test(next) ? value + next : value;
}

function rivalValues(
  question: AnalysedQuestion,
  sentence: RankedSentence,
  other: RankedSentence,
): readonly [string, string] | undefined {
  if (other.features.coveragePassage < sentence.features.coveragePassage - coverageSlack) return;
  if (areOfOneArticle(sentence, other)) return undefined;
  const comparison = compareSentences(sentence.sentence.text, other.sentence.text, leastShared);
  if (comparison === undefined) return undefined;
  const [here, there] = [textOf(comparison.here), textOf(comparison.there)];
  if (Math.min(here.length, there.length) < shortest) return undefined;
  const differing = comparison.replacements.filter((found) => areDifferingValues(question, found));
  const distinct = new Map(
    differing.map((found) => [textOf(found.here) + textOf(found.there), found]),
  );
  const [first] = distinct.values();
  if (first === undefined || distinct.size > 1) return undefined;
  const values = [textOf(first.here), textOf(first.there)] as const;
  // One that the question itself names tells what is asked about.
  if (question.text.includes(values[0])) return undefined;
  // One that the other sentence holds elsewhere was only moved.
  if (holds(there, values[0]) || holds(here, values[1])) return undefined;
  if (areTheirTitles(values, [sentence, other])) return undefined;
  if (question.type !== "date" && !areOfOneTime(here, there)) return undefined;
  const isOfAnother = comparison.replacements.some(
    (replacement) => !differing.includes(replacement) && areOtherThings(replacement),
  );
  if (isOfAnother || !nameTheSame(comparison, values)) return undefined;
  return [withUnit(values[0], first.next), withUnit(values[1], first.next)];
}

/**
 * @param ranked best first
 * @returns the best ranked one that contradicts `sentence`; undefined where none does
 */
export function findRival<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  sentence: RankedSentence,
  ranked: readonly Sentence[],
): Rival<Sentence> | undefined {
  for (const other of ranked.slice(0, lookedAt)) {
    if (other.sentence.id === sentence.sentence.id) continue;
    const values = rivalValues(question, sentence, other);
    if (values !== undefined) return { sentence: other, values };
  }
  return undefined;
}
