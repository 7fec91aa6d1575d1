/** Holds the times of a statement against those of its cited sentences. */

import { daysBetween } from "../../../corpus/dates/civil-day.ts";
import type { Finding, Problem } from "../problem.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import type { CitedSentence, CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { plainText } from "../text/plain-text.ts";
import { isCompared, type Moment } from "./read-moments.ts";

const yearLength = 4;
/** 2025年底 for the 年底 of a sentence published in that year. */
const yearWithEnd = /^(?<year>\d{4})(?<end>年[底末初中])$/u;
const daysInMonth = 31;
/** Share of a clause's words by which it retells another sentence. */
const enoughRetold = 0.6;
const aboutPublication = /报道|报告|发布|刊|截至|截止|消息|公布|as of|report|published|by /iu;
const samePeriod = /同期|上年|上一年|year[- ]on[- ]year|year earlier|previous year|same period/iu;
const wholeDay = /^\d{4}-\d\d-\d\d$/u;
const nearDays: readonly (readonly [days: number, words: RegExp])[] = [
  [-1, /昨[天日晚晨夜]|\byesterday\b|\blast night\b/u],
  [0, /今[天日晚晨夜早]|\btoday\b|\btonight\b/u],
  [1, /明[天日晚晨早]|\btomorrow\b/u],
];
const lastYear = /^(?:去年|last year)$/u;
const comparesYears = /同比|同期|上年|上一年|去年|year[- ]on[- ]year|previous year|same period/iu;

function ends(value: string): readonly [string, string] {
  const [from = "", to = from] = value.split("/");
  return [from, to];
}

/** Whether `fine` lies within `coarse`: 2025-03-04 within 2025-03, 2025-03 within 2025. */
function liesWithin(fine: string, coarse: string): boolean {
  const [from, to] = ends(fine);
  if (coarse.includes("/")) return fine === coarse;
  return from.startsWith(coarse) && to.startsWith(coarse);
}

function valuesOf(text: ReadText): readonly string[] {
  return text.moments.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

/** Values of the times of which the sentence tells something, with the stored ones. */
function ownValues(moment: Moment, statement: string, sentence: CitedSentence): readonly string[] {
  const moments = isCompared(moment, statement)
    ? sentence.moments
    : sentence.moments.filter((one) => !isCompared(one, sentence.plain));
  const compared = sentence.moments.filter((one) => !moments.includes(one));
  const values = moments.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const left = compared.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return [...values, ...sentence.storedTimes.filter((value) => !left.includes(value))];
}

function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at === -1) return false;
  const isCut = /\d/u.test(words.charAt(0)) && /[\d年月.]/u.test(text.charAt(at - 1));
  return !isCut || hasWords(text.slice(at + 1), words);
}

/** Whether the sentence tells a figure of another time, and names this one only beside it. */
function isOnlyCompared(moment: Moment, sentence: CitedSentence, statement: ReadText): boolean {
  if (isCompared(moment, statement.plain)) return false;
  const told = sentence.moments.filter(({ words }) => words === moment.words);
  const repeats = statement.figures.some((said) =>
    sentence.figures.some(
      (known) => known.value === said.value && known.dimension === said.dimension,
    ),
  );
  return repeats && told.length > 0 && told.every((one) => isCompared(one, sentence.plain));
}

