/** Counts calls in a sliding window of time, and tells when the next one is allowed. */

export interface Allowance {
  readonly calls: number;
  /** In any stretch of time this long. */
  readonly perMs: number;
}

export interface CallWindow {
  /** Milliseconds until a call is allowed that leaves so many others unused; 0 for now. */
  freeInMs(nowMs: number, leaving: number): number;
  take(nowMs: number): void;
}

export function createCallWindow({ calls, perMs }: Allowance): CallWindow {
  let takenAtMs: readonly number[] = [];
  return {
    freeInMs: (nowMs, leaving) => {
      takenAtMs = takenAtMs.filter((atMs) => atMs > nowMs - perMs);
      // At least one call is allowed at some time, however few there are to leave.
      const allowed = Math.max(1, calls - leaving);
      const inTheWay = takenAtMs.at(-allowed);
      return inTheWay === undefined ? 0 : inTheWay + perMs - nowMs;
    },
    take: (nowMs) => {
      takenAtMs = [...takenAtMs, nowMs];
    },
  };
}
