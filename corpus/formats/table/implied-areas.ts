/** Finds the merged cells of a header in tables kept as text, which lose them. */

import type { MergedArea, TableRow } from "./table.ts";

/**
 * The names that reach over the gap to their right, where the next row fills just these gaps with
 * names of its own; none where it does anything else.
 */
export function impliedAreas(header: TableRow, next: TableRow): readonly MergedArea[] {
  const filled = new Set(next.cells.map(({ column }) => column));
  const lastColumn = Math.max(...[header, next].map(({ cells }) => cells.at(-1)?.column ?? 0));
  const areas: MergedArea[] = [];
  let explained = 0;
  for (const [index, { column }] of header.cells.entries()) {
    const end = (header.cells[index + 1]?.column ?? lastColumn + 1) - 1;
    if (end === column) continue;
    for (let at = column; at <= end; at += 1) if (!filled.has(at)) return [];
    explained += end - column + 1;
    areas.push({
      firstRow: header.row,
      lastRow: header.row,
      firstColumn: column,
      lastColumn: end,
    });
  }
  return explained === filled.size ? areas : [];
}
