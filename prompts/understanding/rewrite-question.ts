/** Has a model write a follow-up out; where it cannot, or says something new, the rule's reading holds. */

import { z } from "zod";
import type { Turn } from "../answering/answer.ts";
import type { LanguageModel, OutputForm, TokenUsage } from "../model/language-model.ts";
import { ModelError } from "../model/model-error.ts";
import { createMarker } from "../writing/fence.ts";
import { checkRewriting, type RewritingFault } from "./check-rewriting.ts";
import { rewritingPrompt, rewritingVersion } from "./rewriting-prompt.ts";
import { isForMore } from "./standing-of.ts";
import { standingIn, type UnderstoodQuestion, understandQuestion } from "./understand-question.ts";

/** Enough for a question and what a reasoning model thinks first. */
const maxTokens = 768;
/** Of the time left, so that the answer can still be written. */
const shareOfTime = 1 / 3;

export interface RewritingRequest {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly Turn[];
  readonly model: LanguageModel;
  readonly signal?: AbortSignal | undefined;
  /** Of the whole answer, by `Date.now()`. */
  readonly deadlineMs: number;
}

/** What asking the model came to. */
export interface RewritingReport {
  readonly model: string;
  readonly promptVersion: string;
  readonly isUsed: boolean;
  /** Why it is not used: what is wrong with the rewriting, or the model error's code. */
  readonly reason?: RewritingFault | ModelError["code"];
  readonly form?: OutputForm;
  readonly usage: TokenUsage;
  readonly elapsedMs: number;
}

export interface Rewritten {
  readonly understood: UnderstoodQuestion;
  /** Absent where the model was not asked. */
  readonly report?: RewritingReport;
}

const replySchema = z.object({ question: z.string() });
const strictReplySchema = z.strictObject({ question: z.string() });
const { $schema: _dialect, ...jsonSchema } = z.toJSONSchema(strictReplySchema);
const format = { name: "rewritten_question", jsonSchema } as const;

const noUsage: TokenUsage = { promptTokens: 0, completionTokens: 0 };
const fence = /^```(?:json)?\s*|\s*```$/gu;
const quotes = /^["“「]|["”」]$/gu;

/** The question of the reply, whatever form it has. */
function readReply(text: string): string {
  const bare = text.trim().replace(fence, "");
  if (!bare.startsWith("{")) return bare.replace(quotes, "").trim();
  try {
    return replySchema.parse(JSON.parse(bare)).question.trim();
  } catch {
    // Whatever it is, it is no question; the rule's reading holds.
    return "";
  }
}

/**
 * Asked only where the question continues the chat, or may; a question that stands alone is never
 * changed. What a model says differently of a question that surely continues, it has to write out.
 *
 * @throws the signal's reason once it is given
 */
export async function rewriteQuestion(request: RewritingRequest): Promise<Rewritten> {
  const { question, history, model, signal, deadlineMs } = request;
  const byRule = understandQuestion(question, history);
  const standing = standingIn(question, history);
  if (standing === "alone" || isForMore(question)) return { understood: byRule };

  const startedAt = performance.now();
  const report = (rest: Pick<RewritingReport, "isUsed"> & Partial<RewritingReport>) => ({
    model: model.name,
    promptVersion: rewritingVersion,
    usage: noUsage,
    ...rest,
    elapsedMs: performance.now() - startedAt,
  });
  const enoughMs = Math.max(0, (deadlineMs - Date.now()) * shareOfTime);
  const timeout = AbortSignal.timeout(Math.floor(enoughMs));
  const task = { question, history, marker: createMarker() };
  try {
    const { text, form, usage } = await model.complete({
      messages: (wanted) => rewritingPrompt(task, wanted),
      schema: format,
      maxTokens,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      deadlineMs: Date.now() + enoughMs,
    });
    const rewritten = readReply(text);
    const isAsItWas = rewritten === question.trim();
    const fault =
      isAsItWas && standing === "continues"
        ? "unfinished"
        : checkRewriting(rewritten, question, history);
    if (fault !== undefined) {
      return { understood: byRule, report: report({ isUsed: false, reason: fault, form, usage }) };
    }
    const understood = { text: rewritten, question: rewritten };
    return { understood, report: report({ isUsed: true, form, usage }) };
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof ModelError ? error.code : "E_MODEL_TIMEOUT";
    if (!(error instanceof ModelError) && !timeout.aborted) throw error;
    return { understood: byRule, report: report({ isUsed: false, reason }) };
  }
}
