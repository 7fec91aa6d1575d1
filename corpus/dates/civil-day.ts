/** Arithmetic on calendar days written as `YYYY-MM-DD`, which compare as text. */

const dayMs = 86_400_000;
const daysInWeek = 7;
const monthsInYear = 12;

/** The day `YYYY-MM-DD`; undefined where no such day exists. */
export function civilDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? textOf(date) : undefined;
}

export function addDays(day: string, days: number): string {
  return textOf(new Date(Date.parse(day) + days * dayMs));
}

/** Days from one to the other, negative where the other is earlier. */
export function daysBetween(day: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(day)) / dayMs);
}

/** The month `YYYY-MM`, so many months after that of the day. */
export function addMonths(day: string, months: number): string {
  const count = yearOf(day) * monthsInYear + monthOf(day) - 1 + months;
  return civilMonth(Math.floor(count / monthsInYear), (count % monthsInYear) + 1);
}

export function civilMonth(year: number, month: number): string {
  return `${civilYear(year)}-${String(month).padStart(2, "0")}`;
}

export function civilYear(year: number): string {
  return String(year).padStart(4, "0");
}

export function lastDayOfMonth(year: number, month: number): string {
  return addDays(`${addMonths(`${civilMonth(year, month)}-01`, 1)}-01`, -1);
}

/** The Monday on or before the day. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(day).getUTCDay() + daysInWeek - 1) % daysInWeek;
  return addDays(day, -sinceMonday);
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
