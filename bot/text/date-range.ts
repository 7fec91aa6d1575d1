/** Writes a date as people read it. */

/** @param value `YYYY-MM-DD`, or two of them with a stroke between: an interval */
export function dateRange(value: string): string {
  return value.replace("/", " – ");
}
