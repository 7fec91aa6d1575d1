/** Puts the newest first among the sentences that answer a question about now about equally well. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import { normalise } from "../../retrieval/text/normalise.ts";

/** Of those further below the best, in log-odds of the reranker, none is as good. */
const equalMargin = 4;
const equalCoverage = 0.1;
/** Between what is asked and what may be its answer; see `features/answer-kind.ts`. */
const equalNearness = 0.3;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?=年|\b)/gu;

/**
 * The last day, `YYYY-MM-DD`, of which the sentence may speak: of its publication, or of the newest
 * year it names where that is over by then; empty where neither is known.
 */
function newestDay({ sentence, passage: { chunk } }: JoinedSentence): string {
  const published = chunk.publishedOn?.value.split("/").at(-1) ?? "";
  const years = [
    ...(normalise(sentence.text).match(year) ?? []),
    ...(sentence.times ?? []).map(({ value }) => (value.split("/").at(-1) ?? "").slice(0, 4)),
  ];
  const newest = years.toSorted().at(-1);
  if (newest === undefined || newest === "") return published;
  const named = `${newest}-12-31`;
  return published === "" || named < published ? named : published;
}

/** @param ranked best first */
export function preferNewest(ranked: readonly JoinedSentence[]): readonly JoinedSentence[] {
  const [best] = ranked;
  if (best === undefined) return ranked;
  const isEqual = ({ score, features }: JoinedSentence): boolean =>
    score >= best.score - equalMargin &&
    features.unitSentence >= best.features.unitSentence &&
    features.hasNewKind >= best.features.hasNewKind &&
    features.nearAttribute >= best.features.nearAttribute - equalNearness &&
    features.attributeSentence >= best.features.attributeSentence - equalCoverage &&
    features.coverageWindow >= best.features.coverageWindow - equalCoverage;
  const equals = ranked
    .filter(isEqual)
    .toSorted((one, other) => newestDay(other).localeCompare(newestDay(one)));
  return [...equals, ...ranked.filter((sentence) => !isEqual(sentence))];
}
