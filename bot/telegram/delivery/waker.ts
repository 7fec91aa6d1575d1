/** Wakes a loop that waits for work, or for its next look around. */

import type { Clock } from "./clock.ts";

export interface Waker {
  /** Ends the wait that is, or the next one. */
  wake(): void;
  /** Resolves when woken, after the time, or as soon as the signal is given. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createWaker(clock: Pick<Clock, "pause">): Waker {
  let woken = new AbortController();
  return {
    wake: () => woken.abort(),
    wait: async (ms, signal) => {
      await clock.pause(ms, AbortSignal.any([signal, woken.signal]));
      if (woken.signal.aborted) woken = new AbortController();
    },
  };
}
