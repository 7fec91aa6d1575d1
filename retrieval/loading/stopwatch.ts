/** Adds up where the time of a load goes. */

/** Parts of a load between which its time is divided, in order. */
export const timedParts = ["list", "read", "embed", "write", "index"] as const;
export type TimedPart = (typeof timedParts)[number];

/** Milliseconds by part. */
export type LoadTimes = Readonly<Record<TimedPart, number>>;

export interface Stopwatch {
  /** What `work` gives; the time until then is added to the part. */
  time<Result>(part: TimedPart, work: () => Promise<Result>): Promise<Result>;
  times(): LoadTimes;
}

export function createStopwatch(): Stopwatch {
  const times: Record<TimedPart, number> = { list: 0, read: 0, embed: 0, write: 0, index: 0 };
  return {
    async time(part, work) {
      const startedAt = performance.now();
      try {
        return await work();
      } finally {
        times[part] += performance.now() - startedAt;
      }
    },
    times: () => ({ ...times }),
  };
}
