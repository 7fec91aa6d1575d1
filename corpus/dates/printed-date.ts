/** Recognises the line of a piece that only says when it appeared. */

import type { PublishedOn } from "../article.ts";
import { findCalendarDate } from "./calendar-date.ts";

/** Longer lines say something else too. */
const maxLineLength = 80;

/** A paper's or site's name; a clause would have punctuation, and no gap before it. */
const paperName = /^\s{1,4}[^\s，。！？；：、,.!?;:]{2,16}$/u;

/** What may stand beside the date: time, weekday, source, readers, page tools. */
const company = new RegExp(
  [
    String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`,
    String.raw`[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?`,
    String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`,
    String.raw`农历\S*`,
    String.raw`第\s?\d+\s?[版期]`,
    String.raw`(?:来源|稿源|作者|编辑|责任编辑|责编|记者)\s?[:：]?\s?[^\s|｜]{0,20}`,
    String.raw`(?:发布|发表|更新|发稿|刊发|出版)?(?:时间|日期|于)|发布|published(?: on)?|updated|posted|date`,
    String.raw`(?:阅读|浏览|点击|评论|人气|访问)(?:数|量|次数)?\s?[:：]?\s?[\d.]*\s?万?次?\+?`,
    String.raw`字号|打印|分享|收藏|大\s?中\s?小|[TA][+-]`,
  ].join("|"),
  "giu",
);

/**
 * When the piece appeared, where the line is only a date or a date with a source, time or number of
 * readers; otherwise undefined.
 */
export function printedDate(line: string): PublishedOn | undefined {
  if (line.length > maxLineLength) return undefined;
  const date = findCalendarDate(line);
  if (date === undefined) return undefined;
  const rest = line.replace(date.words, " ").replace(company, " ");
  const says = /[\p{L}\p{N}]/u.test(rest);
  if (says && !isFollowedByName(line, date.words)) return undefined;
  return { value: date.value, kind: "printed", evidence: line.trim() };
}

/** The date opens the line, and after a gap only a short name follows: `2024年7月30日 青石日报`. */
function isFollowedByName(line: string, words: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(words) && paperName.test(trimmed.slice(words.length));
}
