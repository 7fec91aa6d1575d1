/** Works out what words of time mean in a text that was published on a known day. */

import {
  addDays,
  addMonths,
  civilDay,
  civilMonth,
  civilYear,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  yearOf,
} from "./civil-day.ts";
import { isPlanned } from "./planned.ts";
import type { TimeMeaning, TimeWords, YearMeant, YearPart } from "./time-words.ts";

/** A month or day without its year lies at most so far behind and ahead of the publication. */
const daysBehind = 330;
const daysAhead = 35;
/** A plan for a month or day without its year lies at most so far ahead. */
const plannedDaysAhead = 240;
/** Figures for `1至10月` appear when it has ended, or a few days before. */
const daysBeforeEnd = 15;
/** 一季度 may be spoken of while it lasts; `1至4月` and more only when it is over. */
const firstQuarterEnd = 3;
const daysInWeek = 7;

/** The year of a founding, not of what has come since: `自2020年6月开业以来`. */
const since = /^[^，,。；;]{0,12}以来/u;

/** From the finest to the coarsest value that may be given; empty where the meaning is unknown. */
export type TimeValues = readonly string[];

interface Before {
  readonly year: number;
  readonly part: YearPart;
  /** Whether a part without its own year may lie in that year. */
  readonly isHeldOver: boolean;
}

/**
 * Values for each of the times.
 *
 * @param publishedOn the day `YYYY-MM-DD`; where undefined only times with a year are known
 */
export function resolveTimes(
  text: string,
  times: readonly TimeWords[],
  publishedOn: string | undefined,
): readonly TimeValues[] {
  let before: Before | undefined;
  return times.map(({ meaning, start, end }) => {
    if (meaning.kind !== "year part") return valuesOf(meaning, publishedOn, text, start, end);
    const part = meaning.part.kind === "same part" ? (before?.part ?? wholeYear) : meaning.part;
    const planned = isPlanned(text, start, end);
    const year = resolveYear(meaning.year, part, { before, publishedOn, planned });
    if (year === undefined) return [];
    if (part.kind !== "so far") {
      const isFronted = /^[，,、]/u.test(text.slice(end));
      const isSaid = meaning.year.kind !== "unsaid" || before?.isHeldOver === true;
      const isHeldOver =
        isSaid && !since.test(text.slice(end)) && (part.kind !== "whole" || isFronted);
      before = { year, part, isHeldOver };
    }
    return partValues(year, part, publishedOn);
  });
}

const wholeYear = { kind: "whole" } as const;

function valuesOf(
  meaning: Exclude<TimeMeaning, { kind: "year part" }>,
  publishedOn: string | undefined,
  text: string,
  start: number,
  end: number,
): TimeValues {
  if (meaning.kind === "years") {
    const from = civilYear(meaning.from);
    return [meaning.from === meaning.to ? from : `${from}/${civilYear(meaning.to)}`];
  }
  if (publishedOn === undefined) return [];
  switch (meaning.kind) {
    case "day from publication":
      return [addDays(publishedOn, meaning.days)];
    case "week from publication": {
      const monday = addDays(mondayOf(publishedOn), meaning.weeks * daysInWeek);
      return [`${monday}/${addDays(monday, daysInWeek - 1)}`];
    }
    case "month from publication":
      return [addMonths(publishedOn, meaning.months)];
    case "day of month": {
      const steps = isPlanned(text, start, end) ? [0, 1] : [0, -1];
      const isReached = (day: string): boolean =>
        steps[1] === 1 ? day >= publishedOn : day <= publishedOn;
      const days = steps
        .map((months) => `${addMonths(publishedOn, months)}-01`)
        .map((first) => civilDay(yearOf(first), monthOf(first), meaning.day))
        .filter((day) => day !== undefined);
      return days.filter(isReached).slice(0, 1);
    }
    case "now":
      return [publishedOn, publishedOn.slice(0, 7), publishedOn.slice(0, 4)];
  }
}

interface YearContext {
  readonly before: Before | undefined;
  readonly publishedOn: string | undefined;
  readonly planned: boolean;
}

function resolveYear(meant: YearMeant, part: YearPart, context: YearContext): number | undefined {
  const { before, publishedOn } = context;
  const current = publishedOn === undefined ? undefined : yearOf(publishedOn);
  switch (meant.kind) {
    case "named":
      return meant.year;
    case "from publication":
      return current === undefined ? undefined : current + meant.years;
    case "from before":
      return before === undefined ? undefined : before.year + meant.years;
    case "from context": {
      const year = before?.year ?? current;
      return year === undefined ? undefined : year + meant.years;
    }
    case "unsaid":
      if (before?.isHeldOver === true) return before.year;
      return publishedOn === undefined
        ? undefined
        : nearestYear(part, publishedOn, context.planned);
  }
}

/** The year in which a month or day that is named without one lies. */
function nearestYear(part: YearPart, publishedOn: string, planned: boolean): number | undefined {
  const current = yearOf(publishedOn);
  // Nobody calls a quarter of next year just 一季度.
  const isQuarter = part.kind === "months" && part.from < part.to;
  const years = [current - 1, current, ...(isQuarter ? [] : [current + 1])];
  const candidates = years.flatMap((year) => {
    const days = partDays(year, part);
    return days === undefined ? [] : [{ year, ...days }];
  });
  const next = candidates.find(({ to }) => to >= publishedOn);
  if (planned && next !== undefined && next.from <= addDays(publishedOn, plannedDaysAhead)) {
    return next.year;
  }
  const isCumulative = part.kind === "months" && part.from === 1 && part.to > firstQuarterEnd;
  if (isCumulative) {
    const end = addDays(publishedOn, daysBeforeEnd);
    return candidates.findLast(({ to }) => to <= end)?.year;
  }
  const latest = addDays(publishedOn, daysAhead);
  const earliest = addDays(publishedOn, -daysBehind);
  return candidates.findLast(({ from, to }) => from <= latest && to > earliest)?.year;
}

/** First and last day of the part of the year; undefined where no such days exist. */
export function partDays(
  year: number,
  part: YearPart,
): { readonly from: string; readonly to: string } | undefined {
  if (part.kind === "months") {
    return { from: `${civilMonth(year, part.from)}-01`, to: lastDayOfMonth(year, part.to) };
  }
  if (part.kind === "days") {
    const from = civilDay(year, part.fromMonth, part.fromDay);
    const to = civilDay(year, part.toMonth, part.toDay);
    return from === undefined || to === undefined ? undefined : { from, to };
  }
  return { from: `${civilYear(year)}-01-01`, to: `${civilYear(year)}-12-31` };
}

function partValues(year: number, part: YearPart, publishedOn: string | undefined): TimeValues {
  const name = civilYear(year);
  switch (part.kind) {
    case "months":
      return [range(civilMonth(year, part.from), civilMonth(year, part.to))];
    case "days": {
      const days = partDays(year, part);
      return days === undefined ? [] : [range(days.from, days.to)];
    }
    case "so far": {
      if (publishedOn === undefined) return [name];
      const untilMonth = range(`${name}-01`, publishedOn.slice(0, 7));
      return [untilMonth, range(name, publishedOn.slice(0, 4))];
    }
    case "whole":
    case "same part":
      return [name];
  }
}

function range(from: string, to: string): string {
  return from === to ? from : `${from}/${to}`;
}
