/** Puts first what answers one of several things asked, not the others. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import type { QuestionPart } from "../understanding/split-question.ts";

/** In log-odds of the reranker. */
const ownMargin = 3;

/**
 * Those first, among the nearly best that hold the unit asked for if any does, that name most of what
 * this part has and the others lack.
 *
 * @param ranked best first
 */
export function preferOwn(
  { own }: Pick<QuestionPart, "own">,
  ranked: readonly JoinedSentence[],
): readonly JoinedSentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const near = ranked.filter(({ score }) => score >= best.score - ownMargin);
  const unit = Math.max(...near.map(({ features }) => features.unitSentence));
  const answering = new Set(near.filter(({ features }) => features.unitSentence >= unit));
  const owned = (one: JoinedSentence): number => {
    if (!answering.has(one)) return -1;
    const text = normalise(one.sentence.text);
    return own.filter((word) => text.includes(word)).length;
  };
  return ranked.toSorted((a, b) => owned(b) - owned(a));
}
