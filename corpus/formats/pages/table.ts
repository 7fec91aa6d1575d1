/** Tells tables from columns of text, and reads them row by row. */

import { coverage, type Interval } from "./coverage.ts";
import { joinRows } from "./join-rows.ts";
import { leftOf, type Lines, minGutter, rightOf, titleRatio } from "./lines.ts";
import type { Row } from "./row.ts";
import { joinParts, toRows } from "./row.ts";
import { toStrips } from "./strips.ts";

const minRows = 2;
/** Of the rows, so many have more than one cell. */
const minShare = 0.8;
/** On average a cell has at most so many letters. */
const maxLetters = 20;
/** Most rows of a text, but few cells of one width, fill a column of so many type sizes. */
const minTextWidth = 8;
const fullRow = 0.9;
const minFullShare = 0.6;
/** Cells fill less of their columns, or stand further apart than columns of text. */
const maxFilled = 0.8;
const minGutterShare = 0.5;

/** Whether the lines stand in cells, short and one beside another. */
export function isTable(lines: Lines, bodySize: number): boolean {
  const columns = columnsOf(lines, bodySize);
  if (columns.length < 2 || lines.some(({ typeSize }) => typeSize >= titleRatio * bodySize)) {
    return false;
  }
  const strips = toStrips(lines);
  const cells = strips.map((strip) => cellsOf(strip, columns).length);
  const full = cells.filter((count) => count > 1).length;
  if (full < minRows || full < minShare * strips.length) return false;
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > maxLetters * cells.reduce((sum, count) => sum + count, 0)) return false;

  const ofColumns = columns.map((column) => cellsOf(lines, [column])[0] ?? []);
  if (ofColumns.some((column, index) => isText(column, columns[index], bodySize))) return false;
  const width = columns.reduce((sum, { from, to }) => sum + to - from, 0);
  const gutters = rightOf(lines) - leftOf(lines) - width;
  const room = ofColumns.reduce(
    (sum, column, index) => sum + column.length * widthOf(columns[index]),
    0,
  );
  const inked = lines.reduce((sum, { left, right }) => sum + right - left, 0);
  return inked <= maxFilled * room || gutters >= minGutterShare * width;
}

function isText(column: Lines, place: Interval | undefined, bodySize: number): boolean {
  const width = widthOf(place);
  const full = column.filter(({ left, right }) => right - left >= fullRow * width).length;
  return width >= minTextWidth * bodySize && full >= minFullShare * column.length;
}

function widthOf(place: Interval | undefined): number {
  return place === undefined ? 0 : place.to - place.from;
}

/** The rows from top to bottom, their cells parted by ` | `. */
export function tableRows(lines: Lines, page: number, bodySize: number): readonly Row[] {
  const columns = columnsOf(lines, bodySize);
  return toStrips(lines).map((strip) => ({
    ...joinParts(strip, page),
    text: cellsOf(strip, columns)
      .map((cell) => joinRows(toRows(cell, page)))
      .join(" | "),
  }));
}

function columnsOf(lines: Lines, bodySize: number): readonly Interval[] {
  return coverage(lines, minGutter * bodySize);
}

/** The lines of each column that is not empty here. */
function cellsOf(strip: Lines, columns: readonly Interval[]): readonly Lines[] {
  return columns
    .map(({ from, to }) => strip.filter(({ left, right }) => left >= from && right <= to))
    .filter((cell) => cell.length > 0);
}
