/** Judges where in a column a paragraph ends and the next begins. */

import { hasEastAsian } from "../../text/characters.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { lineMark } from "../plain-text/line-marks.ts";
import { type Column, minIndent, rightEdge } from "./column-edges.ts";
import { isContentsRow } from "./contents-row.ts";
import { titleRatio } from "./lines.ts";
import { isSameSize } from "./page-type.ts";
import type { Row } from "./row.ts";

/** All measures in type sizes. */
const maxIndent = 4.5;
const extraGap = 0.5;
const titleGap = 0.8;
/** Of text set with double space. */
const maxRowGap = 1.5;
/** Marks that must not begin a row leave so much white on the row before. */
const kinsokuWhite = 1.2;
/** A row without a sentence's end that leaves so much white is a line of its own. */
const ownLineWhite = 4;
const widthOfLatinLetter = 0.55;
/** What no line of its own begins with. */
const continuation = /^[\p{Ll}，、。；：！？”’）》]/u;

interface Place {
  readonly column: Column;
  /** Index of the row in its column. */
  readonly index: number;
  readonly row: Row;
  readonly above: Row;
  readonly below: Row | undefined;
  /** The paragraph's rows so far. */
  readonly group: readonly Row[];
}

/**
 * Whether the row begins a paragraph.
 *
 * @param group rows of the paragraph that ends above it, or goes on with it
 */
export function beginsParagraph(
  column: Column,
  index: number,
  group: readonly Row[],
  bodySize: number,
): boolean {
  const row = column.rows[index];
  const above = group.at(-1);
  if (row === undefined || above === undefined) return true;
  const em = row.typeSize;
  if (isContentsRow(above.text)) return true;
  if (!isSameSize(above.typeSize, em) || above.isBold !== row.isBold) return true;
  const gap = row.top - above.bottom;
  if (em >= titleRatio * bodySize) return gap > titleGap * em;
  const usualGap = Math.min(Math.max(column.rowGap, 0), maxRowGap * em);
  if (gap > usualGap + extraGap * em || lineMark(row.text)?.kind === "bullet") return true;
  const place = { column, index, row, above, below: column.rows[index + 1], group };
  return endsShort(place) || beginsFurtherIn(place) || standsOut(place);
}

/** Whether the row above leaves white that the next word would have found room in. */
function isShort({ column, index, row, above }: Place): boolean {
  const white = rightEdge(column, index - 1) - above.right;
  return white > widthOfFirstWord(row) + kinsokuWhite * row.typeSize;
}

function endsShort(place: Place): boolean {
  const { column, index, row, above } = place;
  if (!isShort(place)) return false;
  if (endsComplete(above.text) || lineMark(row.text) !== undefined) return true;
  const isIndented = row.left - column.left >= minIndent * row.typeSize;
  if (isIndented && column.indentsFirstRows) return true;
  const white = rightEdge(column, index - 1) - above.right;
  return white >= ownLineWhite * row.typeSize && !continuation.test(row.text);
}

/**
 * Whether the row stands further in than later rows do, in a column that begins paragraphs so: then
 * it begins one whatever the row above says. Rows beside a picture or of an entry stand in together.
 */
function beginsFurtherIn({ column, row, above, below, group }: Place): boolean {
  const em = row.typeSize;
  const indent = row.left - column.left;
  if (!column.indentsFirstRows || indent < minIndent * em || indent > maxIndent * em) return false;
  if (lineMark(group[0]?.text ?? "") !== undefined) return false;
  const isAboveAtEdge = above.left - column.left < minIndent * em;
  if (group.length > 1 && !isAboveAtEdge) return false;
  const isBelowAtEdge = below !== undefined && row.left - below.left >= minIndent * em;
  return isBelowAtEdge || column.right - row.right >= ownLineWhite * em;
}

/** Whether, behind a sentence's end, the row begins further in or out than its neighbours. */
function standsOut({ row, above, below, group }: Place): boolean {
  if (!endsComplete(above.text)) return false;
  const em = row.typeSize;
  if (row.left - above.left >= minIndent * em) return true;
  if (below !== undefined && isSameSize(below.typeSize, em)) {
    if (row.left - below.left >= minIndent * em) return true;
  }
  // Back out after the second row of an entry whose later rows stand further in.
  return group.length > 1 && above.left - row.left >= minIndent * em;
}

function widthOfFirstWord({ text, typeSize }: Row): number {
  const word = /^\S+/u.exec(text)?.[0] ?? "";
  if (hasEastAsian(word.slice(0, 1))) return typeSize;
  const latin = /^[!-~]*/u.exec(word)?.[0].length ?? 0;
  return Math.max(1, latin) * widthOfLatinLetter * typeSize;
}
