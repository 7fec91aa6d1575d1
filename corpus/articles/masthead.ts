/** Finds the lines with which a paper's page begins: its name, date, part and editors, one below the other. */

import type { PublishedOn } from "../article.ts";
import { findCalendarDate } from "../dates/calendar-date.ts";
import { columnOf } from "./column-label.ts";
import { foldTerms } from "./fold-terms.ts";
import { hasWeekday, isPageNumber, isPaperName, readPageHeader } from "./page-header.ts";
import { readByline } from "./read-byline.ts";

/** More lines than this are no masthead. */
const maxLines = 12;
const maxLineLength = 80;
/** Characters for weekday, day of the moon's calendar and the like. */
const maxBesideDate = 24;
/** A name alone heads a page where its date stands so few lines below. */
const reach = 4;
/** Who publishes, and under which number. */
const imprint =
  /主管|主办|出版|刊号|统一连续出版物|邮发代号|总第\s?\d|第\s?\d+\s?期|今日\S{1,3}版|(?:热线|电话|邮箱|网址|E-?mail)\s?[:：]|^https?:|^www\./iu;
/** `都市·人物`, `METRO`: parts that stand only below a paper's name or date. */
const partBelow = /^(?:\p{Script=Han}{2,4}[·・/／|｜]\p{Script=Han}{2,4}|\p{Lu}{4,12})$/u;

/** `港闻 A12`: a part of any name beside the page's number. */
const partAndPage = /^(?:\p{Script=Han}{2,4}\s+[A-Z]\d{1,2}|[A-Z]\d{1,2}\s+\p{Script=Han}{2,4})$/u;

type Kind = "name" | "page" | "part" | "editors" | "imprint" | "date" | "header";

/**
 * How many of the first lines belong to the page's head; 0 where they do not show one: a name and a
 * date, a number or a part beside it, in any order.
 *
 * @param lines as a reader sees them, in reading order
 */
export function mastheadLength(lines: readonly string[]): number {
  const kinds: Kind[] = [];
  for (const line of lines.slice(0, maxLines)) {
    const kind = kindOf(line, kinds.length > 0);
    if (kind === undefined) break;
    kinds.push(kind);
  }
  if (kinds.includes("header")) return kinds.length;
  const shown = new Set(kinds);
  if (shown.has("name") && shown.size > 1) return kinds.length;
  if (shown.has("date") && (shown.has("page") || shown.has("part"))) return kinds.length;
  const isSiteName = kinds.length === 1 && shown.has("name");
  const below = lines.slice(2, 1 + reach);
  return isSiteName && below.some((line) => findCalendarDate(line) !== undefined) ? 1 : 0;
}

/** The date that a line of a masthead prints. */
export function mastheadDate(line: string): PublishedOn | undefined {
  const header = readPageHeader(line)?.publishedOn;
  if (header !== undefined) return header;
  const date = findCalendarDate(line);
  return date === undefined
    ? undefined
    : { value: date.value, kind: "printed", evidence: line.trim() };
}

function kindOf(line: string, isBelow: boolean): Kind | undefined {
  if (line.length > maxLineLength || /[。！？!?]$/u.test(line)) return undefined;
  const words = foldTerms(line.trim());
  if (readPageHeader(line) !== undefined) return "header";
  if (isPaperName(words)) return "name";
  if (isPageNumber(words) || partAndPage.test(words)) return "page";
  if (columnOf(words) === "part" || (isBelow && partBelow.test(words))) return "part";
  if (hasWeekday(words) && saysOnlyDate(words)) return "date";
  if (imprint.test(words)) return "imprint";
  return readByline(words)?.isOfEditors === true ? "editors" : undefined;
}

/** Whether hardly more than a date and a weekday stands in the line. */
function saysOnlyDate(words: string): boolean {
  const date = findCalendarDate(words);
  return date !== undefined && words.length <= date.words.length + maxBesideDate;
}
