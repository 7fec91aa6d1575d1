/** Reads the day from a date as programs write it into metadata. */

import { findCalendarDate } from "../../dates/calendar-date.ts";

/** `20240501`, `20240501080000`; a longer run of digits counts seconds. */
const compactDay = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$|\d{4}(?:\d{2})?(?:\D|$))/u;

/** `YYYY-MM-DD` as written, whatever the time zone; undefined where no full day is. */
export function metadataDay(text: string): string | undefined {
  return findCalendarDate(text.replace(compactDay, "$1-$2-$3 "))?.value;
}
