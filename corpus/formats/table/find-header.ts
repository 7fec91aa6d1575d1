/** Finds the rows of a table that name its columns. */

import { visibleText } from "../../text/visible-text.ts";
import { impliedAreas } from "./implied-areas.ts";
import { type MergedArea, maxColumns, type TableCell, type TableRow } from "./table.ts";

/** Titles, units and dates above a header take no more rows than this. */
const maxRowsAbove = 10;
/** Rows that tell how wide a table is, and whether a column repeats its name. */
const sampledRows = 50;
const maxLabelLength = 40;
const maxHeaderRows = 4;
/** Of the columns, a header names at least so many, with names of their own. */
const namedShare = 0.5;
const ownNameShare = 0.8;
/** Of the names, at most so many are bare numbers or days; years and months are names. */
const numberShare = 0.3;

const number = /^[-+−]?[¥$€£]?\d[\d,，. ]*[%％‰]?$/u;
const calendarDate = /^\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:\s.*)?$/u;
const period = /^(?:19|20)\d{2}年?(?:[-/.]?\d{1,2}月?)?$/u;
const sentenceMark = /[。！？!?；;]/u;

export interface TableParts {
  /** Titles, units and the like, from the top down. */
  readonly above: readonly TableRow[];
  /** The rows that name the columns; empty where none does. */
  readonly header: readonly TableRow[];
  /** Name of each column that has one. */
  readonly labels: ReadonlyMap<number, string>;
  readonly body: readonly TableRow[];
}

export interface FindHeaderOptions {
  readonly merged: readonly MergedArea[];
  /** Whether names must stand over numbers: in a form the first row is one of pairs. */
  readonly needsProof: boolean;
}

/** The first wide row, where it looks like names and not like one more row of data. */
export function findHeader(rows: readonly TableRow[], options: FindHeaderOptions): TableParts {
  const width = tableWidth(rows);
  const top = rows.slice(0, maxRowsAbove + 1).findIndex((row) => isWide(row, width));
  const header = rows[top];
  if (header === undefined) return { above: [], header: [], labels: new Map(), body: rows };
  const above = rows.slice(0, top);
  const next = rows[top + 1];
  const implied = next === undefined || options.merged.length > 0 ? [] : impliedAreas(header, next);
  const merged = [...options.merged, ...implied];
  const depth = headerDepth(rows, top, merged);
  const headerRows = rows.slice(top, top + depth);
  const body = rows.slice(top + depth);
  const labels = columnLabels(headerRows, merged);
  const isHeader =
    body.length > 0 &&
    looksLikeNames(headerRows, labels, width) &&
    !repeats(labels, body) &&
    (!options.needsProof || standsOverNumbers(labels, body));
  return isHeader
    ? { above, header: headerRows, labels, body }
    : { above, header: [], labels: new Map(), body: rows.slice(top) };
}

/** Most cells that any of the first rows has. */
export function tableWidth(rows: readonly TableRow[]): number {
  return rows.slice(0, sampledRows).reduce((width, row) => Math.max(width, row.cells.length), 0);
}

/** A single cell names no columns, nor do a few cells over many. */
function isWide({ cells }: TableRow, width: number): boolean {
  return cells.length > 1 && cells.length >= width * namedShare;
}

/** Rows of names: as far down as a name reaches, and one more below a name over several columns. */
function headerDepth(
  rows: readonly TableRow[],
  top: number,
  merged: readonly MergedArea[],
): number {
  const header = rows[top];
  const next = rows[top + 1];
  if (header === undefined || next === undefined) return 1;
  const starting = merged.filter(({ firstRow }) => firstRow === header.row);
  const lastRow = starting.reduce((last, area) => Math.max(last, area.lastRow), header.row);
  const reached = rows.slice(top, top + maxHeaderRows + 1).findIndex(({ row }) => row > lastRow);
  // What reaches further down is a value.
  const depth = reached === -1 ? 1 : reached;
  const isDivided = starting.some(
    ({ firstColumn, lastColumn }) =>
      lastColumn > firstColumn &&
      next.cells.some(({ column }) => column > firstColumn && column <= lastColumn),
  );
  return isDivided && depth === 1 && next.cells.every(isName) ? 2 : depth;
}

/** `2023年` over `人口` and `面积` names the columns `2023年人口` and `2023年面积`. */
function columnLabels(
  headerRows: readonly TableRow[],
  merged: readonly MergedArea[],
): ReadonlyMap<number, string> {
  const parts = new Map<number, string[]>();
  for (const { row, cells } of headerRows) {
    const starting = merged.filter(({ firstRow }) => firstRow === row);
    const lastColumns = new Map(starting.map((area) => [area.firstColumn, area.lastColumn]));
    for (const [index, { column, text }] of cells.entries()) {
      // Only over names of its own may a name reach beyond its column.
      const reach = headerRows.length === 1 ? column : (lastColumns.get(column) ?? column);
      const end = Math.min(reach, (cells[index + 1]?.column ?? maxColumns) - 1);
      for (let at = column; at <= end; at += 1) {
        const known = parts.get(at) ?? [];
        if (known.at(-1) !== text) parts.set(at, [...known, text]);
      }
    }
  }
  return new Map(
    [...parts].map(([column, texts]) => [
      column,
      visibleText(texts.join("\n")).replace(/\s*[:：]$/u, ""),
    ]),
  );
}

function looksLikeNames(
  headerRows: readonly TableRow[],
  labels: ReadonlyMap<number, string>,
  width: number,
): boolean {
  const names = [...labels.values()];
  const numbers = names.filter((name) => isNumber(name) && !period.test(name)).length;
  return (
    names.length >= width * namedShare &&
    names.every((name) => name.length <= maxLabelLength && !sentenceMark.test(name)) &&
    new Set(names).size >= names.length * ownNameShare &&
    numbers <= names.length * numberShare &&
    headerRows.some(({ cells }) => cells.some(isName))
  );
}

function isName({ text }: TableCell): boolean {
  return !isNumber(text);
}

function isNumber(text: string): boolean {
  return number.test(text) || calendarDate.test(text);
}

/** Whether a name stands in its own column again, in a row that does not repeat the header. */
function repeats(labels: ReadonlyMap<number, string>, body: readonly TableRow[]): boolean {
  return body.slice(0, sampledRows).some(({ cells }) => {
    const same = cells.filter(
      ({ column, text }) => labels.get(column) === visibleText(text),
    ).length;
    return same > 0 && same < cells.length;
  });
}

/** Whether below a name all values are numbers, at least two. */
function standsOverNumbers(
  labels: ReadonlyMap<number, string>,
  body: readonly TableRow[],
): boolean {
  const values = body.slice(0, sampledRows).flatMap(({ cells }) => cells);
  return [...labels].some(([column, name]) => {
    const below = values.filter((cell) => cell.column === column);
    return below.length > 1 && !isNumber(name) && below.every(({ text }) => isNumber(text));
  });
}
