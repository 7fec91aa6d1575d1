/** Repeats a call within the turn of its chat, so that one passing fault does not undo a whole search. */

import { HttpError } from "grammy";
import { telegramFailure } from "../telegram-failure.ts";
import type { Timing } from "../timing.ts";
import type { Clock } from "./clock.ts";
import type { Governor } from "./governor.ts";

export interface RepeatInTurnOptions {
  readonly governor: Pick<Governor, "waitForSlot" | "close">;
  readonly clock: Pick<Clock, "pause">;
  readonly timing: Pick<Timing, "firstRetryMs" | "longestRetryMs">;
  /** Ends every wait. */
  readonly signal: AbortSignal;
}

/** The call's result. @throws what the last try threw; {HttpError} where the stop came first */
export type RepeatInTurn = <Result>(chatId: number, call: () => Promise<Result>) => Promise<Result>;

const mostAttempts = 5;
/** For longer the chat is left alone, and its message waits in the outbox. */
const longestFloodMs = 30_000;

/** For calls that do no harm twice. Each try takes a slot of the chat, so that it waits out floods. */
export function createRepeatInTurn(options: RepeatInTurnOptions): RepeatInTurn {
  const { governor, clock, timing, signal } = options;
  return async (chatId, call) => {
    let last: unknown = new HttpError("The stop came before the call.", undefined);
    for (let attempt = 1; ; attempt += 1) {
      await governor.waitForSlot(chatId, signal);
      // The wait was cut short: the chat may be closed.
      if (signal.aborted) throw last;
      try {
        return await call();
      } catch (error) {
        last = error;
        const failure = telegramFailure(error);
        // Whoever calls next must know, though this call is given up.
        if (failure.kind === "flood") governor.close(chatId, failure.waitMs);
        const mayPass =
          failure.kind === "unreachable" ||
          (failure.kind === "flood" && failure.waitMs <= longestFloodMs);
        if (signal.aborted || attempt >= mostAttempts || !mayPass) throw error;
        if (failure.kind === "unreachable") {
          const waitMs = timing.firstRetryMs * 2 ** (attempt - 1);
          await clock.pause(Math.min(timing.longestRetryMs, waitMs), signal);
        }
      }
    }
  };
}
