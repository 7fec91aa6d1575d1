/** Gathers changes that come in a burst into one. */

import { setTimeout as pause } from "node:timers/promises";

export interface QuietWait {
  readonly onChange: () => void;
  /**
   * True when something has changed since the last call resolved and then nothing more for `quietMs`,
   * or for `longestMs` after the first change; false when the signal is given.
   */
  next(): Promise<boolean>;
}

export interface QuietWaitOptions {
  readonly quietMs: number;
  readonly longestMs: number;
  readonly signal: AbortSignal;
}

export function createQuietWait({ quietMs, longestMs, signal }: QuietWaitOptions): QuietWait {
  let burst: { readonly firstMs: number; lastMs: number } | undefined;
  let wake = (): void => {};
  signal.addEventListener("abort", () => wake(), { once: true });
  return {
    onChange: () => {
      const nowMs = performance.now();
      if (burst === undefined) burst = { firstMs: nowMs, lastMs: nowMs };
      else burst.lastMs = nowMs;
      wake();
    },
    next: async () => {
      if (burst === undefined && !signal.aborted) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      while (!signal.aborted && burst !== undefined) {
        const overMs = Math.min(burst.lastMs + quietMs, burst.firstMs + longestMs);
        const leftMs = overMs - performance.now();
        if (leftMs <= 0) {
          burst = undefined;
          return true;
        }
        // Cut short by the stop, which the loop looks for.
        await pause(leftMs, undefined, { signal }).catch(() => undefined);
      }
      return false;
    },
  };
}
