/** Finds the times of a text with their absolute reading and, where the year is unsaid, their part. */

import type { PublishedOn } from "../../../corpus/article.ts";
import { findTimes } from "../../../corpus/dates/find-times.ts";
import { readTimes } from "../../../corpus/dates/relative-times.ts";
import { unitPattern } from "../figures/units.ts";
import type { TimeMeaning } from "../../../corpus/dates/time-words.ts";

export interface Moment {
  readonly words: string;
  /** Half-open offsets in the tidied text. */
  readonly start: number;
  readonly end: number;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two joined by `/`; undefined where unknown. */
  readonly value: string | undefined;
  /** `03`, `03-05` or two joined by `/`: month and day, where it names any. */
  readonly part: string | undefined;
  /** Whether it names its year or points to one: 2025年, 今年, 次年. */
  readonly saysYear: boolean;
  /** Whether it names the year in figures. */
  readonly namesYear: boolean;
  /** 目前, 如今: means no day to be checked. */
  readonly isNow: boolean;
}

const comparedBefore = /[比较]\s?$|\bthan in\s?$/u;
const comparedAfter = /^\s?(?:同期|相比)/u;

const months =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const monthNames = months.split("|");
/** English dates that carry no year and no preposition of time. */
const looseEnglish = [
  new RegExp(String.raw`\b(?<month>${months}) (?<day>\d{1,2})(?:st|nd|rd|th)?\b`, "gu"),
  new RegExp(String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${months})\b`, "gu"),
  new RegExp(
    String.raw`\b(?:in|by|since|until|of|this|last|late|early|mid) (?<month>${months})\b`,
    "gu",
  ),
];
const looseYear = new RegExp(
  String.raw`(?<![\d.,$¥€£-])(?<year>(?:19|20)\d{2})(?![\d%年]|[.,]\d|[余多]|\s?(?:${unitPattern}))`,
  "gu",
);

const two = (number: number): string => String(number).padStart(2, "0");

function partOf(meaning: TimeMeaning): string | undefined {
  if (meaning.kind === "day of month") return undefined;
  if (meaning.kind !== "year part") return undefined;
  const { part } = meaning;
  if (part.kind === "months") {
    return part.from === part.to ? two(part.from) : `${two(part.from)}/${two(part.to)}`;
  }
  if (part.kind !== "days") return undefined;
  const from = `${two(part.fromMonth)}-${two(part.fromDay)}`;
  const to = `${two(part.toMonth)}-${two(part.toDay)}`;
  return from === to ? from : `${from}/${to}`;
}

function overlaps(moments: readonly { start: number; end: number }[], start: number, end: number) {
  return moments.some((one) => start < one.end && one.start < end);
}

function readLoose(text: string, taken: readonly Moment[]): readonly Moment[] {
  const found: Moment[] = [];
  const add = (match: RegExpExecArray, value: string | undefined, part: string | undefined) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (overlaps([...taken, ...found], start, end)) return;
    const year = value !== undefined;
    const common = { saysYear: year, namesYear: year, isNow: false };
    found.push({ words: match[0], start, end, value, part, ...common });
  };
  for (const pattern of looseEnglish) {
    for (const match of text.matchAll(pattern)) {
      const month = two(monthNames.indexOf(match.groups?.["month"] ?? "") + 1);
      const day = match.groups?.["day"];
      add(match, undefined, day === undefined ? month : `${month}-${two(Number(day))}`);
    }
  }
  for (const match of text.matchAll(looseYear)) add(match, match.groups?.["year"], undefined);
  return found;
}

/** In reading order, without overlaps. */
export function readMoments(
  tidied: string,
  publishedOn: PublishedOn | undefined,
): readonly Moment[] {
  const values = new Map(readTimes(tidied, publishedOn).map(({ start, value }) => [start, value]));
  const found = findTimes(tidied).map(({ words, start, end, meaning }): Moment => {
    const year = meaning.kind === "year part" ? meaning.year.kind : undefined;
    return {
      words,
      start,
      end,
      value: values.get(start),
      part: partOf(meaning),
      saysYear: year !== "unsaid" && meaning.kind !== "day of month",
      namesYear: year === "named" || meaning.kind === "years",
      isNow: meaning.kind === "now" || isPlanEra(words),
    };
  });
  return [...found, ...readLoose(tidied, found)].sort((one, other) => one.start - other.start);
}

/** “十四五” is a name as well as a time; it is compared as words. */
function isPlanEra(words: string): boolean {
  return /十[一二三四五六七]五/u.test(words);
}

/** Whether the time is only what another is compared with: 比上年, 去年同期. */
export function isCompared({ words, start, end }: Moment, plain: string): boolean {
  if (words.endsWith("同期")) return true;
  return comparedBefore.test(plain.slice(0, start)) || comparedAfter.test(plain.slice(end));
}
