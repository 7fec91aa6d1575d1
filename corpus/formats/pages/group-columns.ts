/** Keeps columns together that stand under one title, before columns beside them are told apart. */

import type { Lines } from "./lines.ts";

/** More columns side by side are a table. */
const maxColumns = 12;

/**
 * The columns from left to right, those under a title of theirs as one.
 *
 * @param hasTitle whether a title stands above these columns, in their middle
 */
export function groupColumns(
  columns: readonly Lines[],
  hasTitle: (lines: Lines) => boolean,
): readonly Lines[] {
  if (columns.length > maxColumns) return columns;
  const groups: Lines[] = [];
  let from = 0;
  while (from < columns.length) {
    let to = columns.length;
    // A title over all columns is cut off before.
    if (from === 0) to -= 1;
    while (to > from + 1 && !hasTitle(columns.slice(from, to).flat())) to -= 1;
    groups.push(columns.slice(from, Math.max(to, from + 1)).flat());
    from = Math.max(to, from + 1);
  }
  return groups;
}
