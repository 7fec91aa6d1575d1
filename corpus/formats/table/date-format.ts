/** Shows the numbers that stand for dates and times in spreadsheets. */

const millisecondsPerDay = 86_400_000;
const minutesPerDay = 1440;
const secondsPerDay = 86_400;
/** Number of 1 January 1970. */
const firstUnixDay = 25_569;
/** Days between the beginnings of the two calendars that spreadsheets use. */
const daysTo1904 = 1462;
/** The day before which the calendar lags by one: it has a 29 February 1900. */
const firstSoundDay = 60;
/** 31 December 9999. */
const lastDay = 2_958_465;

export interface DateFormatOptions {
  /** The letters of the format, lower case, without literals. */
  readonly letters: string;
  readonly isFrom1904: boolean;
}

/**
 * `2024-05-01`, `2024-05` or `2024` as far as the format shows it, `14:30`, or both; undefined for
 * what is no date.
 */
export function showDate(
  value: number,
  { letters, isFrom1904 }: DateFormatOptions,
): string | undefined {
  if (!Number.isFinite(value) || value < 0 || value > lastDay) return undefined;
  const hasTime = /[hs]/u.test(letters);
  const hasDate = /[yde]/u.test(letters) || !hasTime;
  const time = hasTime ? showTime(value, letters) : undefined;
  const date = hasDate ? showDay(value, letters, isFrom1904) : undefined;
  return [date, time].filter((part) => part !== undefined).join(" ");
}

function showDay(value: number, letters: string, isFrom1904: boolean): string {
  const lag = !isFrom1904 && value < firstSoundDay ? 1 : 0;
  const days = Math.floor(value) + lag + (isFrom1904 ? daysTo1904 : 0) - firstUnixDay;
  const iso = new Date(days * millisecondsPerDay).toISOString().slice(0, "YYYY-MM-DD".length);
  const isYearShown = /[ye]/u.test(letters);
  if (!isYearShown || letters.includes("d")) return iso;
  return iso.slice(0, letters.includes("m") ? "YYYY-MM".length : "YYYY".length);
}

function showTime(value: number, letters: string): string {
  const isElapsed = /\[h+\]/u.test(letters);
  const part = isElapsed ? value : value - Math.floor(value);
  const hasSeconds = letters.includes("s");
  const total = Math.round(part * (hasSeconds ? secondsPerDay : minutesPerDay));
  const seconds = hasSeconds ? [total % 60] : [];
  const minutes = hasSeconds ? Math.floor(total / 60) : total;
  const hours = Math.floor(minutes / 60);
  return [isElapsed ? hours : hours % 24, minutes % 60, ...seconds]
    .map((unit) => String(unit).padStart(2, "0"))
    .join(":");
}
