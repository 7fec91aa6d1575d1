/** Puts right what the passages that a question found write otherwise, and takes back what they contradict. */

import type { CorpusSnapshot } from "../corpus-store.ts";
import { normalise } from "../text/normalise.ts";
import { bigramToken } from "../text/tokens.ts";
import { asWritten } from "./typos/as-written.ts";
import { pairsOf, readForTypos } from "./typos/choose-corrections.ts";

/** The question as it was written, and as it was searched for. */
export interface SearchedQuestion {
  readonly written: string;
  readonly searched: string;
}

/**
 * What is searched for, with at most three characters of the question as it was written replaced. For
 * typos whose neighbours the corpus has elsewhere by chance: 流国勋, where another text says 主流国家.
 *
 * @param passages normalised, best first
 */
export async function correctByPassages(
  { written, searched }: SearchedQuestion,
  passages: readonly string[],
  snapshot: CorpusSnapshot,
): Promise<string> {
  const [typed, question] = [normalise(written), normalise(searched)];
  const pairs = pairsOf(readForTypos(question));
  if (pairs.length === 0 || typed.length !== question.length) return searched;
  const counts = await snapshot.documentFrequencies(pairs.map(bigramToken));
  const { respell } = await import("./typos/respell.ts");
  const { characters } = respell(
    { question, typed },
    passages.join("\n"),
    (pair) => counts.get(bigramToken(pair)) ?? 0,
  );
  return asWritten(written, typed, characters.join(""));
}
