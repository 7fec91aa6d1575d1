/** Makes lines of the runs of text that stand in one block of a page. */

import { hasEastAsian } from "../../text/characters.ts";
import { singleBlanks } from "../../text/blank-runs.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { HtmlElement, HtmlText } from "./html-tree.ts";

export interface TextRun {
  readonly node: HtmlText;
  readonly text: string;
  /** The link it is the text of. */
  readonly link: HtmlElement | undefined;
  readonly isBold: boolean;
}

/** `break` is a line's end within a block, `cell` the beginning of a table's cell, `gap` a blank. */
export type InlinePart = TextRun | "break" | "cell" | "gap";

/** Characters that shape lines and show nothing. */
const invisible = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu;

export function isRun(part: InlinePart): part is TextRun {
  return typeof part !== "string";
}

/** What the parts show in one line; a break within it is white space. */
export function lineText(parts: readonly InlinePart[], breakText: " " | "\n"): string {
  return visibleText(rawText(parts, breakText));
}

/** The texts of the cells of a table's row, empty ones too. */
export function cellTexts(parts: readonly InlinePart[]): readonly string[] {
  const [, ...cells] = splitAt(parts, "cell");
  return cells.map((cell) => lineText(cell, " "));
}

/** The lines of a block; one that a break cut within a sentence is whole again. */
export function splitLines(parts: readonly InlinePart[]): readonly (readonly InlinePart[])[] {
  const joined: InlinePart[][] = [];
  let before = "";
  for (const line of splitAt(parts, "break")) {
    const text = rawText(line, "\n");
    const last = joined.at(-1);
    if (last !== undefined && goesOn(before, text)) last.push("break", ...line);
    else joined.push(line);
    before = text;
  }
  return joined;
}

function rawText(parts: readonly InlinePart[], breakText: " " | "\n"): string {
  const texts = parts.map((part) => {
    if (isRun(part)) return part.text;
    return part === "gap" ? " " : breakText;
  });
  const shown = isCredits(texts, parts.includes("gap")) ? texts.map(apart) : texts;
  return shown.join("").replace(invisible, "");
}

/** A longer line is no line of credits. */
const maxCreditRuns = 40;
const creditStart =
  /^\s*(?:来源|稿源|作者|记者|通讯员|责任?编辑|编辑|责编|发布|时间|日期|更新|浏览|阅读|点击|评论|字[号体]|【|(?:19|20)\d{2}\s?[-/.年])/u;

/** Whether the line is no sentence but a row of date, source and author, or has buttons in it. */
function isCredits(texts: readonly string[], hasButtons: boolean): boolean {
  if (texts.length > maxCreditRuns || texts.some((text) => /[。！？]/u.test(text))) return false;
  return hasButtons || texts.filter((text) => creditStart.test(text)).length > 1;
}

/** Styles keep credits apart that follow one another without a blank, or on lines of the source. */
function apart(text: string): string {
  return singleBlanks(text.replace(creditStart, " $&"));
}

function splitAt(parts: readonly InlinePart[], mark: "break" | "cell"): InlinePart[][] {
  const pieces: InlinePart[][] = [[]];
  for (const part of parts) {
    if (part === mark) pieces.push([]);
    else pieces.at(-1)?.push(part);
  }
  return pieces;
}

const indentation = /^\s*?[\u3000\u00a0]{2}/u;
const openEnd = /[，、；,;]$/u;
const wordEnd = /[\p{L}\p{N}]$/u;
const proseMark = /[，。、；！？]|[,.;!?](?:\s|$)/u;
/** Shorter lines are verses, addresses and the like, which end where they end. */
const wrappedHanLength = 25;
const wrappedLatinLength = 50;

/** Whether a sentence goes on over a break from one line to the next. */
function goesOn(before: string, after: string): boolean {
  const end = before.trim();
  const start = after.trim();
  if (start === "" || end === "" || indentation.test(after)) return false;
  if (openEnd.test(end)) return true;
  const isProse = wordEnd.test(end) && proseMark.test(end) && proseMark.test(start);
  if (!isProse) return false;
  return hasEastAsian(end.slice(-1))
    ? end.length >= wrappedHanLength && hasEastAsian(start.slice(0, 1))
    : end.length >= wrappedLatinLength && /^\p{Ll}/u.test(start);
}
