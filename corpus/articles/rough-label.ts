/** Tells what a block looks like by its words, before its neighbours are looked at. */

import type { Block } from "../formats/parsed-document.ts";
import { endsComplete } from "../text/ends-complete.ts";
import { isByline, isPhotoByline } from "./byline.ts";
import { isClosingCredit, isPageCredit, isPicturesCredit } from "./closing-credits.ts";
import { columnOf } from "./column-label.ts";
import { isYearlessStamp, readDateLine, readMarkedDateLine } from "./date-line.ts";
import { noteLabel } from "./note-label.ts";
import { isEndMark, isEndMarkAfterBullet } from "./end-mark.ts";
import { isPageJump } from "./page-jump.ts";
import { readPageHeader } from "./page-header.ts";
import { readByline } from "./read-byline.ts";

/** A line without a sentence's end may be a label up to this length. */
const maxLineLength = 30;
/** Labels name; lines with these marks say something. */
const sayingMark = /[，,；;:：\d（(]/u;
const series =
  /^(?:[^。！？]{0,20}系列(?:报道|评论|述评|访谈)[^。！？]{0,8}|[^。！？]{0,12}之[一二三四五六七八九十]{1,2})$/u;
/** `01` above a section's heading. */
const ordinal = /^(?:0\s?\d|PART\.?\s?\d{1,2}|Part\.?\s?\d{1,2})$/u;
/** Below a byline. */
const office =
  /^(?:(?:\w+ )?staff (?:writer|reporter|photographer)|(?:special )?correspondent|contributing writer)s?$/iu;

/** Whether the line says what the writer named above it is. */
export function isOffice(line: string): boolean {
  return office.test(line);
}

/** Whether the line does no more than number the section below it. */
export function isOrdinal(line: string): boolean {
  return ordinal.test(line);
}

export type RoughLabel =
  | "heading"
  | "subtitle"
  | "note label"
  /** Name of a column, a series or a part of the paper. */
  | "column"
  | "page header"
  | "date line"
  | "byline"
  | "photo credit"
  /** Editors and checkers. */
  | "credits"
  | "end mark"
  | "caption"
  /** A paragraph too short to tell. */
  | "line"
  | "body";

/** @param words as a reader sees them; empty for long blocks, which are body */
export function roughLabel(block: Block, words: string): RoughLabel {
  const isLine = block.kind === "heading" || block.kind === "paragraph";
  if (words === "") return block.kind === "heading" ? "heading" : "body";
  if (isLine || block.kind === "dateline" || block.kind === "byline") {
    if (isPageJump(words)) return "body";
    if (isEndMark(words)) return "end mark";
    if (isOffice(words)) return "credits";
    if (readPageHeader(words) !== undefined) return "page header";
  }
  if (block.kind === "list-item" && isEndMarkAfterBullet(words)) return "end mark";
  if (block.kind === "caption") {
    const isCredit = isWholeCredit(words) || (isByline(words) && isPhotoByline(words));
    if (isPicturesCredit(words)) return words.startsWith("以上") ? "photo credit" : "credits";
    return isCredit ? "photo credit" : "caption";
  }
  if (isLine && isSubtitle(words)) return "subtitle";
  if (isLine && noteLabel(words) !== undefined) return "note label";
  if (isLine && (columnOf(words) !== undefined || series.test(words) || ordinal.test(words))) {
    return "column";
  }
  if (block.kind === "heading") return "heading";
  if (block.kind === "dateline") {
    const isDate = readMarkedDateLine(words) !== undefined || isYearlessStamp(words);
    return isDate ? "date line" : "line";
  }
  if (block.kind === "byline") return isPageCredit(words) ? "credits" : creditLabel(words);
  if (block.kind !== "paragraph") return "body";
  if (isByline(words) || isWholeCredit(words)) return creditLabel(words);
  if (isClosingCredit(words)) return "credits";
  if (readDateLine(words) !== undefined) return "date line";
  return words.length <= maxLineLength && !endsComplete(words) && !sayingMark.test(words)
    ? "line"
    : "body";
}

/** Whether the line continues a title: `——东湖治理见闻`. */
export function isSubtitle(line: string): boolean {
  return /^[—–]{1,2}[^。！？!?]*$/u.test(line);
}

function creditLabel(words: string): RoughLabel {
  if (isPhotoByline(words)) return "photo credit";
  return readByline(words)?.isOfEditors === true ? "credits" : "byline";
}

/** `（王小明 摄）`, `（本版图片由受访者提供）`. */
function isWholeCredit(words: string): boolean {
  return /^[（(【[].*[）)】\]]$/u.test(words) && isPhotoByline(words.replace(/^.|.$/gu, ""));
}
