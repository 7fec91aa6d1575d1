/** What a failed request to an OpenAI-compatible server means for the next one. */

import { APIConnectionError, APIError } from "openai";
import type { FailedAttempt } from "./with-retries.ts";

const firstServerError = 500;
const retryableStatuses: ReadonlySet<number> = new Set([408, 409, 429]);
/** A spent account is spent in a second as well. */
const spent = "insufficient_quota";
const millisecondsPerSecond = 1000;

/** Undefined where no server answered. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof APIError ? error.status : undefined;
}

export function describeAttempt(error: unknown): FailedAttempt {
  return { retryable: isRetryable(error), retryAfterMs: retryAfterMs(error) };
}

function isRetryable(error: unknown): boolean {
  if (error instanceof APIConnectionError) return true;
  const status = statusOf(error);
  if (status === undefined || (error instanceof APIError && error.code === spent)) return false;
  return status >= firstServerError || retryableStatuses.has(status);
}

/** From `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfterMs(error: unknown): number | undefined {
  const headers = error instanceof APIError ? error.headers : undefined;
  const exact = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const said = headers?.get("retry-after");
  if (said === null || said === undefined) return undefined;
  const seconds = Number(said);
  const wait = Number.isFinite(seconds)
    ? seconds * millisecondsPerSecond
    : Date.parse(said) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
