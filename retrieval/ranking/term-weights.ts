/** How telling a term is: its rarity in this corpus, blended with its rarity in Chinese at large. */

import { bigramToken } from "../text/tokens.ts";
import { backgroundIdf, largestBackgroundIdf } from "../text/word-frequencies.ts";

/** Corpus size, in chunks, at which corpus and background rarity count the same. */
const blendChunks = 300;

export interface TermWeights {
  /** Inverse document frequency ln(1 + (N − df + ½)/(df + ½)) over chunks, N chunks. */
  token(token: string): number;
  bigram(bigram: string): number;
  /** Of a word, blended with {@link background} while the corpus is small. */
  word(word: string): number;
  /** Of a word in Chinese at large, 0.3…10, the same for every corpus. */
  background(word: string): number;
  /** The most {@link word} can give: to a word that neither the corpus nor Chinese at large knows. */
  readonly largest: number;
}

/** @param frequencies in how many of the corpus's chunks a token stands; absent means none */
export function termWeights(
  chunkCount: number,
  frequencies: ReadonlyMap<string, number>,
): TermWeights {
  const idf = (frequency: number): number =>
    Math.log(1 + Math.max(0, chunkCount - frequency + 0.5) / (frequency + 0.5));
  const backgroundShare = blendChunks / (blendChunks + chunkCount);
  const token = (name: string): number => idf(frequencies.get(name) ?? 0);
  return {
    token,
    bigram: (bigram) => token(bigramToken(bigram)),
    word: (word) => (1 - backgroundShare) * token(word) + backgroundShare * backgroundIdf(word),
    background: backgroundIdf,
    largest: (1 - backgroundShare) * idf(0) + backgroundShare * largestBackgroundIdf,
  };
}
