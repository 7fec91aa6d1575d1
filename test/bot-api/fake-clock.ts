/** The fake's time: real time for dates and flood windows, advanced time alone for what must not depend on the machine. */

import type { FakeClock } from "./fake-telegram.ts";

/** @param onAdvance called after each `advance`, so that waits look again */
export function createFakeClock(startsAt: Date, onAdvance: () => void): FakeClock {
  const openedAt = performance.now();
  let advancedMs = 0;
  return {
    nowMs: () => startsAt.getTime() + (performance.now() - openedAt) + advancedMs,
    advancedMs: () => advancedMs,
    advance: (ms) => {
      advancedMs += ms;
      onAdvance();
    },
  };
}

/** Unix time as messages carry it, in whole seconds. */
export function unixSeconds(clock: FakeClock): number {
  return Math.floor(clock.nowMs() / 1000);
}
