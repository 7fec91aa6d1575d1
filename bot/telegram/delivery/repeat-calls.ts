/** Repeats calls that failed in passing, where making them twice does no harm. */

import type { Transformer } from "grammy";
import { pauseUnlessStopped } from "../patiently.ts";
import { isSurelyUnsent } from "../telegram-failure.ts";
import type { Timing } from "../timing.ts";

type Response = Awaited<ReturnType<Parameters<Transformer>[0]>>;

/** With doubling pauses this spans about two minutes. */
const unsentAttempts = 7;
const otherAttempts = 4;
/** Nobody waits for longer; the caller learns of it. */
const longestFloodSeconds = 30;

/**
 * A call for which no connection could be made is repeated, and so is one refused by a flood: the
 * governor beneath waits. A call whose answer was lost, or that met a fault of the server, may have
 * taken effect: it is repeated only where that does no harm.
 *
 * @param signal ends every pause; the failure is told then
 */
export function repeatCalls(
  timing: Pick<Timing, "firstRetryMs" | "longestRetryMs">,
  signal: AbortSignal,
): Transformer {
  return async (previous, method, payload, callSignal) => {
    for (let attempt = 1; ; attempt += 1) {
      const isHarmless = isHarmlessTwice(method);
      const isLast = signal.aborted || attempt >= otherAttempts;
      try {
        const response = await previous(method, payload, callSignal);
        if (isLast || !isWorthRepeating(response, isHarmless)) return response;
      } catch (error) {
        const mayRepeat = isSurelyUnsent(error)
          ? attempt < unsentAttempts && !signal.aborted
          : isHarmless && !isLast;
        if (!mayRepeat) throw error;
      }
      const waitMs = timing.firstRetryMs * 2 ** (attempt - 1);
      await pauseUnlessStopped(Math.min(timing.longestRetryMs, waitMs), signal);
    }
  };
}

/** Edits, answers to taps and settings come to the same when made twice; messages do not. */
function isHarmlessTwice(method: string): boolean {
  return !/^(send(?!ChatAction)|copy|forward)/u.test(method);
}

function isWorthRepeating(response: Response, isHarmless: boolean): boolean {
  if (response.ok) return false;
  if (response.error_code === 429) {
    return (response.parameters?.retry_after ?? 1) <= longestFloodSeconds;
  }
  return response.error_code >= 500 && isHarmless;
}
