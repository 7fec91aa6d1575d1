/** Finds the columns of a page and the order in which a reader goes through them. */

import { printedDate } from "../../dates/printed-date.ts";
import { findColumnRun } from "./column-run.ts";
import { coverage } from "./coverage.ts";
import { cutAtCrossHeadings, hasOpeningTitle } from "./cross-headings.ts";
import { findFloatingCaptions, stopsAt } from "./floating-captions.ts";
import { groupColumns } from "./group-columns.ts";
import { joinColumns } from "./join-columns.ts";
import { bottomOf, leftOf, type Lines, minGutter, rightOf, titleRatio, topOf } from "./lines.ts";
import type { PageLine } from "./page.ts";
import { toStrips } from "./strips.ts";
import { isTable } from "./table.ts";

/** Beside few rows the white must be wider: it may be a gap in a row. All in type sizes. */
const lowHeight = 4;
const minGutterOfLow = 2.5;
/** Narrower columns are bullets and numbers of the lines beside them. */
const minColumnWidth = 3;
/** Deeper nests of columns are no printed page. */
const maxDepth = 40;

/**
 * The columns and tables in reading order, each with its lines in any order: a recursive cut along the white,
 * down where it reaches through, else across under what spans several columns.
 *
 * @param bodySize height of the letters of running text
 */
export function readingOrder(lines: Lines, bodySize: number): readonly Lines[] {
  return order(lines, { bodySize, depth: 0 });
}

interface Scale {
  readonly bodySize: number;
  readonly depth: number;
}

function order(lines: Lines, { bodySize, depth }: Scale): readonly Lines[] {
  if (lines.length <= 1 || depth > maxDepth) return lines.length === 0 ? [] : [lines];
  if (isTable(lines, bodySize)) return [lines];
  const isTitle = (line: PageLine): boolean => line.typeSize >= titleRatio * bodySize;
  const inOrder = (parts: readonly Lines[]): readonly (readonly Lines[])[] =>
    parts.map((part) => order(part, { bodySize, depth: depth + 1 }));

  const strips = toStrips(lines);
  const dates = depth === 0 ? countDates(strips) : 0;
  if (dates > 0) return inOrder([strips.slice(0, dates).flat(), strips.slice(dates).flat()]).flat();
  const parts = cutAtCrossHeadings(strips, bodySize, isTitle);
  if (parts.length > 1) return inOrder(parts).flat();
  const columns = cutIntoColumns(lines, bodySize);
  if (columns.length > 1) {
    const groups = groupColumns(columns, (group) =>
      hasOpeningTitle(toStrips(group), bodySize, isTitle),
    );
    return joinColumns(inOrder(groups), isTitle);
  }
  const around = cutAroundCaptions(strips, bodySize);
  if (around.length > 1) return inOrder(around).flat();
  const run = findColumnRun(strips, bodySize, isTitle);
  if (run === undefined) return [lines];
  const stretches = [
    strips.slice(0, run.from).flat(),
    strips.slice(run.from, run.to).flat(),
    strips.slice(run.to).flat(),
  ];
  if (stretches.some((stretch) => stretch.length === lines.length)) return [lines];
  return inOrder(stretches).flat();
}

/** The columns that flow around pictures, as one part, and behind them the pictures' captions. */
function cutAroundCaptions(strips: readonly Lines[], bodySize: number): readonly Lines[] {
  const captions = findFloatingCaptions(strips, bodySize);
  if (captions.size === 0) return [];
  const text = strips.filter((_, index) => !captions.has(index)).flat();
  const [column, ...others] = cutIntoColumns(text, bodySize);
  if (column === undefined || others.length === 0) return [];
  const floating = strips.filter((_, index) => captions.has(index));
  const isStopped = floating.some((caption) => stopsAt(column, topOf(caption), bodySize));
  return isStopped ? [] : [text, ...floating];
}

/** How many rows at the top hold only the day of issue, which belongs to no column. */
function countDates(strips: readonly Lines[]): number {
  const first = strips.findIndex((strip) =>
    strip.some(({ text }) => printedDate(text) === undefined),
  );
  return Math.max(0, first);
}

/** The columns from left to right; one where no white reaches through. */
function cutIntoColumns(lines: Lines, bodySize: number): readonly Lines[] {
  const height = bottomOf(lines) - topOf(lines);
  const gutter = (height < lowHeight * bodySize ? minGutterOfLow : minGutter) * bodySize;
  const columns: PageLine[][] = [];
  for (const { from, to } of coverage(lines, gutter)) {
    const column = lines.filter(({ left, right }) => left >= from && right <= to);
    const last = columns.at(-1);
    if (last !== undefined && !areColumns(last, column, bodySize)) last.push(...column);
    else columns.push(column);
  }
  return columns;
}

function areColumns(left: Lines, right: Lines, bodySize: number): boolean {
  const isBeside = topOf(left) < bottomOf(right) && topOf(right) < bottomOf(left);
  return isBeside && [left, right].every((column) => isWide(column, bodySize));
}

/** A column of upright writing may be narrow. */
function isWide(column: Lines, bodySize: number): boolean {
  const width = rightOf(column) - leftOf(column);
  return width >= minColumnWidth * bodySize || column.every(isTall);
}

function isTall({ left, right, top, bottom }: PageLine): boolean {
  return bottom - top > 2 * (right - left);
}
