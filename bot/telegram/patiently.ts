/** Repeats a call until Telegram answers it: outages and conflicts are waited out, each told once. */

import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../logger.ts";
import { tokenError } from "./errors.ts";
import { telegramFailure } from "./telegram-failure.ts";
import type { Timing } from "./timing.ts";

export interface Patience {
  readonly logger: Logger;
  readonly timing: Timing;
  /** Ends every wait; the call's own error is thrown then. */
  readonly signal: AbortSignal;
  /** Called before the wait after a conflict, for example to remove a webhook. */
  readonly onConflict?: (isWebhook: boolean) => Promise<void>;
}

/**
 * Returns what the call returns. A call that Telegram understood and declined throws at once.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 */
export async function patiently<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  const { logger, timing, signal } = patience;
  let failures = 0;
  for (;;) {
    try {
      const result = await call();
      if (failures > 0) logger.info("Telegram answers again", { failures });
      return result;
    } catch (error) {
      const failure = telegramFailure(error);
      if (signal.aborted || failure.kind === "refused") throw error;
      if (failure.kind === "token") throw tokenError("a token that Telegram refused", error);
      failures += 1;
      if (failures === 1) tell(logger, failure.kind, error);
      if (failure.kind === "conflict") await patience.onConflict?.(failure.isWebhook);
      await pauseUnlessStopped(waitMs(failure, failures, timing), signal);
      if (signal.aborted) throw error;
    }
  }
}

type Passing = Exclude<ReturnType<typeof telegramFailure>, { kind: "token" | "refused" }>;

function tell(logger: Logger, kind: Passing["kind"], error: unknown): void {
  if (kind === "conflict") {
    logger.error(
      "Another process polls Telegram with this token: stop it, or give this bot a token of its own." +
        " Trying again with growing pauses.",
      { error },
    );
    return;
  }
  logger.warn("Telegram is not answering; trying again with growing pauses", { error });
}

function waitMs(failure: Passing, failures: number, timing: Timing): number {
  const doubled = 2 ** (failures - 1);
  if (failure.kind === "flood") return failure.waitMs;
  return failure.kind === "conflict"
    ? Math.min(timing.longestConflictMs, timing.firstConflictMs * doubled)
    : Math.min(timing.longestRetryMs, timing.firstRetryMs * doubled);
}

/** Resolves after the time, or as soon as the signal is given. */
export async function pauseUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
