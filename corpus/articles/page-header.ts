/** Recognises the line at the head or foot of a page that names paper, date, page and editors. */

import type { PublishedOn } from "../article.ts";
import { findCalendarDate } from "../dates/calendar-date.ts";
import { columnOf } from "./column-label.ts";
import { foldTerms } from "./fold-terms.ts";
import { readByline } from "./read-byline.ts";

const maxLength = 160;
const blank = /[\s|｜\u3000]+/u;
/** A number alone numbers many things. */
const weakPage = /^\d{1,3}$/u;
/** So many of name, date and page in one line show a header, whatever the part is called. */
const sureSigns = 3;
const partName = /^\p{Script=Han}{2,4}$/u;
const paperPart = /要闻|新闻|副刊|头版|特刊|专版|县域/u;
const page =
  /^(?:[A-Z]?\d{1,3}\s?版|[A-Z]\d{1,2}(?:[-—][A-Z]?\d{1,2})?|第\s?[\dA-Z〇一二三四五六七八九十]{1,3}\s?版|(?:今日|本期)\S{1,6}版|总第\s?\d+\s?期|第\s?\d+\s?期|Page\s?[A-Z]?\d+)$/iu;
const paper =
  /^(?:\p{Script=Han}{2,8}(?:报|周刊|时报|电讯|导刊|新闻网|客户端)|[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)*\s(?:TIMES|DAILY|POST|NEWS|HERALD|JOURNAL|GAZETTE|COURIER|TRIBUNE|CHRONICLE|OBSERVER|TELEGRAPH|Times|Daily|Post|News|Herald|Journal|Gazette|Courier|Tribune|Chronicle|Observer|Telegraph))$/u;
const weekday =
  /(?:星期|礼拜|周)[一二三四五六日天](?!\p{Script=Han})|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?|农历\S{2,12}|(?:甲|乙|丙|丁|戊|己|庚|辛|壬|癸)[子丑寅卯辰巳午未申酉戌亥]年\S{0,8}/gu;
const office =
  /(?:国内统一(?:连续出版物号|刊号)|邮发代号|新闻热线|热线电话|电话|投稿邮箱|邮箱|网址|官网|E-?mail|CN)\s?[:：]?\s?[\w@.:/-]+/giu;

export interface PageHeader {
  /** The paper's date, where the line names it. */
  readonly publishedOn?: PublishedOn;
}

/** Whether the words are a paper's or site's name: `青石日报`, `青 石 日 报`. */
export function isPaperName(words: string): boolean {
  const isSetApart = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(words);
  return paper.test(isSetApart ? words.replace(/\s+/gu, "") : words);
}

/** Whether the words are the number of a page and surely nothing else: `A06`, `第3版`. */
export function isPageNumber(words: string): boolean {
  return page.test(words);
}

/** Whether a weekday or a day of the moon's calendar stands in the words. */
export function hasWeekday(words: string): boolean {
  return words.search(weekday) !== -1;
}

/** Undefined for a line that says anything else; a date or a word alone is no header. */
export function readPageHeader(line: string): PageHeader | undefined {
  if (line.length > maxLength) return undefined;
  const folded = foldTerms(line.trim());
  const date = findCalendarDate(folded);
  const rest = (date === undefined ? folded : folded.replace(date.words, " "))
    .replace(weekday, " ")
    .replace(office, " ")
    .trim();
  if (!isHeader(rest, date !== undefined)) return undefined;
  return date === undefined
    ? {}
    : { publishedOn: { value: date.value, kind: "printed", evidence: line.trim() } };
}

/** Whether the words but the date are a paper's name, a page, a part of the paper or its editors. */
function isHeader(rest: string, hasDate: boolean): boolean {
  const latin = /^[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){1,3}(?=\s{2,}|$|\s[A-Z]?\d)/u.exec(rest)?.[0];
  const latinPaper = latin !== undefined && paper.test(latin) ? latin : "";
  const words = rest
    .slice(latinPaper.length)
    .split(blank)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  let strong = hasDate ? 1 : 0;
  let weak = 0;
  if (latinPaper !== "") strong += 1;
  const others: string[] = [];
  for (const word of words) {
    if (page.test(word) && word.includes("版") && words.length === 1) return true;
    if (paper.test(word) || page.test(word)) strong += 1;
    else if (weakPage.test(word)) weak += 1;
    else if (columnOf(word) === "part") {
      weak += 1;
      if (paperPart.test(word)) strong += words.length > 1 ? 1 : 0;
    } else others.push(word);
  }
  // Papers have parts of any name: `便民`, `丹桂`.
  const isSure =
    strong > 1 && strong + weak >= sureSigns && others.every((word) => partName.test(word));
  if (others.length > 0 && !isSure) {
    const byline = readByline(others.join(" "));
    if (byline?.isCertain !== true) return false;
    weak += 1;
  }
  return strong > 0 && strong + weak >= 2;
}
