/** Keeps a model's callers to some requests at once and to the tokens of the day. */

import pLimit from "p-limit";
import { estimatePromptTokens, estimateTokens } from "./estimate-tokens.ts";
import type { Completion, CompletionRequest, LanguageModel } from "./language-model.ts";
import { ModelError } from "./model-error.ts";
import type { TokenBudget } from "./token-budget.ts";

export interface ModelLimits {
  readonly requestsAtOnce: number;
  /** Absent: no end. */
  readonly budget?: TokenBudget | undefined;
}

/** The same model; it also throws `E_MODEL_BUDGET` where the day's tokens are spent. */
export function limitModel(
  model: LanguageModel,
  { requestsAtOnce, budget }: ModelLimits,
): LanguageModel {
  const turns = pLimit(requestsAtOnce);
  const inTurn = async (request: CompletionRequest): Promise<Completion> => {
    // Its caller may have given up while it waited for its turn.
    request.signal.throwIfAborted();
    return budget === undefined ? model.complete(request) : withinBudget(model, budget, request);
  };
  return {
    name: model.name,
    complete: (request) => untilAbort(turns(inTurn, request), request.signal),
  };
}

async function withinBudget(
  model: LanguageModel,
  budget: TokenBudget,
  request: CompletionRequest,
): Promise<Completion> {
  const promptTokens = estimatePromptTokens(request.messages("schema"));
  const reserved = promptTokens + request.maxTokens;
  if (!(await budget.reserve(reserved))) throw spentBudget(model.name);
  const listener = listen(request);
  try {
    const completion = await model.complete({ ...request, ...listener.request });
    const { usage } = completion;
    await budget.settle(reserved, usage.promptTokens + usage.completionTokens);
    return completion;
  } catch (error) {
    // A server may have worked, and be paid, for a reply that never arrived whole.
    const spent = wasNotServed(error) ? 0 : promptTokens + estimateTokens(listener.heard());
    await budget.settle(reserved, spent);
    throw error;
  }
}

/** Counts what a stream brings on its way. */
function listen({ onText }: CompletionRequest) {
  let heard = "";
  const listening = (pass: (piece: string) => void) => ({
    onText: (piece: string) => {
      heard += piece;
      pass(piece);
    },
  });
  return { request: onText === undefined ? {} : listening(onText), heard: () => heard };
}

function wasNotServed(error: unknown): boolean {
  if (!(error instanceof ModelError)) return false;
  return error.code === "E_MODEL_UNAVAILABLE" || error.code === "E_MODEL_REJECTED";
}

/** The result, or the signal's reason as soon as it is given: a queue does not know of signals. */
async function untilAbort<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function spentBudget(model: string): ModelError {
  return new ModelError(
    "E_MODEL_BUDGET",
    `Expected tokens to be left today for model ${model}, found them spent. Wait for tomorrow, or` +
      " allow more.",
  );
}
