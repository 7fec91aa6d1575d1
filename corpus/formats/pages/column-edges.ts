/** Measures a column of rows: where its edges are, also beside a picture, and how its rows stand. */

import { leftOf, rightOf } from "./lines.ts";
import { isSameSize } from "./page-type.ts";
import type { Row } from "./row.ts";

/** In type sizes: a row further in than this is indented. */
export const minIndent = 0.8;
const edgeTolerance = 0.7;
/** So many rows show an edge. */
const minRows = 2;
/** So many rows before and behind tell how far the column reaches beside one of them. */
const nearRows = 3;
/** Of these, so many full ones do; short rows of one width are fewer. */
const minFullRows = 4;

/** All measures in the page's unit. */
export interface Column {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly right: number;
  /** White between two rows of a paragraph. */
  readonly rowGap: number;
  /** Whether most rows begin at the column's edge, so that those further in begin something. */
  readonly indentsFirstRows: boolean;
}

/** @param rows from top to bottom */
export function measureColumn(rows: readonly Row[]): Column {
  const left = commonLeft(rows) ?? leftOf(rows);
  const atEdge = rows.filter((row) => row.left - left < minIndent * row.typeSize).length;
  const gaps = rows
    .flatMap((row, index) => {
      const above = rows[index - 1];
      const isBelow = above !== undefined && isSameSize(above.typeSize, row.typeSize);
      return isBelow ? [row.top - above.bottom] : [];
    })
    .toSorted((one, other) => one - other);
  return {
    rows,
    left,
    right: commonRight(rows, minRows) ?? rightOf(rows),
    rowGap: gaps[Math.floor((gaps.length - 1) / 2)] ?? 0,
    indentsFirstRows: atEdge * 2 > rows.length,
  };
}

/** How far the column reaches beside a row: less where a picture stands in it. */
export function rightEdge({ rows, right }: Column, index: number): number {
  const size = rows[index]?.typeSize ?? 0;
  const near = rows
    .slice(Math.max(0, index - nearRows), index + nearRows + 1)
    .filter((row) => isSameSize(row.typeSize, size));
  return commonRight(near, minFullRows) ?? right;
}

/** The furthest edge that so many rows reach. */
function commonRight(rows: readonly Row[], count: number): number | undefined {
  const ordered = rows.toSorted((one, other) => other.right - one.right);
  return ordered.find((row, index) => {
    const last = ordered[index + count - 1];
    return last !== undefined && row.right - last.right <= edgeTolerance * row.typeSize;
  })?.right;
}

function commonLeft(rows: readonly Row[]): number | undefined {
  const ordered = rows.toSorted((one, other) => one.left - other.left);
  return ordered.find((row, index) => {
    const last = ordered[index + minRows - 1];
    return last !== undefined && last.left - row.left <= edgeTolerance * row.typeSize;
  })?.left;
}
