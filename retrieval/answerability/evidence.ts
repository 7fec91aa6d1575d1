/**
 * What the best sentence, and the ones behind it, say about whether the corpus answers at all.
 *
 * How far the best passage or sentence stands out is left out on purpose: in an encyclopedia the
 * right one stands alone, in the news many copies of it stand side by side, so the same margin means
 * opposite things in two corpora.
 */

import type { RankedSentence } from "../ranking/rank-sentences.ts";

const scoreScale = 10;
const lookedAt = 3;

function combine(top: RankedSentence, sentences: readonly RankedSentence[]) {
  const { features } = top;
  const bestUnit = Math.max(
    ...sentences.slice(0, lookedAt).map((sentence) => sentence.features.unitSentence),
  );
  return {
    score: top.score / scoreScale,
    coverageWindow: features.coverageWindow,
    partialCoverageWindow: features.partialCoverageWindow,
    coveragePassage: features.coveragePassage,
    missingPassage: features.missingPassage,
    missingPassageBackground: features.missingPassageBackground,
    namesWindow: features.namesWindow,
    namesPassage: features.namesPassage,
    otherYearOfSubject: features.otherYear * features.subjectPassage,
    hasKind: features.hasKind,
    hasNewKind: features.hasNewKind,
    answerCandidates: features.answerCandidates,
    unitSentence: features.unitSentence,
    bestUnit,
  };
}

export type Evidence = Readonly<ReturnType<typeof combine>>;
export type EvidenceName = keyof Evidence;

/**
 * Mostly 0…1; `score` is the reranker's by ten.
 *
 * @param sentences that could be an answer, best first
 * @returns undefined where there is none
 */
export function weighEvidence(sentences: readonly RankedSentence[]): Evidence | undefined {
  const top = sentences[0];
  return top && combine(top, sentences);
}
