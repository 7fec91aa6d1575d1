/** Recognises the labels under which a paper speaks in its own voice. */

import type { OpeningLabel } from "./opening-label.ts";

const names =
  "编者按|编者的话|编后语?|编余|编辑手记|开栏的?话|开栏语|按语|卷首语|导读|核心提示|内容提要|新闻背景|新闻链接|相关链接|背景链接|名词解释|知识链接|延伸阅读|小贴士|更正|启事|Editor[’']s note|Correction";
const alone = new RegExp(String.raw`^[^\p{L}\p{N}]{0,4}(${names})\s*[:：]?$`, "iu");
const opening = new RegExp(String.raw`^[^\p{L}\p{N}]{0,4}(${names})\s*[:：]\s*(?=\S)`, "iu");

/** The label, where the line is nothing else: `☆ 编者按`. */
export function noteLabel(line: string): string | undefined {
  return alone.exec(line)?.[1];
}

/** The label that opens a paragraph: `编者按：…`. */
export function openingNoteLabel(paragraph: string): OpeningLabel | undefined {
  const match = opening.exec(paragraph.slice(0, 40));
  const label = match?.[1];
  return match === null || label === undefined ? undefined : { label, length: match[0].length };
}
