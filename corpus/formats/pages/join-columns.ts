/** Reads on beside a box: text that flows around one under another title is read before that title. */

import type { Lines } from "./lines.ts";
import { topOf } from "./lines.ts";

/**
 * The columns' parts in reading order, left to right. Where text stands over a title that spans
 * several columns, and text without a title stands beside, both are one article's, and the title
 * begins a box of its own.
 *
 * @param columns each with its parts in order
 */
export function joinColumns(
  columns: readonly (readonly Lines[])[],
  isTitle: (line: Lines[number]) => boolean,
): readonly Lines[] {
  const joined: Lines[] = [];
  let boxes: Lines[] = [];
  for (const parts of columns) {
    const [first] = parts;
    if (first !== undefined && beginsWithTitle(first, isTitle)) {
      joined.push(...boxes, ...parts);
      boxes = [];
      continue;
    }
    // Titles that stand in one column only are in one part with its text.
    const box = parts.findIndex((part) => part.every(isTitle));
    joined.push(...(box === -1 ? parts : parts.slice(0, box)));
    if (box !== -1) boxes.push(...parts.slice(box));
  }
  return [...joined, ...boxes];
}

function beginsWithTitle(lines: Lines, isTitle: (line: Lines[number]) => boolean): boolean {
  const top = topOf(lines);
  return lines.some((line) => line.top === top && isTitle(line));
}
