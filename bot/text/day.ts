/** Writes a day for a reader whose time zone is not known. */

/** `2026-11-22`, in UTC. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
