/**
 * Finds a sentence that could be mistaken for the answer: of the same thing, but of another time or place,
 * or measured otherwise. Where the question does not say which it means, the newest, the whole and the
 * done answer it.
 */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import { asksAboutNow } from "../../understanding/asks-about-now.ts";
import { type ClaimComparison, compareClaims, type DifferenceKind } from "./compare-claims.ts";
import type { Claim } from "./read-claim.ts";
import type { ReadClaims } from "./read-claims.ts";

export interface FoundDifference<Sentence> {
  readonly kind: DifferenceKind;
  /** The one that answers first. */
  readonly sentences: readonly [Sentence, Sentence];
  readonly scopes: readonly [string | undefined, string | undefined];
  readonly values: readonly [string, string];
}

interface Differing<Sentence> {
  readonly sentence: Sentence;
  readonly claim: Claim;
  readonly comparison: Exclude<ClaimComparison, { kind: "conflict" }>;
}

/** Those that differ from the best one and of which the question does not already say that it means the best. */
function differingFrom<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  best: Sentence,
  claim: Claim,
  { near, claimOf }: ReadClaims<Sentence>,
): readonly Differing<Sentence>[] {
  return near.flatMap((sentence) => {
    const other = sentence === best ? undefined : claimOf(sentence);
    if (other === undefined) return [];
    const comparison = compareClaims(question, claim, other);
    if (comparison === undefined || comparison.kind === "conflict") return [];
    if (comparison.isSaid && comparison.asked === "one") return [];
    if (comparison.kind === "date" && asksAboutNow(question.text)) return [];
    return [{ sentence, claim: other, comparison }];
  });
}

/** @param best the sentence that ranks first */
export function findDifference<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  best: Sentence,
  claims: ReadClaims<Sentence>,
): FoundDifference<Sentence> | undefined {
  const claim = claims.claimOf(best);
  if (claim === undefined) return undefined;
  const differing = differingFrom(question, best, claim, claims);
  const better = newestFirst(differing.filter(({ comparison }) => comparison.asked === "other"))[0];
  const found = better ?? differing[0];
  if (found === undefined) return undefined;
  const { sentence, comparison } = found;
  const { kind, scopes } = comparison;
  const values = [claim.value.words, found.claim.value.words] as const;
  return found === better
    ? {
        kind,
        sentences: [sentence, best],
        scopes: [scopes[1], scopes[0]],
        values: [values[1], values[0]],
      }
    : { kind, sentences: [best, sentence], scopes, values };
}

/** Of several later ones the last; others in their order. */
function newestFirst<Sentence>(
  differing: readonly Differing<Sentence>[],
): readonly Differing<Sentence>[] {
  const timeOf = ({ claim, comparison }: Differing<Sentence>): string =>
    comparison.kind === "date" ? ((claim.time ?? claim.publication)?.value ?? "") : "";
  return differing.toSorted((one, other) => timeOf(other).localeCompare(timeOf(one)));
}
