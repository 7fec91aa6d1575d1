/** Recognises the labels under which a paper speaks in its own voice. */

import type { OpeningLabel } from "./opening-label.ts";

/** Only papers use these words. */
const ofPapers =
  "编者按|编者的话|编后语?|编余|编辑手记|开栏的?话|开栏语|按语|卷首语|新闻背景|新闻链接|相关链接|背景链接|Editor[’']s note";
const ofAnyText =
  "核心阅读|阅读提示|记者手记|采访手记|采编手记|编辑点评|导读|核心提示|内容提要|名词解释|知识链接|延伸阅读|小贴士|更正|启事|背景|链接|Correction";
const names = `${ofPapers}|${ofAnyText}`;
const alone = new RegExp(String.raw`^[^\p{L}\p{N}]{0,4}(${names})[^\p{L}\p{N}]{0,2}$`, "iu");
const opening = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,4}(${ofPapers})[^\p{L}\p{N}:：]?\s*[:：]\s*(?=\S)|^[【［[](${names})[】］\]]\s*(?=\S)|^[^\p{L}\p{N}]{0,4}(${ofPapers})[\s　]+(?=\S{15,})`,
  "iu",
);
const certain = new RegExp(`^(?:${ofPapers})`, "iu");

/** The label, where the line is nothing else: `☆ 编者按`. */
export function noteLabel(line: string): string | undefined {
  return alone.exec(line)?.[1];
}

/** Whether a label can be nothing else: it has an ornament, or is a word of papers only. */
export function isCertainNote(line: string): boolean {
  return /^[^\p{L}\p{N}]/u.test(line) || certain.test(line);
}

/** The label that opens a paragraph: `编者按：…`. */
export function openingNoteLabel(paragraph: string): OpeningLabel | undefined {
  const match = opening.exec(paragraph.slice(0, 40));
  const label = match?.[1] ?? match?.[2] ?? match?.[3];
  return match === null || label === undefined ? undefined : { label, length: match[0].length };
}
