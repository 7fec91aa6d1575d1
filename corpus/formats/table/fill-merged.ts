/** Gives every row of a cell that spans several the text of that cell. */

import type { Table, TableCell, TableRow } from "./table.ts";

/** A real table stays far below; a hostile one shall not be filled for hours. */
const maxFilledCells = 1_000_000;

/** The rows with such cells filled downwards; empty cells beside a wide one stay empty. */
export function fillMerged({ rows, merged }: Table): readonly TableRow[] {
  const columnsOf = new Map(rows.map(({ row, cells }) => [row, columnMap(cells)]));
  const rowNumbers = rows.map(({ row }) => row);
  let filled = 0;
  for (const area of merged) {
    const text = columnsOf.get(area.firstRow)?.get(area.firstColumn);
    if (text === undefined) continue;
    for (let at = firstAbove(rowNumbers, area.firstRow); filled < maxFilledCells; at += 1) {
      const row = rowNumbers[at];
      if (row === undefined || row > area.lastRow) break;
      columnsOf.get(row)?.set(area.firstColumn, text);
      filled += 1;
    }
  }
  if (filled === 0) return rows;
  return rows.map(({ row }) => ({ row, cells: cellsOf(columnsOf.get(row)) }));
}

function columnMap(cells: readonly TableCell[]): Map<number, string> {
  return new Map(cells.map(({ column, text }) => [column, text]));
}

function cellsOf(columns: ReadonlyMap<number, string> = new Map()): readonly TableCell[] {
  return [...columns]
    .map(([column, text]) => ({ column, text }))
    .sort((one, other) => one.column - other.column);
}

/** Index of the first number above the value. */
function firstAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
