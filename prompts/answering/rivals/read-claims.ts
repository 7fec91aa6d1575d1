/** Reads the claims of the sentences near the best, each once and only when asked for. */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import { type Claim, readClaim } from "./read-claim.ts";

export interface ReadClaims<Sentence> {
  /** Those whose claims are compared, best first. */
  readonly near: readonly Sentence[];
  readonly claimOf: (sentence: Sentence) => Claim | undefined;
}

/** So many of the best sentences are compared … */
const lookedAt = 20;
/** … that score at most so much less, in log-odds of the reranker. */
const nearMargin = 12;

/** @param ranked best first */
export function readClaims<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  ranked: readonly Sentence[],
): ReadClaims<Sentence> {
  const cutoff = (ranked[0]?.score ?? 0) - nearMargin;
  const known = new Map<Sentence, Claim | undefined>();
  return {
    near: ranked.slice(0, lookedAt).filter(({ score }) => score >= cutoff),
    claimOf(sentence) {
      if (!known.has(sentence)) known.set(sentence, readClaim(question, sentence));
      return known.get(sentence);
    },
  };
}
