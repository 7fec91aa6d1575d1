/** Sums up what a model wrote for a question set: what it cost and what became of it. */

import { type Answer, degradations } from "../answering/answer.ts";
import type { WritingReport } from "../answering/writing-report.ts";
import type { CheckedDraft } from "../writing/check-draft.ts";

export interface WritingFigures {
  readonly model: string;
  readonly promptVersion: string;
  /** Questions that were put to the model. */
  readonly questions: number;
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly seconds: number;
  /** Statements written, mended ones not counted. */
  readonly statements: number;
  /** Of them, those stopped at first. */
  readonly stopped: number;
  /** Of those, the ones that were mended. */
  readonly mended: number;
  /** Answers made of the sentences themselves instead, by reason; reasons without one are absent. */
  readonly degraded: Readonly<Record<string, number>>;
}

/** What one question brought. */
export interface WrittenQuestion {
  readonly answer: Answer;
  readonly writing: WritingReport;
}

/** Undefined where nothing was written. */
export function countWriting(written: readonly WrittenQuestion[]): WritingFigures | undefined {
  const first = written[0]?.writing;
  if (first === undefined) return undefined;
  const sum = (figure: (writing: WritingReport) => number) =>
    written.reduce((total, { writing }) => total + figure(writing), 0);
  const drafts = written.flatMap(({ writing }) => writing.drafts);
  const byReason = degradations
    .map((reason) => [
      reason,
      written.filter(({ answer }) => answer.degraded?.reason === reason).length,
    ])
    .filter(([, count]) => count !== 0);
  return {
    model: first.model,
    promptVersion: first.promptVersion,
    questions: written.length,
    requests: sum(({ requests }) => requests),
    promptTokens: sum(({ usage }) => usage.promptTokens),
    completionTokens: sum(({ usage }) => usage.completionTokens),
    seconds: sum(({ elapsedMs }) => elapsedMs) / 1000,
    statements: drafts.filter(({ attempt }) => attempt === 1).length,
    stopped: drafts.filter(({ attempt, supported }) => attempt === 1 && !supported).length,
    mended: sum(({ drafts: judged }) => countMended(judged)),
    degraded: Object.fromEntries(byReason) as Record<string, number>,
  };
}

/** Statements that passed only as mended; one that had been said before mends nothing. */
function countMended(drafts: readonly CheckedDraft[]): number {
  const passed = drafts.filter(({ supported }) => supported);
  const said = new Set(passed.filter(({ attempt }) => attempt === 1).map(({ text }) => text));
  return passed.filter(({ attempt, text }) => attempt === 2 && !said.has(text)).length;
}
