/**
 * Decides whether the corpus answers a question: three rules that say their reason, then a score
 * with three bands.
 */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { type Evidence, type EvidenceName, weighEvidence } from "./evidence.ts";

export interface AnswerabilityWeights {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<EvidenceName, number>>>;
  readonly bands: AnswerabilityBands;
}

/** Log-odds below which the corpus is taken not to answer. */
export interface AnswerabilityBands {
  /** Below it: not found. */
  readonly refuse: number;
  /** Below it: no direct answer, only the nearest sentences. */
  readonly weak: number;
}

/**
 * `year`: the asked year stands nowhere in the passage, another one in the sentence. `unit`: no
 * number of the asked kind in the three best. `role`: asks who, the subject is there, the role is
 * not. `topic` and `weak`: the score lies in the lower or middle band.
 */
export type Verdict =
  | { readonly kind: "answerable"; readonly score: number }
  | {
      readonly kind: "year" | "unit" | "role" | "topic" | "weak";
      readonly score: number;
      /** What is missing, as a reader would name it. */
      readonly missing?: string;
    };

const noEvidence = -99;

/** Log-odds that the corpus answers. */
export function answerabilityScore(evidence: Evidence, weights: AnswerabilityWeights): number {
  let score = weights.bias;
  for (const [name, weight] of Object.entries(weights.weights)) {
    // Safe: the record has only evidence names as keys.
    score += weight * evidence[name as EvidenceName];
  }
  return score;
}

/** The rule that refuses, with what is missing; undefined where none does. */
export function refusingRule(
  question: AnalysedQuestion,
  evidence: Evidence,
): { kind: "year" | "unit" | "role"; missing?: string } | undefined {
  if (evidence.otherYear === 1 && evidence.yearPassage === 0) {
    return { kind: "year", missing: question.years.join("、") };
  }
  if (question.unit !== undefined && evidence.bestUnit === 0) {
    return { kind: "unit", missing: question.unit.unit };
  }
  if (question.asksWho && evidence.bestAttribute < 0.5 && evidence.subjectPassage > 0.8) {
    const role = question.concepts.filter(({ isAttribute }) => isAttribute);
    return { kind: "role", missing: role.map(({ word }) => word).join("") };
  }
  return undefined;
}

/** @param sentences best first */
export function judgeAnswerability(
  question: AnalysedQuestion,
  sentences: readonly RankedSentence[],
  weights: AnswerabilityWeights,
): Verdict {
  const evidence = weighEvidence(sentences);
  if (evidence === undefined) return { kind: "topic", score: noEvidence };
  const score = answerabilityScore(evidence, weights);
  const rule = refusingRule(question, evidence);
  if (rule !== undefined) return { ...rule, score };
  if (score < weights.bands.refuse) return { kind: "topic", score };
  if (score < weights.bands.weak) return { kind: "weak", score };
  return { kind: "answerable", score };
}
