/** BM25 of single sentences, computed over the candidates of one question. */

import type { TermWeights } from "./term-weights.ts";
import type { PreparedSentence } from "./passage.ts";

const termSaturation = 1.2;
const lengthNormalisation = 0.75;

/**
 * Score of a sentence for question tokens, each counted once. Rarity is that over the corpus's
 * chunks; the average length is that of the candidates, so scores compare within one question.
 *
 * @see Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009
 */
export function sentenceBm25(
  sentence: Pick<PreparedSentence, "tokenCounts" | "tokenCount">,
  tokens: readonly string[],
  terms: TermWeights,
  averageLength: number,
): number {
  const length =
    1 - lengthNormalisation + lengthNormalisation * (sentence.tokenCount / averageLength);
  let score = 0;
  for (const token of tokens) {
    const count = sentence.tokenCounts.get(token);
    if (count === undefined) continue;
    score +=
      (terms.token(token) * count * (termSaturation + 1)) / (count + termSaturation * length);
  }
  return score;
}
