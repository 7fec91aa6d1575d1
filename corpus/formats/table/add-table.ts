/** Puts a table into words: each row reads as a sentence with the names of its columns. */

import { hasHan } from "../../text/characters.ts";
import { singleBlanks } from "../../text/blank-runs.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Place } from "../../place.ts";
import type { TextBuilder } from "../text-builder.ts";
import { fillMerged } from "./fill-merged.ts";
import { findHeader, tableWidth } from "./find-header.ts";
import type { Table, TableCell, TableRow } from "./table.ts";

/** A longer row is cut into several, each of which names its subject, the row's first cell. */
const maxRowLength = 400;
/** Of a row that is cut, longer cells are texts of their own. */
const maxValueLength = 120;
/** A longer line above a table is no title. */
const maxTitleLength = 60;
/** A cell alone in a row of so many columns is a remark on the table. */
const widthOfRemarks = 3;
/** Rows that tell whether a table is Chinese. */
const sampledRows = 20;

export interface AddTableOptions {
  /** Where a row stands, for tables that are looked up by rows. */
  readonly placeOf?: (row: number) => Place;
  /** Of the heading that the title above a table becomes; without it, the title is a row. */
  readonly titleLevel?: number;
  /** Whether the first row must differ from the others to name the columns; default false. */
  readonly needsProof?: boolean;
}

/**
 * `镇名：青石镇；人口：12000` for each row, in Latin tables `Town: Lakeside; Population: 12000`, and
 * `青石镇 | 12000` where no row names the columns. A title above becomes a heading.
 */
export function addTable(builder: TextBuilder, table: Table, options: AddTableOptions = {}): void {
  const rows = fillMerged(table);
  const { needsProof = false, titleLevel } = options;
  const { above, header, labels, body } = findHeader(rows, { merged: table.merged, needsProof });
  const width = tableWidth(rows);
  const style = styleOf(labels, rows);
  const placeOf = ({ row }: TableRow): Place | undefined => options.placeOf?.(row);

  for (const [at, row] of above.entries()) {
    const text = plainRow(row);
    const isLone = row.cells.length === 1;
    if (at === 0 && isLone && titleLevel !== undefined && isTitle(text)) {
      builder.addHeading(titleLevel, text, placeOf(row));
    } else if (isLone) addRemark(builder, text, placeOf(row));
    else builder.add("table-row", text, placeOf(row));
  }
  for (const row of header) builder.drop(plainRow(row), "names of columns");
  for (const row of body) {
    const [only, ...others] = row.cells;
    if (isHeaderAgain(row, labels)) builder.drop(plainRow(row), "names of columns");
    else if (only !== undefined && others.length === 0 && isRemark(width)) {
      addRemark(builder, only.text, placeOf(row));
    } else addRow(builder, row, style, placeOf(row));
  }
}

function isTitle(text: string): boolean {
  return text.length <= maxTitleLength && !/[。！？]/u.test(text);
}

/** A lone cell; where the table has no second column, it is a text of lines. */
function isRemark(width: number): boolean {
  return width === 1 || width >= widthOfRemarks;
}

interface RowStyle {
  readonly labels: ReadonlyMap<number, string>;
  readonly colon: string;
  readonly separator: string;
}

function styleOf(labels: ReadonlyMap<number, string>, rows: readonly TableRow[]): RowStyle {
  const sample = rows.slice(0, sampledRows).flatMap(({ cells }) => cells.map(({ text }) => text));
  const isChinese = hasHan(sample.join(""));
  if (labels.size === 0) return { labels, colon: "", separator: " | " };
  return isChinese
    ? { labels, colon: "：", separator: "；" }
    : { labels, colon: ": ", separator: "; " };
}

function isHeaderAgain({ cells }: TableRow, labels: ReadonlyMap<number, string>): boolean {
  return cells.every(({ column, text }) => labels.get(column) === visibleText(text));
}

function addRow(
  builder: TextBuilder,
  row: TableRow,
  style: RowStyle,
  place: Place | undefined,
): void {
  const whole = joinRow(row, style);
  if (whole.length <= maxRowLength) {
    builder.add("table-row", whole, place);
    return;
  }
  const values = row.cells.filter(({ text }) => text.length <= maxValueLength);
  for (const part of cutRow(values, style)) builder.add("table-row", part, place);
  for (const cell of row.cells) {
    if (cell.text.length > maxValueLength)
      addLines(builder, withLabel(cell, style, cell.text), place);
  }
}

/** Parts of a row, each of which begins with the row's first value. */
function cutRow(cells: readonly TableCell[], style: RowStyle): readonly string[] {
  const [lead = "", ...pairs] = cells.map((cell) => pairText(cell, style));
  const parts: string[] = [];
  let open = lead;
  for (const pair of pairs) {
    const longer = `${open}${style.separator}${pair}`;
    if (longer.length <= maxRowLength || open === lead) open = longer;
    else {
      parts.push(open);
      open = `${lead}${style.separator}${pair}`;
    }
  }
  return open === "" ? parts : [...parts, open];
}

/** `单位：万元` is part of the table; what is no pair of words reads as text. */
function addRemark(builder: TextBuilder, text: string, place: Place | undefined): void {
  const isPair = text.length <= maxValueLength && /[^：:][：:]./u.test(text);
  if (isPair) builder.add("table-row", visibleText(text), place);
  else addLines(builder, text, place);
}

/** A long text of several lines, each a paragraph. */
function addLines(builder: TextBuilder, text: string, place: Place | undefined): void {
  for (const line of text.split("\n")) builder.add("paragraph", visibleText(line), place);
}

function plainRow({ cells }: TableRow): string {
  return cells.map(({ text }) => visibleText(text)).join(" | ");
}

function joinRow({ cells }: TableRow, style: RowStyle): string {
  return cells.map((cell) => pairText(cell, style)).join(style.separator);
}

function pairText(cell: TableCell, style: RowStyle): string {
  // A line break in a cell parts its words, also Chinese ones.
  return withLabel(cell, style, singleBlanks(cell.text));
}

function withLabel({ column }: TableCell, { labels, colon }: RowStyle, text: string): string {
  const label = labels.get(column);
  return label === undefined ? text : `${label}${colon}${text}`;
}
