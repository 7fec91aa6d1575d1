/** Recognises the title with which a brief begins on the same line. */

import { findCalendarDate } from "../dates/calendar-date.ts";
import { countHan } from "../text/characters.ts";
import { hasDateline, openingBylineLength } from "./opening-byline.ts";
import type { OpeningLabel } from "./opening-label.ts";

const inBrackets = /^[【［[]([^【】［\][。]{4,30})[】］\]]\s*(?=\S)/u;
/** A gap parts it from the text, which is longer. */
const beforeGap =
  /^(?=[^\s]*\p{Script=Han})([^。！？；，,：:\s]{4,26}(?:\s[^。！？；，,：:\s]{2,14})?)(?:\s*[：:]\s*|\s+)(?=\S.{15,})/su;

/** Marks and words before a title that are no part of it. */
const beforeTitle = /^[▲△▼■□◆◇●○★☆▶►·•\s]*(?:原标题[:：]\s*)?/u;
/** A title says what happened, not who tells it. */
const notATitle =
  /^(?:来源|稿源|本文转自|转自|作者|编辑|责编|记者|时间|发布|广告)|[。；]|[（(，、：,:]$/u;
const minTitleLength = 4;
const maxTitleLength = 60;
/** A title and the house behind it stand in so many characters. */
const headLength = 120;
/** Houses known well enough to part from the title that runs into them. */
const agency =
  /(?:据?新华社|中新社|中新网|中国新闻网|人民网|新华网|海外网|央视网|光明网|央广网|国际在线|(?<=^|[\s\u3000”）)！？])本[报刊网])(?=\S{0,12}[\d讯訊电電])/gu;
/** Other houses with their place and day, behind a blank. */
const otherHouse =
  /[\s\u3000]+(?=[^\s\d。，；：:“”]{2,12}(?:\d{1,2}月\d{1,2}日)?[讯訊电電][\s（(])/gu;

/**
 * The title of a brief before its dateline: `湖水变清 本报讯（记者某某）昨日…`; undefined where the
 * paragraph begins with anything else.
 */
export function titleBeforeDateline(paragraph: string): OpeningLabel | undefined {
  if (!/[讯訊电電]/u.test(paragraph.slice(0, headLength))) return undefined;
  const head = paragraph.slice(0, headLength);
  const start = beforeTitle.exec(head)?.[0].length ?? 0;
  const ends = [
    ...[...head.matchAll(agency)].map(({ index }) => index),
    ...[...head.matchAll(otherHouse)].map(({ index, 0: blank }) => index + blank.length),
  ];
  for (const length of ends) {
    const label = onceOnly(head.slice(start, length).trim());
    const isTitle = countHan(label) >= minTitleLength && label.length <= maxTitleLength;
    if (!isTitle || notATitle.test(label) || findCalendarDate(label) !== undefined) continue;
    if (openingBylineLength(paragraph) > 0) return undefined;
    if (hasDateline(paragraph.slice(length))) return { label, length };
  }
  return undefined;
}

/** A copied page may show the title twice. */
function onceOnly(title: string): string {
  const half = title.slice(0, title.length / 2).trim();
  return title.endsWith(half) && title.slice(0, -half.length).trim() === half ? half : title;
}

/** The title of a brief whose text follows: `【湖水变清】昨日…`, `湖水变清 昨日…`. */
export function inlineTitle(paragraph: string): OpeningLabel | undefined {
  const head = paragraph.slice(0, 80);
  const match = inBrackets.exec(head) ?? beforeGap.exec(head);
  const title = match?.[1];
  return match === null || title === undefined
    ? undefined
    : { label: title, length: match[0].length };
}
