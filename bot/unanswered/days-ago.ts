/** How far back one looks for questions that were not answered. */

export const defaultDays = 30;
export const mostDays = 365;

const dayMs = 24 * 60 * 60 * 1000;

/** @param nowMs milliseconds since 1970 */
export function daysAgo(days: number, nowMs: number): Date {
  return new Date(nowMs - days * dayMs);
}

/** A whole number of days within bounds; the default for an empty text, undefined for another. */
export function readDays(text: string): number | undefined {
  if (text === "") return defaultDays;
  if (!/^[1-9]\d{0,5}$/u.test(text)) return undefined;
  return Math.min(Number(text), mostDays);
}
