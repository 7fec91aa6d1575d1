/** Tries a request again where that may help and there is time for it. */

import { setTimeout as pause } from "node:timers/promises";

/** Why one attempt failed. */
export interface FailedAttempt {
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** When the server wants to be asked again, counted from now. */
  readonly retryAfterMs?: number | undefined;
}

export interface RetryOptions {
  /** After the first attempt. */
  readonly maxRetries: number;
  readonly signal: AbortSignal;
  /** By `Date.now()`; a pause that would last until then is not made. */
  readonly deadlineMs?: number | undefined;
  readonly describe: (error: unknown) => FailedAttempt;
}

const firstPauseMs = 500;
const longestPauseMs = 8000;
/** Pauses are this much shorter by chance, so that many callers do not come back at once. */
const jitter = 0.25;

/** @throws what the last attempt threw, or the signal's reason */
export async function withRetries<Result>(
  attempt: () => Promise<Result>,
  { maxRetries, signal, deadlineMs = Number.POSITIVE_INFINITY, describe }: RetryOptions,
): Promise<Result> {
  for (let retries = 0; ; retries++) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const { retryable, retryAfterMs } = describe(error);
      if (!retryable || retries >= maxRetries) throw error;
      const pauseMs = retryAfterMs ?? backoffMs(retries);
      if (Date.now() + pauseMs >= deadlineMs) throw error;
      await pause(pauseMs, undefined, { signal }).catch((reason: unknown) => {
        signal.throwIfAborted();
        throw reason;
      });
    }
  }
}

function backoffMs(retries: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** retries) * (1 - jitter * Math.random());
}
