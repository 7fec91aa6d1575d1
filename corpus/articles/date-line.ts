/** Reads the line that says when a piece appeared, where and by whom: `2024-05-01 来源：… 作者：…`. */

import type { PublishedOn } from "../article.ts";
import { findCalendarDate } from "../dates/calendar-date.ts";
import { printedDate } from "../dates/printed-date.ts";
import { isPersonName } from "./person-name.ts";
import { readByline } from "./read-byline.ts";

/** Longer lines say something else too. */
const maxLength = 120;
const thousands = /(?<=\d),(?=\d{3}(?!\d))/gu;
const author =
  /(?:作者|记者|撰文|撰稿|文)\s?[:：/／]\s?(\p{Script=Han}{2,4}(?:[、\s]\p{Script=Han}{2,3})*)(?=$|[\s|｜,，])/u;
/** Fields of a site's own that say nothing of the piece. */
const siteFields =
  /(?:栏目|分类|频道|发布者|发布人|发布机构|信息来源|文章来源|文号|索引号|责任编辑|编辑|责编|审核|校对|浏览次数|点击数|评论数|收藏|标签)\s?[:：]\s?[^\s|｜]{0,24}|\b[ap]\.?m\.?(?![\p{L}])|\b(?:ET|EST|EDT|GMT|UTC|BST|CST)\b|【字体[^】]{0,12}】|【打印】|【关闭】/gu;

/** `时间：5月1日 9:00` with nothing else is the time of what the text is about. */
const timeAlone = /^(?:会议|活动|举办|开会)?时间\s?[:：][\d年月日\s/:：.-]+$/u;
/** A line with one of these announces what will be. */
const eventField =
  /(?:会议|活动|举办|举行|开会|报名|截止|考试|演出|开放|培训|面试)(?:时间|日期)|(?:地点|地址)\s?[:：]/u;
const clauseMark = /[。！？；，]|[.!?,;]\s+\p{Ll}/u;
const clockTime = /(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/u;
const yearlessStamp =
  /(?<![\d-])(?:0[1-9]|1[0-2])-[0-3]\d\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/u;
const stampWord = /^[\p{L}\p{N}·]{0,12}$/u;
const maxStampWords = 4;

export interface DateLine {
  readonly publishedOn: PublishedOn;
  /** `作者：某某`, where a person is named. */
  readonly byline?: string;
}

/** `青石发布 2025-05-04 07:30 青石`: a date with its time among names and places. */
export function readStampLine(line: string): PublishedOn | undefined {
  if (line.length > maxLength) return undefined;
  const date = findCalendarDate(line);
  const rest = date === undefined ? "" : line.replace(date.words, " ");
  if (date === undefined || !clockTime.test(rest)) return undefined;
  const words = rest
    .replace(clockTime, " ")
    .trim()
    .split(/[\s|｜]+/u);
  const isStamp = words.length <= maxStampWords && words.every((word) => stampWord.test(word));
  return isStamp ? { value: date.value, kind: "printed", evidence: line.trim() } : undefined;
}

/**
 * Of a line that its markup sets apart as the piece's date: the first day in it, whatever fields of
 * the site stand beside it. Undefined for a clause, and for the time of a meeting.
 */
export function readMarkedDateLine(line: string): DateLine | undefined {
  const read = readDateLine(line);
  if (read !== undefined) return read;
  if (eventField.test(line)) return undefined;
  const stamped = readStampLine(line);
  if (stamped !== undefined) return { publishedOn: stamped, ...bylineIn(line) };
  if (line.length > maxLength || clauseMark.test(line)) return undefined;
  const date = findCalendarDate(line);
  if (date === undefined) return undefined;
  return {
    publishedOn: { value: date.value, kind: "printed", evidence: line.trim() },
    ...bylineIn(line),
  };
}

/** Undefined for a line that says anything else, and for the time of a meeting. */
export function readDateLine(line: string): DateLine | undefined {
  if (line.length > maxLength || timeAlone.test(line)) return undefined;
  const plain = line.replace(thousands, "");
  const found = printedDate(plain) ?? printedDate(plain.replace(siteFields, " ").trim());
  if (found === undefined) return readSignedStamp(line);
  return { publishedOn: { ...found, evidence: line.trim() }, ...bylineIn(line) };
}

/** `2024-08-17 10:32 某某新闻网 记者某某／某地报道`: a date with its time, then who wrote. */
function readSignedStamp(line: string): DateLine | undefined {
  const date = findCalendarDate(line);
  if (date === undefined || !line.trimStart().startsWith(date.words)) return undefined;
  const rest = line.replace(date.words, " ");
  if (!clockTime.test(rest)) return undefined;
  const words = rest.replace(clockTime, " ").trim();
  if (readByline(words)?.isCertain !== true) return undefined;
  const byline = words.replace(/^\S+(?:[网網报報社端])\s+/u, "");
  return { publishedOn: { value: date.value, kind: "printed", evidence: line.trim() }, byline };
}

/** `某某新闻 05-04 07:30`: a day and a time without a year among a name or two. */
export function isYearlessStamp(line: string): boolean {
  if (line.length > maxLength) return false;
  const rest = line.replace(yearlessStamp, " ");
  const words = rest.split(/[\s|｜]+/u).filter((word) => word !== "");
  return (
    rest !== line && words.length <= maxStampWords && words.every((word) => stampWord.test(word))
  );
}

/** `原创 某某` before the account's name and the date. */
function originalOf(line: string): string | undefined {
  const [words = "", name = ""] = /^原创\s+(\p{Script=Han}{2,4})(?=\s)/u.exec(line.trim()) ?? [];
  return readByline(words)?.writers.includes(name) === true ? words : undefined;
}

function bylineIn(line: string): Pick<DateLine, "byline"> {
  const original = originalOf(line);
  if (original !== undefined) return { byline: original };
  const named = author.exec(line);
  const isPerson = isPersonName((named?.[1] ?? "").split(/[、\s]/u)[0] ?? "");
  return isPerson && named !== null ? { byline: named[0] } : {};
}
