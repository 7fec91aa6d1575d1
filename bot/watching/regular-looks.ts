/** Looks again and again, for folders whose changes nobody tells: network drives and object stores. */

import { setTimeout as pause } from "node:timers/promises";

/** Yields at once, then each time so long after the caller asks again. Ends with the signal. */
export async function* regularLooks(everyMs: number, signal: AbortSignal): AsyncGenerator<void> {
  while (!signal.aborted) {
    yield;
    // Cut short by the stop, which the loop looks for.
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
