/** Reads one sheet of an Excel workbook: its cells as they are shown. */

import type { MergedArea, Table, TableCell, TableRow } from "./table.ts";
import { maxColumns } from "./table.ts";
import type { ShowNumber } from "./number-format.ts";
import { xmlAttribute, type XmlTag, xmlTags } from "../xml/xml-tags.ts";

/** As many as spreadsheets have. */
const maxRow = 1_048_576;

export interface ReadSheetOptions {
  /** Texts that cells name by their number. */
  readonly strings: readonly string[];
  /** Of the cell styles, by their number. */
  readonly formats: readonly ShowNumber[];
  /** Called for each row that has a cell; may throw. */
  readonly onRow: () => void;
}

/** Formulas count with their last result; errors and empty cells are left out. */
export function readSheet(source: string, { strings, formats, onRow }: ReadSheetOptions): Table {
  const rows: TableRow[] = [];
  const merged: MergedArea[] = [];
  let row = 0;
  let cells: TableCell[] = [];
  let cell: OpenCell | undefined;
  let isPhonetic = false;
  let isValue = false;

  function closeRow(): void {
    if (cells.length === 0) return;
    onRow();
    rows.push({ row, cells: cells.sort((one, other) => one.column - other.column) });
    cells = [];
  }

  for (const tag of xmlTags(source)) {
    const isOpen = tag.kind === "open";
    switch (tag.name) {
      case "row":
        closeRow();
        if (tag.kind !== "close") row = rowNumber(tag, row);
        break;
      case "c":
        if (cell !== undefined) {
          const text = cellText(cell, { strings, formats });
          if (text !== "") cells.push({ column: cell.column, text });
        }
        cell = isOpen ? openCell(tag, (cells.at(-1)?.column ?? -1) + 1) : undefined;
        break;
      case "rPh":
        isPhonetic = isOpen;
        break;
      case "v":
      case "t":
        isValue = isOpen && !isPhonetic;
        break;
      case "f":
        isValue = false;
        break;
      case "mergeCell":
        merged.push(...mergedArea(tag));
        break;
    }
    if (isValue && cell !== undefined) cell.value += tag.text;
  }
  closeRow();
  return { rows: rows.sort((one, other) => one.row - other.row), merged };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

function openCell(tag: XmlTag, nextColumn: number): OpenCell {
  const column = columnOf(xmlAttribute(tag, "r") ?? "") ?? nextColumn;
  return {
    column: Math.min(column, maxColumns - 1),
    type: xmlAttribute(tag, "t") ?? "n",
    style: Number(xmlAttribute(tag, "s") ?? 0),
    value: "",
  };
}

/** The number the row tells of itself where that goes on from the last one, else the next. */
function rowNumber(tag: XmlTag, last: number): number {
  const told = Number(xmlAttribute(tag, "r"));
  return Number.isInteger(told) && told > last && told <= maxRow ? told : last + 1;
}

function cellText(
  { type, style, value }: OpenCell,
  { strings, formats }: Pick<ReadSheetOptions, "strings" | "formats">,
): string {
  switch (type) {
    case "s":
      return (strings[Number(value)] ?? "").trim();
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "n": {
      const number = Number(value);
      if (value.trim() === "" || !Number.isFinite(number)) return "";
      return formats[style]?.(number) ?? String(number);
    }
    case "d":
      return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, "").replace("T", " ");
    default:
      return unescapeText(value).trim();
  }
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeText(text: string): string {
  return text.replace(/_x([\da-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** From 0; undefined where the reference names none. */
function columnOf(reference: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/u.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergedArea(tag: XmlTag): readonly MergedArea[] {
  const [first = "", last = ""] = (xmlAttribute(tag, "ref") ?? "").split(":");
  const firstColumn = columnOf(first);
  const lastColumn = columnOf(last);
  const firstRow = Number(/\d+$/u.exec(first)?.[0]);
  const lastRow = Number(/\d+$/u.exec(last)?.[0]);
  const isWhole = firstColumn !== undefined && lastColumn !== undefined && firstRow <= lastRow;
  return isWhole ? [{ firstRow, lastRow, firstColumn, lastColumn }] : [];
}
