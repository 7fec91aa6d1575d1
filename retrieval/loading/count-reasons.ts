/** Counts why text was left out, without keeping the text. */

import type { DroppedCount } from "../load-report.ts";

export interface ReasonCounter {
  add(reason: string): void;
  /** Most frequent first. */
  counts(): readonly DroppedCount[];
}

/** The first counts, with the second's of one reason: what was read twice is counted once. */
export function joinCounts(
  first: readonly DroppedCount[],
  second: readonly DroppedCount[],
  reason: string,
): readonly DroppedCount[] {
  const added = second.filter((one) => one.reason === reason);
  const others = first.filter((one) => one.reason !== reason || added.length === 0);
  return [...others, ...added].sort((one, other) => other.count - one.count);
}

export function countReasons(): ReasonCounter {
  const counts = new Map<string, number>();
  return {
    add: (reason) => counts.set(reason, (counts.get(reason) ?? 0) + 1),
    counts: () =>
      [...counts]
        .map(([reason, count]) => ({ reason, count }))
        .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1)),
  };
}
