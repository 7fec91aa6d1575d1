/** What of a page's width lines cover, and the white channels between. */

import type { PageLine } from "./page.ts";

/** From the left edge to the right one, in the page's unit. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Covered intervals from left to right; gaps narrower than `minGap` count as covered. */
export function coverage(lines: readonly PageLine[], minGap: number): readonly Interval[] {
  return unite(
    lines.map(({ left, right }) => ({ from: left, to: right })),
    minGap,
  );
}

/** The same for intervals in any order. */
export function unite(intervals: readonly Interval[], minGap: number): readonly Interval[] {
  const united: Interval[] = [];
  for (const interval of intervals.toSorted((one, other) => one.from - other.from)) {
    const last = united.at(-1);
    if (last === undefined || interval.from - last.to >= minGap) united.push(interval);
    else united[united.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
  }
  return united;
}

/** The white between covered intervals. */
export function gapsOf(covered: readonly Interval[]): readonly Interval[] {
  return covered.slice(1).map((interval, index) => ({
    from: covered[index]?.to ?? interval.from,
    to: interval.from,
  }));
}
