/** What the legs and the sentence BM25 think of a candidate. */

import type { Candidate } from "../candidate.ts";
import type { WeighedQuestion } from "../weighed-question.ts";

/** BM25 that a text holding every concept once would have, per unit of concept weight. */
const fullMatchPerWeight = 2.2;
const largestAbsolute = 1.5;

/** The first two are shares of the question's best (0…1), the others of a full match (0…1.5). */
export function scoreFeatures(question: WeighedQuestion, candidate: Candidate) {
  const { passage } = candidate.passage;
  const fullMatch = question.fullTextWeight * fullMatchPerWeight;
  return {
    sentenceScore: candidate.sentenceScore / candidate.bestSentenceScore,
    passageScore: passage.fullTextScore / candidate.bestPassageScore,
    sentenceScoreAbsolute: Math.min(largestAbsolute, candidate.sentenceScore / fullMatch),
    passageScoreAbsolute: Math.min(largestAbsolute, passage.fullTextScore / fullMatch),
    similarity: passage.similarity,
  };
}
