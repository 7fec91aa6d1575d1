/** Sums question scores up into the figures of an evaluation. Shares are 0…1. */

import type { QuestionScore } from "./score-question.ts";

export interface EvaluationFigures {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrrAt10: number;
  readonly sentenceTop1: number;
  readonly sentenceTop3: number;
  readonly sentenceTop5: number;
  readonly cited: number;
  /** Cited, or among the nearest of a refusal. */
  readonly goldShown: number;
  readonly right: number;
  /** All parts of the answer cited. */
  readonly complete: number;
  /** Of the answerable: the answer says that sources disagree … */
  readonly tellsConflict: number;
  /** … or is right without. */
  readonly rightOrConflict: number;
  /** Of the answerable: the answer names another date, area or definition. */
  readonly tellsDifference: number;
  readonly first: number;
  readonly meanCitations: number;
  readonly meanCharacters: number;
  readonly refusedUnanswerable: number;
  readonly falseRefusals: number;
  readonly answerabilityAuc: number;
  readonly citationPrecision: number;
  readonly citationRecall: number;
  readonly citationF1: number;
  readonly verbatim: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly questionsPerSecond: number;
}

function mean(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return mean(items.map((item) => (passes(item) ? 1 : 0)));
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

/** Chance that an answerable question scores above an unanswerable one; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0;
  let above = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      if (positive > negative) above += 1;
      else if (positive === negative) above += 0.5;
    }
  }
  return above / (positives.length * negatives.length);
}

/** @param elapsedMs of all questions together; default their sum */
export function summariseScores(
  scores: readonly QuestionScore[],
  elapsedMs = scores.reduce((total, score) => total + score.elapsedMs, 0),
): EvaluationFigures {
  const answerable = scores.filter(({ isUnanswerable }) => !isUnanswerable);
  const unanswerable = scores.filter(({ isUnanswerable }) => isUnanswerable);
  const answered = answerable.filter(({ refused }) => !refused);
  const located = answerable.filter(({ hasDocuments }) => hasDocuments);
  const within = (rank: number | undefined, limit: number) => rank !== undefined && rank <= limit;
  const precision = mean(answered.map((score) => score.citationPrecision));
  const recall = mean(answerable.map((score) => score.citationRecall));
  const shown = scores.reduce((total, score) => total + score.shown, 0);
  const verbatim = scores.reduce((total, score) => total + score.verbatim, 0);
  const times = scores.map((score) => score.elapsedMs);
  return {
    questions: scores.length,
    recallAt1: share(located, ({ documentRank }) => within(documentRank, 1)),
    recallAt5: share(located, ({ documentRank }) => within(documentRank, 5)),
    recallAt10: share(located, ({ documentRank }) => within(documentRank, 10)),
    mrrAt10: mean(located.map(({ documentRank: rank }) => (rank === undefined ? 0 : 1 / rank))),
    sentenceTop1: share(answerable, ({ sentenceRank }) => within(sentenceRank, 1)),
    sentenceTop3: share(answerable, ({ sentenceRank }) => within(sentenceRank, 3)),
    sentenceTop5: share(answerable, ({ sentenceRank }) => within(sentenceRank, 5)),
    cited: share(answerable, ({ cited }) => cited),
    goldShown: share(answerable, ({ goldShown }) => goldShown),
    right: share(answerable, ({ right }) => right),
    complete: share(answerable, ({ complete }) => complete),
    tellsConflict: share(answerable, ({ tellsConflict }) => tellsConflict),
    rightOrConflict: share(answerable, ({ right, tellsConflict }) => right || tellsConflict),
    tellsDifference: share(answerable, ({ tellsDifference }) => tellsDifference),
    first: share(answerable, ({ first }) => first),
    meanCitations: mean(answered.map(({ citations }) => citations)),
    meanCharacters: mean(answered.map(({ characters }) => characters)),
    refusedUnanswerable: share(unanswerable, ({ refused }) => refused),
    falseRefusals: share(answerable, ({ refused }) => refused),
    answerabilityAuc: areaUnderCurve(
      answerable.map(({ answerability }) => answerability),
      unanswerable.map(({ answerability }) => answerability),
    ),
    citationPrecision: precision,
    citationRecall: recall,
    citationF1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    verbatim: shown === 0 ? 1 : verbatim / shown,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    questionsPerSecond: elapsedMs === 0 ? 0 : (1000 * scores.length) / elapsedMs,
  };
}

export interface EvaluationReport extends EvaluationFigures {
  readonly byType: Readonly<Record<string, EvaluationFigures>>;
}

export function reportScores(scores: readonly QuestionScore[]): EvaluationReport {
  const types = [...new Set(scores.map(({ type }) => type))].sort();
  const byType = types.map((type) => [
    type,
    summariseScores(scores.filter((score) => score.type === type)),
  ]);
  return { ...summariseScores(scores), byType: Object.fromEntries(byType) };
}
