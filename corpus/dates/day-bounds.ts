/** Bounds the day of publication within its year by the days and months that the text names. */

import { addDays } from "./civil-day.ts";
import type { DateEvidence, YearVote } from "./date-evidence.ts";
import type { DatedSentence } from "./dated-sentence.ts";
import { findFreshDays, type FreshDay } from "./fresh-days.ts";
import { partDays } from "./resolve-times.ts";
import type { YearPart } from "./time-words.ts";

/** A paper names a day without its year only while it is fresh: so many days. */
export const freshDays = 60;
/** Figures for a quarter or for `1至10月` give way to newer ones after so many days. */
const freshFiguresDays = 120;
/** Told of more often before than after: `今年年底投产`. */
const yearEnd = /年[底末]$|岁[末尾]$/u;
/** Where a text tells of last year's figures, days from October on and up to March are one winter. */
const winterStart = "10-01";
const winterEnd = "03-31";

/** Strongest first. */
export function dayBounds(
  sentences: readonly DatedSentence[],
  year: number,
  votes: readonly YearVote[],
): readonly DateEvidence[] {
  const event = newestEvent(sentences, year, votes);
  const [reached] = reachedDays(sentences, year);
  if (event === undefined) {
    return [
      ...(reached === undefined ? [] : [reached]),
      ...figures(sentences, year),
      ...plannedDays(sentences, year),
    ];
  }
  const { words, day, isSameDay } = event;
  const from = isSameDay ? day : addDays(day, 1);
  const to = addDays(day, freshDays);
  // The newest day was not fresh, or the month is still to come: which, the text does not say.
  if (reached !== undefined && reached.from > to) return [{ words, from }];
  return [
    { words, from, to },
    ...(reached === undefined ? [] : [reached]),
    ...figures(sentences, year),
    ...plannedDays(sentences, year),
  ];
}

/** The newest day that is named as a fresh one. */
function newestEvent(
  sentences: readonly DatedSentence[],
  year: number,
  votes: readonly YearVote[],
): FreshDay | undefined {
  const ofVotes = votes.filter(({ kind }) => kind === "head" || kind === "fresh day");
  const dated = sentences.flatMap(({ named }, sentence) =>
    named
      .filter((time) => time.year === year && !time.isPlanned && time.part === "days")
      .filter((time) => ofVotes.some(({ words }) => words.endsWith(time.words)))
      .flatMap(({ words, yearPart }): readonly FreshDay[] => {
        const day = lastDay(yearPart, year);
        // A date with its year is how the web and a page's own head write the day of publication.
        return day === undefined ? [] : [{ day, words, sentence, isSameDay: true }];
      }),
  );
  const days = [...findFreshDays(sentences, year), ...dated];
  days.sort((one, other) => (one.day < other.day ? 1 : -1));
  const tellsLastYear = votes.some((vote) => vote.year === year && vote.kind === "total");
  const ofLastYear = tellsLastYear ? lastWinter(days.map(({ day }) => day)) : [];
  return days.find(({ day }) => !ofLastYear.includes(day));
}

/** Where there are days of a winter's both sides and none between: those of the old year. */
function lastWinter(days: readonly string[]): readonly string[] {
  const late = days.filter((day) => day.slice(5) >= winterStart);
  const early = days.filter((day) => day.slice(5) <= winterEnd);
  return early.length > 0 && late.length + early.length === days.length ? late : [];
}

interface ReachedDay {
  readonly words: string;
  readonly from: string;
}

/** What has come by then, newest first: full dates, 今年3月, 截至今年3月底. */
function reachedDays(sentences: readonly DatedSentence[], year: number): readonly ReachedDay[] {
  const named = sentences.flatMap((sentence) =>
    sentence.named.filter((time) => time.year === year && !time.isPlanned),
  );
  const near = sentences.flatMap((sentence) =>
    sentence.near.filter(
      (time) => time.yearsAway === 0 && !time.isPlanned && !yearEnd.test(time.words),
    ),
  );
  return [...named, ...near]
    .flatMap(({ words, yearPart }) => {
      if (yearPart.kind !== "days" && yearPart.kind !== "months") return [];
      const days = partDays(year, yearPart);
      if (days === undefined) return [];
      const isOver = isCumulative(yearPart) || /[底末]$/u.test(words);
      return [{ words, from: isOver ? days.to : days.from }];
    })
    .sort((one, other) => (one.from < other.from ? 1 : -1));
}

/** The newest figures for the part of the year that is over. */
function figures(sentences: readonly DatedSentence[], year: number): readonly DateEvidence[] {
  return sentences
    .flatMap(({ near }) => near)
    .filter((time) => !time.isPlanned && (time.yearsAway ?? 0) === 0 && isCumulative(time.yearPart))
    .flatMap(({ words, yearPart }) => {
      const end = lastDay(yearPart, year);
      return end === undefined ? [] : [{ words, from: end, to: addDays(end, freshFiguresDays) }];
    })
    .sort((one, other) => (one.from < other.from ? 1 : -1))
    .slice(0, 1);
}

/** 计划4月完成: published before April was over. Earliest first. */
function plannedDays(sentences: readonly DatedSentence[], year: number): readonly DateEvidence[] {
  return sentences
    .flatMap(({ near }) => near)
    .filter((time) => time.isPlanned && (time.yearsAway ?? 0) === 0)
    .flatMap(({ words, yearPart }) => {
      const to = lastDay(yearPart, year);
      return to === undefined ? [] : [{ words, to }];
    })
    .sort((one, other) => (one.to < other.to ? -1 : 1));
}

function isCumulative(part: YearPart): boolean {
  return part.kind === "months" && part.from === 1 && part.to > 1;
}

function lastDay(part: YearPart, year: number): string | undefined {
  return part.kind === "days" || part.kind === "months" ? partDays(year, part)?.to : undefined;
}
