/** Measures the white above a row, where a picture may stand. */

import { topOf } from "./lines.ts";
import type { PageLine } from "./page.ts";

/** From a row to the white between it and what stands above it on the page, in the page's unit. */
export function createWhiteAbove(lines: readonly PageLine[]): (row: PageLine) => number {
  const top = topOf(lines);
  return (row) => {
    let bottom = top;
    for (const line of lines) {
      const isAbove = line.bottom <= row.top + (row.bottom - row.top) / 2;
      const isBeside = line.left < row.right && line.right > row.left;
      if (isAbove && isBeside) bottom = Math.max(bottom, line.bottom);
    }
    return row.top - bottom;
  };
}
