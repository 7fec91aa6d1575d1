/** Which words the corpus holds, asked of its index a few hundred at a time. */

import { hasHan } from "../../../corpus/text/characters.ts";
import type { CorpusSnapshot } from "../../corpus-store.ts";
import { bigrams, bigramToken } from "../../text/tokens.ts";

export interface CorpusWords {
  /** Asks the index for tokens that it was not asked for before. */
  learn(tokens: Iterable<string>): Promise<void>;
  /** Chunks that hold a learnt token. */
  count(token: string): number;
}

export function createCorpusWords(snapshot: CorpusSnapshot): CorpusWords {
  const counts = new Map<string, number>();
  return {
    async learn(tokens) {
      const unknown = [...new Set(tokens)].filter((token) => !counts.has(token));
      if (unknown.length === 0) return;
      const found = await snapshot.documentFrequencies(unknown);
      for (const token of unknown) counts.set(token, found.get(token) ?? 0);
    },
    count: (token) => counts.get(token) ?? 0,
  };
}

/** What must be learnt before {@link tokenOf} can tell of the word. */
export function tokensOf(word: string): readonly string[] {
  return hasHan(word) && word.length > 1 ? [word, ...bigrams(word).map(bigramToken)] : [word];
}

/**
 * The token that finds the word in the full text: the word, or, where the segmenter always joined or
 * cut it, the rarest pair of its characters. Undefined where the corpus does not hold it.
 */
export function tokenOf(word: string, corpus: CorpusWords): string | undefined {
  const [whole, ...pairs] = tokensOf(word);
  if (whole !== undefined && corpus.count(whole) > 0) return whole;
  if (pairs.length === 0 || pairs.some((pair) => corpus.count(pair) === 0)) return undefined;
  return pairs.reduce((rarest, pair) =>
    corpus.count(pair) < corpus.count(rarest) ? pair : rarest,
  );
}
