/** Sorts what can go wrong in a call to Telegram by what is to be done about it. */

import { GrammyError, HttpError } from "grammy";

export type TelegramFailure =
  /** Telegram does not know the token: nothing will help. */
  | { readonly kind: "token" }
  /** Another process polls, or a webhook is set. */
  | { readonly kind: "conflict"; readonly isWebhook: boolean }
  | { readonly kind: "flood"; readonly waitMs: number }
  /** No answer, or one of a server in trouble. */
  | { readonly kind: "unreachable" }
  /** Telegram understood the call and declined it; or it is no failure of Telegram's at all. */
  | { readonly kind: "refused" };

export function telegramFailure(error: unknown): TelegramFailure {
  if (error instanceof HttpError) return { kind: "unreachable" };
  return error instanceof GrammyError ? failureOf(error) : { kind: "refused" };
}

/** The same for an answer that was not yet thrown. */
export function failureOf(
  error: Pick<GrammyError, "error_code" | "description" | "parameters">,
): TelegramFailure {
  switch (error.error_code) {
    // A malformed token makes a path that Telegram does not find.
    case 401:
    case 404:
      return { kind: "token" };
    case 409:
      return { kind: "conflict", isWebhook: /webhook/iu.test(error.description) };
    case 429:
      return { kind: "flood", waitMs: (error.parameters.retry_after ?? 1) * 1000 };
    default:
      return { kind: error.error_code >= 500 ? "unreachable" : "refused" };
  }
}

const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether the call surely never reached Telegram, so that repeating it cannot do it twice. */
export function isSurelyUnsent(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const { error: failure } = error;
  const cause = failure instanceof Error ? (failure.cause ?? failure) : failure;
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    typeof cause.code === "string" &&
    unsentCodes.has(cause.code)
  );
}
