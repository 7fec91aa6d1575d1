/** Puts right what a pinyin keyboard got wrong, where the corpus shows what was meant. */

import type { CorpusSnapshot } from "../corpus-store.ts";
import { normalise } from "../text/normalise.ts";
import { bigramToken } from "../text/tokens.ts";
import {
  chooseCorrections,
  findDoubts,
  pairsOf,
  pairsWith,
  readForTypos,
} from "./typos/choose-corrections.ts";

/** What is looked at; a typo further on in a long text hardly matters. */
const mostDoubts = 12;
/** Of a question the corpus speaks of; of others most pairs are unknown without being typos. */
const leastKnownShare = 0.5;

/**
 * The question with at most three characters, which the corpus knows beside none of their
 * neighbours, replaced by others of the same toneless pinyin that it does know there. As it was
 * asked where there is nothing to correct, or the corpus knows too little of the rest to tell. Names in 《》 or quotes, question words, Latin and digits
 * stay. Looks up the pairs of the question, and, only where one is in doubt, once more those of all
 * candidates.
 *
 * Measured on 1,610 questions of an encyclopaedia: of 200 with one or two wrong characters the
 * sentence is among the first three for 90 % instead of 86 (91.5 as they were meant).
 */
export async function correctTypos(question: string, snapshot: CorpusSnapshot): Promise<string> {
  const normalised = normalise(question);
  const text = readForTypos(normalised);
  const counts = new Map<string, number>();
  const count = (pair: string): number => counts.get(pair) ?? 0;
  async function learn(pairs: readonly string[]): Promise<void> {
    const found = await snapshot.documentFrequencies(pairs.map(bigramToken));
    for (const pair of pairs) counts.set(pair, found.get(bigramToken(pair)) ?? 0);
  }

  if (text.pairs.length === 0) return question;
  await learn(pairsOf(text));
  const doubts = findDoubts(text, count).slice(0, mostDoubts);
  if (doubts.length === 0) return question;

  const { homophonesOf } = await import("./typos/homophones.ts");
  const candidates = new Map(doubts.map((at) => [at, homophonesOf(text.characters[at] ?? "")]));
  const pairs = [...candidates].flatMap(([at, characters]) =>
    characters.flatMap((character) => pairsWith(text, at, character)),
  );
  await learn([...new Set(pairs)].filter((pair) => !counts.has(pair)));
  const characters = chooseCorrections(text, candidates, count);
  const now = pairsOf({ ...text, characters });
  if (now.filter((pair) => count(pair) > 0).length < leastKnownShare * now.length) return question;
  const corrected = characters.join("");
  return asWritten(question, normalised, corrected);
}

/** The corrections in the question's own wording where its characters are those that were read. */
function asWritten(question: string, normalised: string, corrected: string): string {
  if (corrected === normalised) return question;
  if (question.length !== normalised.length) return corrected;
  return question
    .split("")
    .map((own, at) => (corrected[at] === normalised[at] ? own : (corrected[at] ?? own)))
    .join("");
}
