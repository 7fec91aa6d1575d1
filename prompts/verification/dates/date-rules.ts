/** The rules by which one cited sentence bears out a time. */

import type { CitedSentence } from "../text/cited-text.ts";
import { plainText } from "../text/plain-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { partThenYear, retellsContext, valuesOf } from "./dates-in-context.ts";
import { isBareDay, isNearDay } from "./days-of-publication.ts";
import { isCompared, type Moment } from "./read-moments.ts";
import { endsAreSaid, liesWithin } from "./time-values.ts";

const yearLength = 4;
/** 2025年底 for the 年底 of a sentence published in that year. */
const yearWithEnd = /^(?<year>\d{4})(?<end>年[底末初中])$/u;
const aboutPublication = /报道|报告|发布|刊|截至|截止|消息|公布|as of|report|published|by /iu;
const samePeriod = /同期|上年|上一年|year[- ]on[- ]year|year earlier|previous year|same period/iu;
const lastYear = /^(?:去年|last year)$/u;
const comparesYears = /同比|同期|上年|上一年|去年|year[- ]on[- ]year|previous year|same period/iu;

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

/**
 * Name of the rule by which the sentence bears the time out, empty where it says the same words;
 * undefined where it does not.
 */
export function dateRule(
  moment: Moment,
  sentence: CitedSentence,
  statement: ReadText,
): string | undefined {
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
