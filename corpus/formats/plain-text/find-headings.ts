/** Finds the short lines of a text without markup that are headings. */

import { columnOf } from "../../articles/column-label.ts";
import { openingBylineLength } from "../../articles/opening-byline.ts";
import { isPageJump } from "../../articles/page-jump.ts";
import { isOrdinal, isSubtitle } from "../../articles/rough-label.ts";
import type { Stretch } from "./stretch.ts";

/** So many lines of a title may stand above its byline, itself among them. */
const titleLines = 3;
/** So many lines below a heading are looked at for its text. */
const reach = 5;
/** The caption of a picture that has a title says so much. */
const pictureLength = 15;
/** Below `01` a heading may ask, at this length. */
const maxNumberedLength = 20;
const inBrackets = /^[（(].*[）)]$/u;
const inOpenBracket = /^[（(]/u;
/** `电话：0791` and the like say something. */
const labelWithNumber = /[:：]\s*\S*\d|℃|\d{5}|^https?:/u;

/**
 * Indices of the lines that stand above a text, a byline or another heading and are short, with
 * those that a mark shows to be headings left out.
 */
export function findHeadings(stretches: readonly Stretch[]): ReadonlySet<number> {
  const found = new Set<number>();
  /** Whether only the page's own lines stand above. */
  let isFirst = true;
  for (const [index, stretch] of stretches.entries()) {
    if (isHeading(stretches, index, isFirst)) found.add(index);
    isFirst &&= stretch.role === "dateline";
  }
  return found;
}

function isHeading(stretches: readonly Stretch[], index: number, isFirst: boolean): boolean {
  const stretch = stretches[index];
  if (stretch === undefined || stretch.role !== "body" || stretch.mark?.kind === "bullet") {
    return false;
  }
  const next = stretches[index + 1];
  const isNumbered = isOrdinal(stretches[index - 1]?.text ?? "") && next?.isAfterBlank === true;
  if (isNumbered && stretch.text.length <= maxNumberedLength) return true;
  if (stretch.shape !== "short" && stretch.shape !== "clause") return false;
  if (!isWordy(stretch.text) || inBrackets.test(stretch.text)) return false;
  if (labelWithNumber.test(stretch.text) || isPageJump(stretch.text)) return false;
  const below = stretches.slice(index + 1, index + 1 + reach);
  if (shortLinesAbove(stretches, index) < titleLines && isTitleAbove(stretch, below, isFirst)) {
    return true;
  }
  if (isAbovePicture(stretches, index)) return true;
  if (index > 1 && !stretch.isAfterBlank && isListLine(stretches[index - 1])) return false;

  const following = below.slice(0, reach - 1).filter(({ role }) => role === "body");
  const [text] = following;
  if (text === undefined) return false;
  if (isRunning(text) || text.mark?.kind === "heading" || isSubtitle(text.text)) return true;
  if (text.mark?.kind === "outline" && !isNextItem(stretch, text)) return true;
  if (!isFirst || text.mark?.kind === "bullet") return false;
  return following.some(isRunning) || (text.isAfterBlank && below.length === reach);
}

/** Whether a byline, a date or the name of a column stands between the line and its text. */
function isTitleAbove(stretch: Stretch, below: readonly Stretch[], isFirst: boolean): boolean {
  const at = below.findIndex((one) => isOfHead(one) || openingBylineLength(one.text) > 0);
  if (at === -1 || at >= titleLines) return false;
  const lines = below.slice(0, at);
  const isTitleSoFar = lines.every(({ shape, mark }) => shape === "short" && mark === undefined);
  // Lines of a title are set alike; the last verses above the next title are not.
  const isEven = lines.every(({ isAfterBlank }) => isAfterBlank === lines[0]?.isAfterBlank);
  const isApart = stretch.isAfterBlank || lines[0]?.isAfterBlank !== true;
  if (!isTitleSoFar || !isEven || !isApart) return false;
  if (isFirst && below[at]?.role === "byline") return true;
  const text = below.slice(at).find((one) => !isOfHead(one) && one.role !== "caption");
  if (text === undefined || isRunning(text)) return text !== undefined;
  // Verses below their poet's name.
  return below[at]?.role === "byline" && stretch.isAfterBlank && text.isAfterBlank;
}

/** How many short lines without a blank one between them end right above the index. */
function shortLinesAbove(stretches: readonly Stretch[], index: number): number {
  let lines = 0;
  for (let at = index; lines < titleLines && stretches[at]?.isAfterBlank === false; at -= 1) {
    if (!isListLine(stretches[at - 1])) break;
    lines += 1;
  }
  return lines;
}

/** Whether nothing but a picture with its photographer stands below, as in photo news. */
function isAbovePicture(stretches: readonly Stretch[], index: number): boolean {
  const stretch = stretches[index];
  let below = index + 1;
  while (stretches[below]?.role === "caption") below += 1;
  const picture = stretches[index + 1];
  const next = stretches[below];
  const isPicture = stretch?.isAfterBlank === true && (picture?.text.length ?? 0) > pictureLength;
  return (
    below > index + 1 &&
    isPicture &&
    (next === undefined || next.shape === "short" || next.role !== "body")
  );
}

/** Whether the lines are numbered alike: `一、` and `二、`, not `一、` and `（一）`. */
function isNextItem(stretch: Stretch, next: Stretch): boolean {
  const isBracketed = inOpenBracket.test(stretch.text) === inOpenBracket.test(next.text);
  return stretch.mark?.kind === next.mark?.kind && isBracketed;
}

function isOfHead({ text, role }: Stretch): boolean {
  return (
    role === "byline" ||
    role === "dateline" ||
    (role === "body" && (isSubtitle(text) || isColumnBelowTitle(text)))
  );
}

/** Notices are named above them, and nothing else stands above that name. */
function isColumnBelowTitle(text: string): boolean {
  const column = columnOf(text);
  return column !== undefined && column !== "notices";
}

/** Whether a short line above makes the one below it a further line of a list. */
function isListLine(above: Stretch | undefined): boolean {
  return above?.role === "body" && above.mark === undefined && above.shape === "short";
}

/** Whether the line holds a word, more than a stray character. */
function isWordy(text: string): boolean {
  return /\p{Script=Han}.*\p{Script=Han}|\p{L}{3}/u.test(text);
}

function isRunning(stretch: Stretch): boolean {
  const isItem = stretch.mark?.kind === "bullet" || stretch.mark?.kind === "number";
  return !isItem && (stretch.shape === "complete" || stretch.shape === "cut");
}
