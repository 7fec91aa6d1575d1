/** Finds the lines that are nothing but an author's name, or the source beside the date. */

import { authorsOf } from "../../articles/authors.ts";
import { columnOf } from "../../articles/column-label.ts";
import { noteLabel } from "../../articles/note-label.ts";
import { openingBylineLength } from "../../articles/opening-byline.ts";
import { isLikelyName, isPenName, isPersonName } from "../../articles/person-name.ts";
import { readByline } from "../../articles/read-byline.ts";
import type { Stretch } from "./stretch.ts";

/** Bullets with which papers mark who wrote. */
export const ornaments: ReadonlySet<string> = new Set("□■◆◇●○★☆");
const maxSourceLength = 30;
/** More names than this in a row are a list. */
const maxNames = 4;

/** Indices of such lines: under a title, behind the last words of a piece, beside a date. */
export function findSignatures(stretches: readonly Stretch[]): ReadonlySet<number> {
  const known = new Set(stretches.flatMap(namedAuthors));
  const found = new Set<number>();
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1];
    const next = stretches[index + 1];
    if (isMarkedPenName(stretch, before, next)) found.add(index);
    if (stretch.role !== "body" || stretch.shape !== "short" || stretch.mark !== undefined)
      continue;
    if (before === undefined) continue;
    if (before.role === "dateline") {
      const isSource = stretch.text.length <= maxSourceLength && !/[:：？！?!]/u.test(stretch.text);
      if (!stretch.isAfterBlank && isSource) found.add(index);
      continue;
    }
    const names = namesOf(stretch.text);
    if (names === undefined) continue;
    const isSure = names.some((name) => known.has(name) || isLikelyName(name));
    if (isTitleLine(before) && next !== undefined) {
      const above = stretches[index - 2];
      const isOpinion = above !== undefined && columnOf(above.text) === "opinion";
      const isUnderMark = before.mark?.kind === "heading" || isOpinion;
      const isName = isSure || names.every((name) => isPersonName(name) && name.length === 3);
      const isVerse = next.shape === "short" && isApart(stretch, next) && isHeadOf(above);
      if (next.shape === "short" ? isVerse && isSure : isName || isUnderMark) found.add(index);
    } else if (before.shape === "complete" && before.role === "body" && isSure) {
      const isEnd = next === undefined || next.mark?.kind === "heading" || next.shape === "short";
      if (isEnd && stretch.isAfterBlank === before.isAfterBlank) found.add(index);
    }
  }
  return found;
}

/** `□ 简默` between a title and its text: whoever signs so, no list has one item. */
function isMarkedPenName(
  { mark, text, role }: Stretch,
  before: Stretch | undefined,
  next: Stretch | undefined,
): boolean {
  const symbol = mark?.kind === "bullet" ? mark.symbol : text.charAt(0);
  const name = mark === undefined ? text.slice(1).trim() : text;
  if (role !== "body" || !ornaments.has(symbol) || !isPenName(name)) return false;
  if (noteLabel(name) !== undefined || columnOf(name) !== undefined) return false;
  const isUnderTitle = before !== undefined && isTitleLine(before);
  return isUnderTitle && next !== undefined && next.mark?.kind !== "bullet";
}

/** Whether the line is nothing but full names, perhaps with what they are: `某某（某大学）`. */
export function isSignature(line: string): boolean {
  return namesOf(line)?.every((name) => isPersonName(name)) === true;
}

/** The names of a line that holds nothing else; undefined for other lines. */
function namesOf(line: string): readonly string[] | undefined {
  const byline = readByline(line);
  if (byline === undefined || byline.hasRole) return undefined;
  const { writers } = byline;
  return writers.length > 0 && writers.length <= maxNames ? writers : undefined;
}

function isTitleLine({ mark, shape, role }: Stretch): boolean {
  const isShort = shape === "short" || shape === "clause";
  return role === "body" && (mark?.kind === "heading" || (mark === undefined && isShort));
}

/** Whether a title may stand below the line: it ends a text, or there is none. */
function isHeadOf(above: Stretch | undefined): boolean {
  return above === undefined || above.role === "dateline" || above.shape === "complete";
}

/** Whether blank lines part it from what stands around, so that it is no line of a list. */
function isApart(stretch: Stretch, next: Stretch | undefined): boolean {
  return stretch.isAfterBlank && next?.isAfterBlank === true;
}

function namedAuthors(stretch: Stretch): readonly string[] {
  if (stretch.role === "byline") return authorsOf(stretch.text);
  const length = openingBylineLength(stretch.text);
  return length === 0 ? [] : authorsOf(stretch.text.slice(0, length));
}
