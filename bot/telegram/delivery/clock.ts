/** Time as those who wait for it know it, so that a test may be its master. */

import { pauseUnlessStopped } from "../patiently.ts";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after the time, or as soon as the signal is given. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** @param now default: the machine's clock; pauses always are the machine's */
export function createClock(now: () => number = Date.now): Clock {
  return { now, pause: pauseUnlessStopped };
}
