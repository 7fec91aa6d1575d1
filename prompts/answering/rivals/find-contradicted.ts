/** Finds, among the sentences that answer, one that another source contradicts. */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { RankedSentence } from "../../../retrieval/ranking/rank-sentences.ts";
import type { ReadClaims } from "./read-claims.ts";
import { compareClaims } from "./compare-claims.ts";
import { areOfOneArticle, findRival, type Rival } from "./find-rival.ts";

export interface Contradicted<Sentence> {
  readonly sentence: Sentence;
  readonly rival: Rival<Sentence>;
}

/** So many of the best are looked through for one that is contradicted, shown or not. */
const lookedThrough = 14;
/** What is not shown may hold so much less of the question, with its neighbours, than the best. */
const slack = 0.6;
/** … where it is not told by its kind what would answer. */
const slackOfUnknownKind = 0.1;

/** Those near the best that two sources tell differently: that they tell it at all shows it is the matter. */
function unshown<Sentence extends RankedSentence>(
  { type }: AnalysedQuestion,
  ranked: readonly Sentence[],
  shown: readonly Sentence[],
): readonly Sentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const least = type === "other" ? slackOfUnknownKind : slack;
  return ranked
    .slice(0, lookedThrough)
    .filter((sentence) => !shown.includes(sentence))
    .filter(
      ({ features }) =>
        features.attributeWindow >= best.features.attributeWindow - least &&
        features.subjectWindow >= best.features.subjectWindow - least,
    );
}

/** The first of the shown ones that another contradicts in other words. */
function contradictedClaim<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  shown: readonly Sentence[],
  { claimOf, near }: ReadClaims<Sentence>,
): Contradicted<Sentence> | undefined {
  for (const sentence of shown) {
    const claim = claimOf(sentence);
    if (claim === undefined) continue;
    for (const other of near) {
      const otherClaim = claimOf(other);
      if (otherClaim === undefined || areOfOneArticle(sentence, other)) continue;
      if (compareClaims(question, claim, otherClaim)?.kind !== "conflict") continue;
      const values = [claim.value.words, otherClaim.value.words] as const;
      return { sentence, rival: { sentence: other, values } };
    }
  }
  return undefined;
}

/** With 70个 for the 70 that stands in the other's place, where both sentences tell so much. */
function inFull<Sentence extends RankedSentence>(
  sentence: Sentence,
  rival: Rival<Sentence>,
  { claimOf }: ReadClaims<Sentence>,
): Rival<Sentence> {
  const [one, other] = [claimOf(sentence)?.value.words, claimOf(rival.sentence)?.value.words];
  const isSame = one?.includes(core(rival.values[0])) && other?.includes(core(rival.values[1]));
  return isSame === true ? { ...rival, values: [one ?? "", other ?? ""] } : rival;
}

/** 3.1 of 达到3.1. */
function core(value: string): string {
  return /\d[\d.]*/u.exec(value)?.[0] ?? value;
}

/**
 * Contradictions in much the same words first, for they are sure.
 *
 * @param ranked best first
 * @param shown those of them that would be shown
 */
export function findContradicted<Sentence extends RankedSentence>(
  question: AnalysedQuestion,
  ranked: readonly Sentence[],
  shown: readonly Sentence[],
  claims: ReadClaims<Sentence>,
): Contradicted<Sentence> | undefined {
  const inSameWords = (sentences: readonly Sentence[]): Contradicted<Sentence> | undefined => {
    for (const sentence of sentences) {
      const rival = findRival(question, sentence, ranked);
      if (rival !== undefined) return { sentence, rival: inFull(sentence, rival, claims) };
    }
    return undefined;
  };
  return (
    inSameWords(shown) ??
    contradictedClaim(question, shown, claims) ??
    inSameWords(unshown(question, ranked, shown))
  );
}
