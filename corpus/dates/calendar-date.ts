/** Reads a full calendar date in the forms that pages and papers print. */

import { foldCharacters } from "./fold-characters.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const chineseDigits = "〇一二三四五六七八九";

const numeric = /(?<!\d)((?:19|20)\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u;
const chinese = /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u;
const chineseNumerals =
  /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+((?:19|20)\d{2})(?!\d)/u;
const monthFirst = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)/u;

export interface CalendarDate {
  /** `YYYY-MM-DD`, a day that exists. */
  readonly value: string;
  /** The words it was read from. */
  readonly words: string;
}

/** The first full date in the text; undefined where there is none. */
export function findCalendarDate(text: string): CalendarDate | undefined {
  const found = findFirst(foldCharacters(text));
  if (found === undefined) return undefined;
  const { value, words, start } = found;
  return { value, words: text.slice(start, start + words.length) };
}

interface FoundDate extends CalendarDate {
  readonly start: number;
}

function findFirst(text: string): FoundDate | undefined {
  const found = [
    read(numeric, text, ([, year, , month, day]) => [Number(year), Number(month), Number(day)]),
    read(chinese, text, ([, year, month, day]) => [Number(year), Number(month), Number(day)]),
    read(chineseNumerals, text, ([, year = "", month = "", day = ""]) => [
      Number(
        year
          .replace(/[○零]/gu, "〇")
          .split("")
          .map((digit) => chineseDigits.indexOf(digit))
          .join(""),
      ),
      chineseNumber(month),
      chineseNumber(day),
    ]),
    read(dayFirst, text, ([, day, month = "", year]) => [
      Number(year),
      monthOf(month),
      Number(day),
    ]),
    read(monthFirst, text, ([, month = "", day, year]) => [
      Number(year),
      monthOf(month),
      Number(day),
    ]),
  ].filter((date) => date !== undefined);
  return found.sort((one, other) => one.start - other.start)[0];
}

function read(
  pattern: RegExp,
  text: string,
  numbers: (match: RegExpExecArray) => readonly [year: number, month: number, day: number],
): FoundDate | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = numbers(match);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal) return undefined;
  return { value: date.toISOString().slice(0, 10), words: match[0], start: match.index };
}

/** From 1; 0, which is no month, for any other word. */
function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** Of `一` to `三十一`. */
function chineseNumber(text: string): number {
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["零", text];
  const ten = tens === "" ? 1 : Math.max(0, chineseDigits.indexOf(tens));
  return ten * 10 + (ones === "" ? 0 : chineseDigits.indexOf(ones));
}
