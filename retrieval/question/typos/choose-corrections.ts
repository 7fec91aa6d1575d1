/** Decides which characters of a question are typos, and what was meant, by what the corpus knows. */

import { tagWords } from "../../text/tokens.ts";
import { backgroundIdf, isDictionaryWord } from "../../text/word-frequencies.ts";
import { touchable } from "./touchable.ts";

/** More, and it is another question. */
export const mostCorrections = 3;
const longestWord = 4;
const sideWeight = 2;
const frequencyWeight = 0.5;
/** Form words with anything: 一席 of 议席. */
const numerals = /^[一二三四五六七八九十百千万亿两]$/u;

/** Chunks of the corpus that hold the two characters side by side. */
export type PairCount = (pair: string) => number;

/** A question, character by character, with its pairs of neighbours that may tell of a typo. */
export interface DoubtfulText {
  readonly characters: readonly string[];
  /** The first characters' places of the pairs whose both characters may be touched. */
  readonly pairs: readonly number[];
  /** Per character: the dictionary word of several characters that it is part of. */
  readonly wordAt: readonly (string | undefined)[];
}

/** @param text normalised */
export function readForTypos(text: string): DoubtfulText {
  const isTouchable = touchable(text);
  const characters = text.split("");
  const wordAt = tagWords(text).flatMap(({ word }) => {
    const isWord = word.length > 1 && isDictionaryWord(word);
    return Array.from({ length: word.length }, () => (isWord ? word : undefined));
  });
  const pairs = characters.flatMap((_, at) => (isTouchable[at] && isTouchable[at + 1] ? [at] : []));
  return { characters, pairs, wordAt };
}

/** The character and the one behind it. */
export function pairFrom(characters: readonly string[], at: number): string {
  return `${characters[at] ?? ""}${characters[at + 1] ?? ""}`;
}

/** Where the pairs that hold the character begin: none, one or two. */
function pairsAround({ pairs }: DoubtfulText, at: number): readonly number[] {
  return pairs.filter((first) => first === at - 1 || first === at);
}

function isDoubtful(text: DoubtfulText, at: number, count: PairCount): boolean {
  const around = pairsAround(text, at);
  return (
    around.length > 0 && around.every((first) => count(pairFrom(text.characters, first)) === 0)
  );
}

/** The pairs of neighbours in the text, each once: what must be known before a doubt can be told. */
export function pairsOf(text: DoubtfulText): readonly string[] {
  return [...new Set(text.pairs.map((first) => pairFrom(text.characters, first)))];
}

/** Places of characters none of whose pairs the corpus knows, in reading order. */
export function findDoubts(text: DoubtfulText, count: PairCount): readonly number[] {
  return text.characters.flatMap((_, at) => (isDoubtful(text, at, count) ? [at] : []));
}

/** The pairs around a doubtful character, were it the candidate. */
export function pairsWith(text: DoubtfulText, at: number, candidate: string): readonly string[] {
  const characters = text.characters.with(at, candidate);
  return pairsAround(text, at).map((first) => pairFrom(characters, first));
}

/** Whether the stretch cuts no word of several characters in two. */
function tearsNoWord({ wordAt }: DoubtfulText, start: number, last: number, at: number): boolean {
  const joins = (one: number, next: number): boolean =>
    one !== at && next !== at && wordAt[one] !== undefined && wordAt[one] === wordAt[next];
  return !joins(start - 1, start) && !joins(last, last + 1);
}

/**
 * Dictionary words, the candidate in them, all of whose pairs the corpus knows: 博物馆 with 馆. Not 书生
 * in 几个属生存, which has a word already.
 */
function wordsWith(
  text: DoubtfulText,
  at: number,
  candidate: string,
  count: PairCount,
): readonly string[] {
  const { characters, pairs } = text;
  const written = characters.with(at, candidate);
  const isKnown = (first: number): boolean =>
    pairs.includes(first) && count(pairFrom(written, first)) > 0;
  const words: string[] = [];
  for (let start = Math.max(0, at - longestWord + 1); start <= at; start++) {
    for (let last = start + 1; last < start + longestWord && isKnown(last - 1); last++) {
      if (last < at) continue;
      const word = written.slice(start, last + 1).join("");
      if (isDictionaryWord(word) && tearsNoWord(text, start, last, at)) words.push(word);
    }
  }
  return words;
}

/**
 * How well the candidate fits where it would stand; undefined where the corpus does not clearly know
 * it there. It must form a word; where what was typed is a word itself, it must
 * fit every side, and form a word that is commoner than the typed one.
 */
function weigh(
  text: DoubtfulText,
  at: number,
  candidate: string,
  count: PairCount,
): number | undefined {
  const pairs = pairsWith(text, at, candidate);
  const known = pairs.filter((pair) => count(pair) > 0);
  if (known.length === 0) return undefined;
  const words = wordsWith(text, at, candidate, count);
  if (words.length === 0 || numerals.test(candidate)) return undefined;
  const typed = text.wordAt[at];
  if (typed !== undefined) {
    if (known.length < pairs.length) return undefined;
    const typedIdf = backgroundIdf(typed);
    if (!words.some((word) => backgroundIdf(word) < typedIdf)) return undefined;
  }
  const chunks = known.reduce((sum, pair) => sum + count(pair), 0);
  return sideWeight * known.length + frequencyWeight * Math.log1p(chunks);
}

/**
 * The characters with the best corrections made, best first and at most three; a correction may
 * settle a doubt about its neighbour. Of equally good candidates the first wins.
 *
 * @param candidates by place, the likeliest first
 */
export function chooseCorrections(
  text: DoubtfulText,
  candidates: ReadonlyMap<number, readonly string[]>,
  count: PairCount,
  most: number,
): readonly string[] {
  let characters = text.characters;
  const corrected = new Set<number>();
  while (corrected.size < most) {
    const current: DoubtfulText = { pairs: text.pairs, wordAt: text.wordAt, characters };
    let best:
      | { readonly at: number; readonly character: string; readonly score: number }
      | undefined;
    for (const [at, others] of candidates) {
      if (corrected.has(at) || !isDoubtful(current, at, count)) continue;
      for (const character of others) {
        const score = weigh(current, at, character, count);
        if (score === undefined || (best !== undefined && score <= best.score)) continue;
        best = { at, character, score };
      }
    }
    if (best === undefined) break;
    corrected.add(best.at);
    characters = characters.with(best.at, best.character);
  }
  return characters;
}
