/** Finds the short lines of a text without markup that are headings. */

import { columnOf } from "../../articles/column-label.ts";
import { isSubtitle } from "../../articles/rough-label.ts";
import type { Stretch } from "./stretch.ts";

/** So many lines of a title may stand above its byline, itself among them. */
const titleLines = 3;
/** So many lines below a heading are looked at for its text. */
const reach = 5;
const inBrackets = /^[（(].*[）)]$/u;
/** `电话：0791` and the like say something. */
const labelWithNumber = /[:：]\s*\S*\d|\d{5}/u;

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
  if (stretch.shape !== "short" && stretch.shape !== "clause") return false;
  if (!isWordy(stretch.text) || inBrackets.test(stretch.text)) return false;
  if (labelWithNumber.test(stretch.text)) return false;
  const below = stretches.slice(index + 1, index + 1 + reach);
  if (isTitleAbove(below)) return true;
  if (index > 1 && !stretch.isAfterBlank && isListLine(stretches[index - 1])) return false;

  const following = below.slice(0, reach - 1).filter(({ role }) => role === "body");
  const [next] = following;
  if (next === undefined) return false;
  if (isRunning(next) || next.mark?.kind === "heading" || isSubtitle(next.text)) return true;
  const isSameKind = next.mark?.kind === stretch.mark?.kind;
  if (next.mark?.kind === "outline" && !isSameKind) return true;
  return isFirst && next.mark?.kind !== "bullet" && following.some(isRunning);
}

/** Whether a byline, a date or the name of a column stands between the line and its text. */
function isTitleAbove(below: readonly Stretch[]): boolean {
  const at = below.findIndex((stretch) => isOfHead(stretch));
  if (at === -1 || at >= titleLines) return false;
  const isTitleSoFar = below.slice(0, at).every(({ shape, mark }) => shape === "short" && !mark);
  const text = below.slice(at).find((stretch) => !isOfHead(stretch) && stretch.role !== "caption");
  return isTitleSoFar && text !== undefined && isRunning(text);
}

function isOfHead({ text, role }: Stretch): boolean {
  return (
    role === "byline" ||
    role === "dateline" ||
    (role === "body" && (isSubtitle(text) || columnOf(text) !== undefined))
  );
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
