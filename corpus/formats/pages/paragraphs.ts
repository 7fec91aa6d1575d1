/** Joins the rows of a column to paragraphs. */

import { endsComplete } from "../../text/ends-complete.ts";
import { lineMark } from "../plain-text/line-marks.ts";
import { hasEastAsian } from "../../text/characters.ts";
import { isSameSize } from "./page-type.ts";
import { leftOf, rightOf, titleRatio } from "./lines.ts";
import type { Row } from "./row.ts";

/** All measures in type sizes. */
const minIndent = 0.8;
const extraGap = 0.5;
const titleGap = 0.8;
/** Of text set with double space. */
const maxRowGap = 1.5;
/** Marks that must not begin a row leave so much white on the row before. */
const kinsokuWhite = 1.2;
/** A row without a sentence's end that leaves so much white is a line of its own. */
const ownLineWhite = 4;
const edgeTolerance = 0.7;
const widthOfLatinLetter = 0.55;
/** So many rows before and behind tell how far the column reaches here. */
const nearRows = 3;

export interface Paragraph {
  /** At least one. */
  readonly rows: readonly [Row, ...Row[]];
  /** White between the column's edges and its first row, in the page's unit. */
  readonly insetLeft: number;
  /** White behind its last row. */
  readonly insetRight: number;
  /** Whether its first row stands further in than its others or its neighbours. */
  readonly isIndented: boolean;
}

/** @param rows of one column, from top to bottom */
export function toParagraphs(rows: readonly Row[], bodySize: number): readonly Paragraph[] {
  const column = measure(rows);
  const groups: [Row, ...Row[]][] = [];
  for (const [index, row] of rows.entries()) {
    const group = groups.at(-1);
    if (group === undefined || isNew(rows, index, group, { ...column, bodySize })) {
      groups.push([row]);
    } else group.push(row);
  }
  let end = -1;
  return groups.map((group, index) => {
    end += group.length;
    const last = group.at(-1) ?? group[0];
    return {
      rows: group,
      insetLeft: group[0].left - column.left,
      insetRight: Math.max(0, rightEdge(rows, end, column) - last.right),
      isIndented: isIndented(group, groups, index),
    };
  });
}

function isIndented(
  [first, second]: readonly Row[],
  groups: readonly (readonly Row[])[],
  index: number,
): boolean {
  if (first === undefined) return false;
  const beside = second ?? groups[index - 1]?.at(-1) ?? groups[index + 1]?.[1];
  return beside !== undefined && first.left - beside.left >= minIndent * first.typeSize;
}

interface Column {
  readonly left: number;
  readonly right: number;
  /** White between two rows of a paragraph. */
  readonly rowGap: number;
}

function measure(rows: readonly Row[]): Column {
  const gaps = rows
    .slice(1)
    .flatMap((row, index) => {
      const above = rows[index];
      return above !== undefined && isSameSize(above.typeSize, row.typeSize)
        ? [row.top - above.bottom]
        : [];
    })
    .toSorted((one, other) => one - other);
  return {
    left: leftOf(rows),
    right: commonRight(rows) ?? rightOf(rows),
    rowGap: gaps[Math.floor((gaps.length - 1) / 2)] ?? 0,
  };
}

function isNew(
  rows: readonly Row[],
  index: number,
  group: readonly Row[],
  column: Column & { readonly bodySize: number },
): boolean {
  const row = rows[index];
  const above = group.at(-1);
  if (row === undefined || above === undefined) return true;
  const em = row.typeSize;
  if (!isSameSize(above.typeSize, em) || above.isBold !== row.isBold) return true;
  const gap = row.top - above.bottom;
  if (em >= titleRatio * column.bodySize) return gap > titleGap * em;
  const usualGap = Math.min(Math.max(column.rowGap, 0), maxRowGap * em);
  if (gap > usualGap + extraGap * em) return true;
  const mark = lineMark(row.text);
  if (mark?.kind === "bullet") return true;

  const isComplete = endsComplete(above.text);
  const white = rightEdge(rows, index - 1, column) - above.right;
  const isShort = white > widthOfFirstWord(row) + kinsokuWhite * em;
  if (isShort && (isComplete || mark !== undefined)) return true;
  if (isShort && white >= ownLineWhite * em && !/^[\p{Ll}，、。；：！？”’）》]/u.test(row.text)) {
    return true;
  }
  if (!isComplete && !isShort) return false;
  const below = rows[index + 1];
  const next = below !== undefined && isSameSize(below.typeSize, em) ? below : undefined;
  if (next !== undefined && row.left - next.left >= minIndent * em) return true;
  if (row.left - above.left >= minIndent * em) return isComplete;
  // Back out after the second row of an entry whose later rows stand further in.
  return group.length > 1 && above.left - row.left >= minIndent * em && isComplete;
}

/** How far the column reaches beside a row: less where a picture stands in it. */
function rightEdge(rows: readonly Row[], index: number, column: Column): number {
  const size = rows[index]?.typeSize ?? 0;
  const near = rows
    .slice(Math.max(0, index - nearRows), index + nearRows + 1)
    .filter((row) => isSameSize(row.typeSize, size));
  return commonRight(near) ?? column.right;
}

/** The furthest edge that two rows reach. */
function commonRight(rows: readonly Row[]): number | undefined {
  const ordered = rows.toSorted((one, other) => other.right - one.right);
  return ordered.find((row, index) => {
    const next = ordered[index + 1];
    return next !== undefined && row.right - next.right <= edgeTolerance * row.typeSize;
  })?.right;
}

function widthOfFirstWord({ text, typeSize }: Row): number {
  const word = /^\S+/u.exec(text)?.[0] ?? "";
  if (hasEastAsian(word.slice(0, 1))) return typeSize;
  const latin = /^[!-~]*/u.exec(word)?.[0].length ?? 0;
  return Math.max(1, latin) * widthOfLatinLetter * typeSize;
}
