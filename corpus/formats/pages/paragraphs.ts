/** Joins the rows of a column to paragraphs. */

import { measureColumn, minIndent, rightEdge } from "./column-edges.ts";
import type { Row } from "./row.ts";
import { beginsParagraph } from "./row-breaks.ts";

export interface Paragraph {
  /** At least one. */
  readonly rows: readonly [Row, ...Row[]];
  /** White between the column's edge and its first row, in the page's unit. */
  readonly insetLeft: number;
  /** White behind its last row. */
  readonly insetRight: number;
  /** Whether its first row stands further in than its others or its neighbours. */
  readonly isIndented: boolean;
}

/** @param rows of one column, from top to bottom */
export function toParagraphs(rows: readonly Row[], bodySize: number): readonly Paragraph[] {
  const column = measureColumn(rows);
  const groups: [Row, ...Row[]][] = [];
  for (const [index, row] of rows.entries()) {
    const group = groups.at(-1);
    if (group === undefined || beginsParagraph(column, index, group, bodySize)) groups.push([row]);
    else group.push(row);
  }
  let end = -1;
  return groups.map((group, index) => {
    end += group.length;
    const last = group.at(-1) ?? group[0];
    return {
      rows: group,
      insetLeft: group[0].left - column.left,
      insetRight: Math.max(0, rightEdge(column, end) - last.right),
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
