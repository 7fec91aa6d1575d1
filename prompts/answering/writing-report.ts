/** How a written answer came about, for `--explain`, the log and evaluation. */

import type { OutputForm, TokenUsage } from "../model/language-model.ts";
import { ModelError } from "../model/model-error.ts";
import type { CheckedDraft } from "../writing/check-draft.ts";
import { promptVersion } from "../writing/rules.ts";
import type { Written } from "../writing/write-statements.ts";
import type { Degradation } from "./answer.ts";

export interface WritingReport {
  readonly model: string;
  readonly promptVersion: string;
  /** Absent where no reply arrived whole. */
  readonly form: OutputForm | undefined;
  readonly requests: number;
  readonly usage: TokenUsage;
  readonly elapsedMs: number;
  /** Every draft with its verdict, in the order in which they were judged. */
  readonly drafts: readonly CheckedDraft[];
  /** False where the model said that the sentences do not answer. */
  readonly answerable: boolean;
  /** What went wrong, without a server's words. */
  readonly failure?: { readonly code: string; readonly message: string };
}

export function reportWriting(written: Written, model: string, elapsedMs: number): WritingReport {
  const { form, requests, usage, drafts, answerable, failure } = written;
  return {
    model,
    promptVersion,
    form,
    requests,
    usage,
    elapsedMs,
    drafts,
    answerable,
    ...(failure === undefined ? {} : { failure: describe(failure) }),
  };
}

function describe(failure: unknown): { code: string; message: string } {
  if (failure instanceof ModelError) return { code: failure.code, message: failure.message };
  const message = failure instanceof Error ? failure.message : String(failure);
  return { code: isTimeout(failure) ? "E_MODEL_TIMEOUT" : "E_MODEL_UNAVAILABLE", message };
}

/** Why the sentences themselves stand in for a written answer. */
export function degradationOf({ failure, drafts }: Written): Degradation {
  if (failure instanceof ModelError) return { reason: reasons[failure.code] };
  if (isTimeout(failure)) return { reason: "model-timeout" };
  if (failure !== undefined) return { reason: "model-unavailable" };
  return { reason: drafts.length > 0 ? "unchecked" : "model-unusable" };
}

const reasons: Readonly<Record<ModelError["code"], Degradation["reason"]>> = {
  E_MODEL_UNAVAILABLE: "model-unavailable",
  E_MODEL_TIMEOUT: "model-timeout",
  E_MODEL_REJECTED: "model-unavailable",
  E_MODEL_UNUSABLE: "model-unusable",
  E_MODEL_BUDGET: "budget",
};

function isTimeout(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === "TimeoutError";
}