/** 8日 that the sentence says without its month, shortly before or after it was published. */
function isBareDay(value: string, { plain, publishedOn }: CitedSentence): boolean {
  if (publishedOn === undefined || !/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const published = publishedOn.value.slice(0, value.length);
  const days = daysBetween(value, published);
  const isSaid = new RegExp(
    `(?<![\\d月.])${Number(value.slice(-2))}[日号](?!\\d+(?![\\d时点:：]))`,
    "u",
  ).test(plain);
  return isSaid && Math.abs(days) < daysInMonth;
}

/** 昨晚 and its like, counted from the day of publication. */
function isNearDay(value: string, { plain, publishedOn }: CitedSentence): boolean {
  if (publishedOn === undefined || !wholeDay.test(value) || !wholeDay.test(publishedOn.value)) {
    return false;
  }
  const days = daysBetween(publishedOn.value, value);
  return nearDays.some(([distance, words]) => distance === days && words.test(plain));
}

/** Name of the rule by which the sentence bears the time out; empty where it says the same words. */
function ruleFor(moment: Moment, sentence: CitedSentence, statement: ReadText): string | undefined {
  const words = plainText(moment.words);
  if (hasWords(sentence.plain, words) && !isOnlyCompared(moment, sentence, statement)) return "";
  if (
    !moment.namesYear &&
    (samePeriod.test(moment.words) ||
      (lastYear.test(moment.words) && isCompared(moment, statement.plain))) &&
    comparesYears.test(sentence.plain)
  )
    return "same period";
  const { value, part } = moment;
  const yearEnd = yearWithEnd.exec(words)?.groups;
  if (
    yearEnd !== undefined &&
    new RegExp(`(?<![明去次前后\\d])${yearEnd["end"]}`, "u").test(sentence.plain)
  ) {
    if (sentence.publishedOn?.value.startsWith(yearEnd["year"] ?? "-") === true)
      return "relative date";
  }
  if (!moment.saysYear && part !== undefined) {
    const isSaid = sentence.moments.some(
      (one) => one.part !== undefined && liesWithin(one.part, part),
    );
    if (isSaid) return "month and day";
    const days = [...valuesOf(sentence), ...sentence.storedTimes].map((one) =>
      one.slice(yearLength + 1),
    );
    if (days.some((day) => day !== "" && liesWithin(day, part))) return "relative date";
  }
  if (value === undefined) return undefined;
  if (isNearDay(value, sentence)) return "relative date";
  if (isBareDay(value, sentence)) return "day of the month of publication";
  const own = ownValues(moment, statement.plain, sentence);
  if (own.some((one) => liesWithin(one, value))) return "relative date";
  if (value.length === yearLength && !/[前后上下]/u.test(words)) {
    if (new RegExp(`(?<![\\d.,])${value}(?![\\d.,%]|\\s?年代)`, "u").test(sentence.plain))
      return "year";
  }
  if (endsAreSaid(value, own)) return "span of dates";
  const named = sentence.moments.some((one) => !one.isNow && one.value !== undefined);
  const published = sentence.publishedOn?.value;
  if (published !== undefined && liesWithin(published, value)) {
    if (aboutPublication.test(statement.plain) || (!named && value.length === yearLength)) {
      return "date of publication";
    }
  }
  if (named && !retellsContext(moment, sentence, statement)) return partThenYear(moment, sentence);
  const around = sentence.aroundRead.flatMap(valuesOf);
  if (around.some((one) => liesWithin(one, value))) return "date from the context";
  return partThenYear(moment, sentence);
}

/** Whether the clause of the time tells what a neighbour or the title tells of that time. */
function retellsContext(moment: Moment, sentence: CitedSentence, { plain }: ReadText): boolean {
  const clause = splitClauses(plain).find(
    (one) => one.start <= moment.start && moment.end <= one.end,
  );
  const rest = clause?.text.replace(plainText(moment.words), " ") ?? "";
  const own = [...new Set(contentWords(rest))];
  const words = own.length > 0 ? own : [...new Set(contentWords(plain))];
  if (words.length === 0) return false;
  const known = sentence.aroundRead.find(({ moments }) =>
    moments.some(({ value }) => value !== undefined && liesWithin(value, moment.value ?? "-")),
  );
  if (known === undefined) return false;
  const shared = words.filter((word) => known.plain.includes(word)).length;
  return shared >= words.length * enoughRetold;
}

/** The year from the context and the day from the sentence: 2025年 before, 3月4日 within. */
function partThenYear({ value, part }: Moment, sentence: CitedSentence): string | undefined {
  if (value === undefined || part === undefined || value.includes("/")) return undefined;
  const year = value.slice(0, yearLength);
  const isDaySaid = sentence.moments.some(
    (one) => !one.namesYear && one.part !== undefined && liesWithin(one.part, part),
  );
  const years = [...sentence.aroundRead.flatMap(valuesOf), sentence.publishedOn?.value ?? ""];
  const hasOther = sentence.moments.some(
    (one) => one.part !== undefined && one.value !== undefined,
  );
  return isDaySaid && !hasOther && years.some((one) => one.startsWith(year))
    ? "year from the context"
    : undefined;
}

function endsAreSaid(value: string, said: readonly string[]): boolean {
  if (!value.includes("/")) {
    return said.some((one) => one.includes("/") && ends(one).some((end) => liesWithin(end, value)));
  }
  return ends(value).every((end) =>
    said.some((one) => ends(one).some((other) => liesWithin(other, end))),
  );
}

export function checkDates(statement: ReadText, cited: CitedText): Finding {
  const problems: Problem[] = [];
  const rules: string[] = [];
  for (const moment of statement.moments) {
    if (moment.isNow) continue;
    const found = cited.sentences
      .map((sentence) => ruleFor(moment, sentence, statement))
      .filter((rule) => rule !== undefined)
      .sort((one, other) => one.length - other.length);
    const rule = found[0];
    if (rule === undefined) {
      const said = cited.sentences.flatMap(({ moments }) => moments.map(({ words }) => words));
      const instead = said.length > 0 ? `they say ${said.join(", ")}` : "they name no time";
      problems.push({
        kind: "date",
        found: moment.words,
        message: `"${moment.words}" is not in the cited sentences; ${instead}. Use their time or leave it out.`,
      });
    } else if (rule !== "") rules.push(rule);
  }
  return { problems, rules };
}
