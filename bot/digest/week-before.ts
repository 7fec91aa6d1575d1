/** The week a digest tells of. */

import type { Period } from "../operations/period-counts.ts";

const dayMs = 24 * 60 * 60 * 1000;
const weekMs = 7 * dayMs;
const hourMs = 60 * 60 * 1000;
/** Monday at one o'clock UTC, nine in the morning in China. The epoch was a Thursday. */
const weekStartMs = 4 * dayMs + hourMs;

/** The last whole week. @param nowMs milliseconds since 1970 */
export function weekBefore(nowMs: number): Period {
  const to = nowMs - ((((nowMs - weekStartMs) % weekMs) + weekMs) % weekMs);
  return { from: new Date(to - weekMs), to: new Date(to) };
}
