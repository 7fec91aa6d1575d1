/** Sums stretches of a list of numbers without adding them up again. */

import type { BlockRange } from "./html-block.ts";

/** A function from a range of indexes to the sum of the numbers in it. */
export function runningTotals(numbers: readonly number[]): (range: BlockRange) => number {
  const totals = [0];
  for (const number of numbers) totals.push((totals.at(-1) ?? 0) + number);
  return ({ first, end }) => (totals[end] ?? 0) - (totals[first] ?? 0);
}
