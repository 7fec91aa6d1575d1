/** How telling a term is: its rarity in this corpus, blended with its rarity in Chinese at large. */

import type { Alternative, TokenGroup } from "../question/analyse-question.ts";
import { bigramToken } from "../text/tokens.ts";
import { backgroundIdf, largestBackgroundIdf } from "../text/word-frequencies.ts";

/** Corpus size, in chunks, at which corpus and background rarity count the same. */
const blendChunks = 300;

export interface TermWeights {
  /**
   * Inverse document frequency ln(1 + (N − df + ½)/(df + ½)) over chunks, N chunks. Of a token that
   * stands for a translated phrase, at most what the phrase weighs, times its likeness.
   */
  token(token: string): number;
  bigram(bigram: string): number;
  /**
   * Of a word, blended with {@link background} while the corpus is small; with others that say the
   * same, as rare as all of them together.
   */
  word(word: string, others?: readonly Alternative[]): number;
  /** Of a word in Chinese at large, 0.3…10, the same for every corpus. */
  background(word: string): number;
  /** The most {@link word} can give: to a word that neither the corpus nor Chinese at large knows. */
  readonly largest: number;
  /** Whether any chunk of the corpus holds the word. */
  isKnown(word: string): boolean;
}

/** A rare translation may say more than the phrase at large, but not without bounds. */
const mostOfPhrase = 2.5;

/**
 * @param frequencies in how many of the corpus's chunks a token stands; absent means none
 * @param groups tokens of the phrases of a translated question
 */
export function termWeights(
  chunkCount: number,
  frequencies: ReadonlyMap<string, number>,
  groups: readonly TokenGroup[] = [],
): TermWeights {
  const idf = (frequency: number): number =>
    Math.log(1 + Math.max(0, chunkCount - frequency + 0.5) / (frequency + 0.5));
  const backgroundShare = blendChunks / (blendChunks + chunkCount);
  const rarity = (name: string): number => idf(frequencies.get(name) ?? 0);
  /** Of several that may stand for one another: chunks that hold any of them, at most. */
  const rarityOfAny = (group: TokenGroup): number =>
    idf(group.reduce((sum, one) => sum + one.likeness * (frequencies.get(one.token) ?? 0), 0));
  const translated = new Map<string, number>();
  for (const group of groups) {
    const most = mostOfPhrase * rarityOfAny(group);
    for (const { token: name, likeness } of group) {
      const weight = likeness * Math.min(most, rarity(name));
      translated.set(name, Math.max(translated.get(name) ?? 0, weight));
    }
  }
  const token = (name: string): number => translated.get(name) ?? rarity(name);
  return {
    token,
    bigram: (bigram) => token(bigramToken(bigram)),
    word: (word, others = []) => {
      const group = [{ token: word, likeness: 1 }, ...others.map(toToken)];
      const background = Math.min(...group.map((one) => backgroundIdf(one.token)));
      return (1 - backgroundShare) * rarityOfAny(group) + backgroundShare * background;
    },
    background: backgroundIdf,
    isKnown: (word) => (frequencies.get(word) ?? 0) > 0,
    largest: (1 - backgroundShare) * idf(0) + backgroundShare * largestBackgroundIdf,
  };
}

function toToken({ word, likeness }: Alternative): TokenGroup[number] {
  return { token: word, likeness };
}
