/** Sums up what having a model write follow-ups out cost in a question set, and how often it was of use. */

import type { RewritingReport } from "../understanding/rewrite-question.ts";

export interface RewritingFigures {
  readonly model: string;
  readonly promptVersion: string;
  /** Questions that the model was asked to write out. */
  readonly questions: number;
  /** Of them, those read as the model wrote them; the others as the rule reads them. */
  readonly used: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly seconds: number;
}

/** Undefined where no question continued a chat. */
export function countRewriting(
  rewritten: readonly RewritingReport[],
): RewritingFigures | undefined {
  const [first] = rewritten;
  if (first === undefined) return undefined;
  const sum = (figure: (rewriting: RewritingReport) => number) =>
    rewritten.reduce((total, rewriting) => total + figure(rewriting), 0);
  return {
    model: first.model,
    promptVersion: first.promptVersion,
    questions: rewritten.length,
    used: rewritten.filter(({ isUsed }) => isUsed).length,
    promptTokens: sum(({ usage }) => usage.promptTokens),
    completionTokens: sum(({ usage }) => usage.completionTokens),
    seconds: sum(({ elapsedMs }) => elapsedMs) / 1000,
  };
}
