/** How well a way of scoring finds the answers of known pairs; full text is the one to compare with. */

import { sentenceBm25 } from "../../../retrieval/ranking/sentence-bm25.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";
import { bagOfTokens } from "../../../retrieval/text/tokens.ts";
import type { KnownPair } from "./known-pairs.ts";

export interface PairFigures {
  /** Questions whose answer stands alone at the top. */
  readonly first: number;
  readonly questions: number;
  /** Mean of 1 / rank of the answer, 0…1. */
  readonly reciprocalRank: number;
}

/** Sentences of all pairs, the answer of pair `i` at `3 · i`. */
export function sentencesOf(pairs: readonly KnownPair[]): readonly string[] {
  return pairs.flatMap(({ answer, distractors }) => [answer, ...distractors]);
}
const sentencesPerPair = 3;

/**
 * Every question against the sentences of all pairs. A sentence with the same score as the answer
 * stands before it: whoever scores all alike finds nothing.
 *
 * @param scores by question, for the sentences in the order of {@link sentencesOf}
 */
export function rankKnownPairs(scores: readonly (readonly number[])[]): PairFigures {
  const ranks = scores.map((ofQuestion, at) => {
    const own = ofQuestion[at * sentencesPerPair] ?? Number.NEGATIVE_INFINITY;
    return ofQuestion.filter((score) => score >= own).length;
  });
  const reciprocals = ranks.reduce((sum, rank) => sum + 1 / rank, 0);
  return {
    first: ranks.filter((rank) => rank === 1).length,
    questions: scores.length,
    reciprocalRank: reciprocals / scores.length,
  };
}

/** BM25 over the bag of tokens that the full text of a corpus is searched by. */
export function fullTextScores(pairs: readonly KnownPair[]): readonly (readonly number[])[] {
  const bags = sentencesOf(pairs).map((text) => countTokens(bagOfTokens(normalise(text))));
  const frequencies = countTokens(bags.flatMap(({ tokenCounts }) => [...tokenCounts.keys()]));
  const terms = termWeights(bags.length, frequencies.tokenCounts);
  const averageLength = bags.reduce((sum, { tokenCount }) => sum + tokenCount, 0) / bags.length;
  return pairs.map(({ question }) => {
    const asked = [...new Set(bagOfTokens(normalise(question)))];
    return bags.map((bag) => sentenceBm25(bag, asked, terms, averageLength));
  });
}

/** Cosines. All vectors of unit length, or zero; `sentences` in the order of {@link sentencesOf}. */
export function vectorScores(
  questions: readonly Float32Array[],
  sentences: readonly Float32Array[],
): readonly (readonly number[])[] {
  return questions.map((question) => sentences.map((sentence) => dot(question, sentence)));
}

/** Both as the legs of a search are joined: the best full text counts 1, a cosine of 1 counts λ. */
export function fusedScores(
  fullText: readonly (readonly number[])[],
  vectors: readonly (readonly number[])[],
  fusionWeight: number,
): readonly (readonly number[])[] {
  return fullText.map((ofQuestion, question) => {
    const best = Math.max(...ofQuestion) || 1;
    return ofQuestion.map(
      (score, at) => score / best + fusionWeight * (vectors[question]?.[at] ?? 0),
    );
  });
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function countTokens(tokens: readonly string[]) {
  const tokenCounts = new Map<string, number>();
  for (const token of tokens) tokenCounts.set(token, (tokenCounts.get(token) ?? 0) + 1);
  return { tokenCounts, tokenCount: tokens.length };
}
