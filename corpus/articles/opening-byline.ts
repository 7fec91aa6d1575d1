/** Recognises the byline and dateline with which the first paragraph of a piece begins. */

import type { Block } from "../formats/parsed-document.ts";
import { foldTerms } from "./fold-terms.ts";
import { isPersonName } from "./person-name.ts";
import { readByline } from "./read-byline.ts";

/** So much of a paragraph's beginning is looked at. */
const maxLength = 160;

const opener = "[【［[〔]?";
const closer = "[】］\\]〕]?";
const self = "(?:本报|本刊|本网|本台|本社)";
const monthDay = String.raw`(?:\d{4}\s?年\s?)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日`;
/** A paper, agency, site or app, with its place, by no more than its shape. */
const outlet = String.raw`(?!\S{1,4}时间)[^\s。！？，,（()）：:”“、《》【】\d]{2,20}`;

/** `本报讯`, `某社东湖5月1日电`: what is sent and from where; each may only open a paragraph. */
const datelines: readonly RegExp[] = [
  new RegExp(
    `^${opener}${self}[^\\s。！？，,（()）：:”“、]{0,12}?(?:讯(?!员)|电(?=[】\\s（(:：]))${closer}`,
    "u",
  ),
  new RegExp(
    `^${opener}${outlet}\\s?(?:[（(]\\p{Script=Han}{2,12}[）)])?${monthDay}\\s?(?:[讯电]${closer}(?![，,])|(?<!^.?据.{0,60})(?:消息|报道)${closer}[，,：:])`,
    "u",
  ),
  /^[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s?(?:\([A-Z][\w ]{1,20}\))?\s?(?:—|–|--)\s?/u,
];
/** An outlet without a date, which counts only with a byline behind it. */
const weakDateline = new RegExp(
  `^${opener}(?:据)?[^\\s。！？，,（()）：:”“、]{2,28}?(?:[（(]\\p{Script=Han}{2,12}[）)])?[讯电]${closer}(?=\\s|[（(])`,
  "u",
);
/** `青石网讯 `: the name of a house shows it to be one. */
const houseDateline =
  /^\p{Script=Han}{0,10}(?:网|社|客户端|日报|晚报|晨报|早报|商报|快报|都市报|电视台)(?:(?:综合)?(?:讯|消息)\s|(?:综合)?消息\s?(?:[（(][^（()）。]{1,16}[）)])?[：:])/u;
/** `晚报讯（`: behind it stands who sent it, whatever the name. */
const housePaper =
  /^\p{Script=Han}{0,8}(?:日报|晚报|晨报|早报|商报|快报|都市报)(?:综合)?讯\s?(?=[（(])/u;

const inBrackets = /^\s*[（(【［[〔]([^（()）【】［\][〔〕。]{2,60})[）)】］\]〕]/u;
/** `（某社记者王小明青石5日电）`, names and place in one. */
const agencyCredit = /^\p{Script=Han}{2,6}记者\p{Script=Han}{2,10}\d{1,2}日[专综合外]{0,4}[电讯]$/u;
/** `记者王小明报道：`, or names set off by a blank. */
const open =
  /^\s*([^。！？，,：:（(“”]{0,24}(?:记者|通讯员)[^。！？，,：:（(“”]{1,30}?)(?:报[道导]\s*[：:]|[：:])/u;
const openNames =
  /^\s*((?:\S{0,8}(?:记者|通讯员|实习生)\s?\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,4}){0,4}[\s、]?){1,3})(?:\p{Script=Han}{0,6}报[道导]|摄(?=\s)|\s)/u;
/** A role without the name it needs: the names run into the text. */
const endsInRole = /(?:记者|通讯员|实习生)\s*$/u;
const separator = /^[\s：:]*/u;

/** Length of the byline or dateline that opens the paragraph, 0 where none does. */
export function openingBylineLength(paragraph: string): number {
  const head = foldTerms(paragraph.slice(0, maxLength));
  const length = withoutSeparator(head, lengthOf(head));
  return length < paragraph.length ? length : 0;
}

/** Whether the text begins with a house and a place that sent it, not with a name alone. */
export function hasDateline(text: string): boolean {
  return first([...datelines, housePaper, houseDateline], foldTerms(text.slice(0, maxLength))) > 0;
}

/** Whether the line is nothing but such a dateline, whose text stands on the next: `本报讯`. */
export function isDatelineAlone(line: string): boolean {
  if (line.length > maxLength) return false;
  const head = foldTerms(line);
  return first([...datelines, housePaper], head) > 0 && lengthOf(head) === head.length;
}

/** Whether the block is a paragraph that begins `本报讯（记者某某）` or the like. */
export function hasOpeningByline(text: string, { kind, spans: [span] }: Block): boolean {
  if (kind !== "paragraph" || span === undefined) return false;
  return openingBylineLength(text.slice(span.start, span.end)) > 0;
}

function lengthOf(head: string): number {
  const dateline = first([...datelines, housePaper], head);
  if (dateline > 0) return dateline + creditLength(head.slice(dateline), true);
  const weak = first([weakDateline], head);
  const credit = weak === 0 ? 0 : creditLength(head.slice(weak), false);
  if (credit > 0) return weak + credit;
  const house = first([houseDateline], head);
  return house > 0 ? house : creditLength(head, false);
}

/** @param isExpected whether bare names in brackets are a byline too, as behind `本报讯` */
function creditLength(words: string, isExpected: boolean): number {
  const closed = inBrackets.exec(words);
  if (closed !== null) {
    const inside = closed[1] ?? "";
    const byline = readByline(inside);
    const isCredit =
      agencyCredit.test(inside) || (byline !== undefined && (isExpected || byline.isCertain));
    return isCredit ? closed[0].length : 0;
  }
  for (const pattern of [open, openNames]) {
    const found = pattern.exec(words);
    const byline = found?.[1] ?? "";
    if (found === null || endsInRole.test(byline)) continue;
    const read = readByline(byline);
    const isNamed = read?.writers.every((name) => isPersonName(name)) === true;
    if (read?.isCertain === true && (isNamed || pattern !== open)) return found[0].length;
  }
  return 0;
}

function first(patterns: readonly RegExp[], words: string): number {
  for (const pattern of patterns) {
    const length = pattern.exec(words)?.[0].length ?? 0;
    if (length > 0) return length;
  }
  return 0;
}

/** With the blanks and the colon behind it. */
function withoutSeparator(head: string, length: number): number {
  return length === 0 ? 0 : length + (separator.exec(head.slice(length))?.[0].length ?? 0);
}
