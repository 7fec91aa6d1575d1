/** Finds the columns of cells that markup only lists, where some reach over others' places. */

import { maxColumns, type MergedArea, type Table, tableRow, type TableRow } from "./table.ts";

/** More columns or rows than a cell can really span. */
const maxSpan = 1000;

export interface ListedCell {
  readonly text: string;
  /** How many columns and rows it says to take. */
  readonly columns: number;
  readonly rows: number;
}

/** Each cell in the first column that no cell before or above it takes; rows count from 1. */
export function placeCells(listed: readonly (readonly ListedCell[])[]): Table {
  const rows: TableRow[] = [];
  const merged: MergedArea[] = [];
  /** Last row that a cell from above fills, by column. */
  const filledUntil = new Map<number, number>();
  for (const [index, cells] of listed.entries()) {
    const row = index + 1;
    const texts: string[] = [];
    let column = 0;
    for (const cell of cells) {
      while ((filledUntil.get(column) ?? 0) >= row) column += 1;
      if (column >= maxColumns) break;
      texts[column] = cell.text;
      const lastColumn = column + spanOf(cell.columns) - 1;
      const lastRow = row + spanOf(cell.rows) - 1;
      if (lastColumn > column || lastRow > row) {
        merged.push({ firstRow: row, lastRow, firstColumn: column, lastColumn });
      }
      for (; column <= lastColumn; column += 1) filledUntil.set(column, lastRow);
    }
    const filled = tableRow(
      row,
      Array.from(texts, (text) => text ?? ""),
    );
    if (filled !== undefined) rows.push(filled);
  }
  return { rows, merged };
}

function spanOf(told: number): number {
  return Number.isInteger(told) ? Math.min(Math.max(told, 1), maxSpan) : 1;
}
