/** Finds the white between columns inside boxes that run over it. */

import type { Placement } from "./inked-line.ts";
import type { Stretch } from "./measure-ink.ts";

/** A line on the levelled page. */
export interface PlacedLine extends Placement {
  /** White between its letters, from left to right. */
  readonly gaps: readonly Stretch[];
}

/** All in heights of a usual line. A gutter of print is at least a character wide. */
const minGutter = 0.75;
/** The next row stands at most so far below the middle of the last. */
const maxRowDistance = 2.6;
/** How far from the white a line may end or begin that stands beside it: room for an indent. */
const maxBeside = 2.5;
/** Less wide lines are single letters or specks, which stand in the white now and then. */
const minWidth = 1.2;
/** White that so many rows leave at one place is no accident. */
const minRows = 4;

/**
 * For each line which of its gaps are white between columns; none for most lines.
 *
 * White counts as such where the rows above and below leave it too, be it within a box or between
 * two.
 *
 * @returns indices into the line's gaps, ascending
 */
export function findGutters(lines: readonly PlacedLine[]): readonly (readonly number[])[] {
  const ordered = lines.toSorted((one, other) => middleOf(one) - middleOf(other));
  const reversed = ordered.toReversed();
  const height = usualHeight(lines);
  return lines.map((line) =>
    line.gaps.flatMap((gap, index) => {
      if (lengthOf(gap) < minGutter * height) return [];
      const below = follow(ordered, line, { gap, height });
      const above = follow(reversed, line, { gap: below.white, height });
      return 1 + below.rows + above.rows >= minRows ? [index] : [];
    }),
  );
}

/** How many of the next rows leave the same white, and the white common to all. */
function follow(
  ordered: readonly PlacedLine[],
  line: PlacedLine,
  { gap, height }: { readonly gap: Stretch; readonly height: number },
): { readonly white: Stretch; readonly rows: number } {
  let white = gap;
  let rows = 0;
  let last = middleOf(line);
  for (const next of ordered.slice(ordered.indexOf(line) + 1)) {
    if (next.right - next.left < minWidth * height) continue;
    const distance = Math.abs(middleOf(next) - last);
    if (distance > maxRowDistance * height) break;
    const reach = maxBeside * height;
    if (next.left > white.to + reach || next.right < white.from - reach) continue;
    const common = widestCommon(freeOf(next), white);
    if (lengthOf(common) < minGutter * height) break;
    white = common;
    // Two boxes on both sides of the white are one row.
    if (distance > height / 2) rows += 1;
    last = middleOf(next);
  }
  return { white, rows };
}

/** All white in the row of a line. */
function freeOf({ left, right, gaps }: PlacedLine): readonly Stretch[] {
  return [
    { from: Number.NEGATIVE_INFINITY, to: left },
    ...gaps,
    { from: right, to: Number.POSITIVE_INFINITY },
  ];
}

function widestCommon(gaps: readonly Stretch[], white: Stretch): Stretch {
  let widest: Stretch = { from: white.from, to: white.from };
  for (const gap of gaps) {
    const common = { from: Math.max(gap.from, white.from), to: Math.min(gap.to, white.to) };
    if (lengthOf(common) > lengthOf(widest)) widest = common;
  }
  return widest;
}

/** Of a line; a line that two crooked columns share comes out too high to be measured by itself. */
function usualHeight(lines: readonly PlacedLine[]): number {
  const heights = lines.map(({ top, bottom }) => bottom - top);
  return heights.sort((one, other) => one - other)[heights.length >> 1] ?? 0;
}

function middleOf({ top, bottom }: PlacedLine): number {
  return (top + bottom) / 2;
}

function lengthOf({ from, to }: Stretch): number {
  return to - from;
}
