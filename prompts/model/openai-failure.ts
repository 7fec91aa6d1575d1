/** What a failed request to an OpenAI-compatible server means. */

import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { describeAttempt, statusOf } from "../../retrieval/openai-attempt.ts";
import type { TurnedDown } from "./dialect.ts";
import { ModelError } from "./model-error.ts";

/** Undefined where the server did not turn the request itself down. */
export function turnedDown(error: unknown): TurnedDown | undefined {
  if (!(error instanceof APIError)) return undefined;
  // The package types the status of a subclass without one as undefined.
  const status: number | undefined = error.status;
  if (status === undefined) return undefined;
  const words = [error.message, error.param].filter(Boolean).join(" ");
  return { status, code: error.code ?? "", words };
}

/** Without the server's own words. */
export function toModelError(error: unknown, model: string): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new ModelError(
      "E_MODEL_TIMEOUT",
      `Expected a reply of model ${model}, found none in time. Try again later, or allow more time.`,
      { cause: error, retryable: true },
    );
  }
  const status = statusOf(error);
  if (error instanceof APIConnectionError || describeAttempt(error).retryable) {
    const found = status === undefined ? "no connection" : `status ${status}`;
    return new ModelError(
      "E_MODEL_UNAVAILABLE",
      `Expected a reply of model ${model}, found ${found}. Try again later, and check that the` +
        " server can be reached.",
      { cause: error, retryable: true },
    );
  }
  if (status !== undefined) {
    return new ModelError(
      "E_MODEL_REJECTED",
      `Expected a reply of model ${model}, found status ${status}. Check key, address and the name` +
        " of the model, and that it takes prompts of this length.",
      { cause: error },
    );
  }
  return unusable(model, "something else than the protocol's", error);
}

export function unusable(model: string, found: string, cause?: unknown): ModelError {
  return new ModelError(
    "E_MODEL_UNUSABLE",
    `Expected a reply of model ${model}, found ${found}. Ask again, or try another model.`,
    { cause },
  );
}
