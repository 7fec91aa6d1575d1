/** Makes of a load's progress what a person wants to see of it: how much of which work, and how long. */

import type { LoadProgress, LoadStage } from "../../retrieval/load-report.ts";
import { estimateTimeLeft, type TimeEstimate } from "./estimate-time-left.ts";

interface Work {
  readonly done: number;
  readonly total: number;
}

export interface FollowedProgress {
  readonly stage: LoadStage;
  /** What a bar measures; `total` is above 0. */
  readonly work: Work;
  /** Files listed or read; undefined in stages that do not count them. */
  readonly files: Work | undefined;
  readonly bytes: Work | undefined;
  /** Undefined where it cannot be told. */
  readonly leftMs: number | undefined;
}

/**
 * While reading and embedding take turns, one bar over the bytes of both tells of both.
 *
 * @param now in milliseconds, of any origin
 */
export function followProgress(now: () => number): (progress: LoadProgress) => FollowedProgress {
  let timeLeft: TimeEstimate | undefined;
  let bytesBefore = 0;
  let filesRead = 0;
  return ({ stage, done, total, bytes }) => {
    if (stage === "read") filesRead = done;
    const isCounting = stage === "list" || bytes !== undefined;
    if (bytes !== undefined && (timeLeft === undefined || bytes.done < bytesBefore)) {
      timeLeft = estimateTimeLeft(now);
    }
    bytesBefore = bytes?.done ?? 0;
    const work = bytes ?? { done, total };
    return {
      stage,
      work: work.total > 0 ? work : { done: 0, total: 1 },
      files: isCounting ? { done: bytes === undefined ? done : filesRead, total } : undefined,
      bytes,
      leftMs: bytes === undefined ? undefined : timeLeft?.(bytes),
    };
  };
}
