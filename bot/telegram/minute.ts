/** Writes a moment for a reader whose time zone is not known. */

/** `2026-11-22 08:30 UTC` */
export function minute(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
