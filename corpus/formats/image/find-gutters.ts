/** Finds the white between columns inside boxes that run over it. */

import type { Placement } from "./inked-line.ts";
import type { Stretch } from "./measure-ink.ts";

/** A line on the levelled page. */
export interface PlacedLine extends Placement {
  /** White between its letters, from left to right. */
  readonly gaps: readonly Stretch[];
}

/** All in heights of a usual line. A gutter of print is hardly ever less wide than a character. */
const minGutter = 0.75;
/** The next row stands at most so far below the middle of the last. */
const maxRowDistance = 2.6;
/** How far from the white a line may end or begin that stands beside it: room for an indent. */
const maxBeside = 2.5;
/** Less wide lines are single letters or specks, which stand in the white now and then. */
const minWidth = 1.2;
const minColumnWidth = 3;
/** White that so many rows leave at one place is no accident, */
const minRows = 4;
/** but where it is no wider than behind a comma, commas may stand below one another. */
const wideGutter = 1;
const minRowsOfNarrow = 7;

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
      const rows = above.rows + below.rows - 1;
      const isWide = lengthOf(above.white) >= wideGutter * height;
      const columnWidth = Math.min(
        Math.max(above.widthLeft, below.widthLeft),
        Math.max(above.widthRight, below.widthRight),
      );
      const isGutter =
        rows >= (isWide ? minRows : minRowsOfNarrow) && columnWidth >= minColumnWidth * height;
      return isGutter ? [index] : [];
    }),
  );
}

interface Channel {
  readonly white: Stretch;
  readonly rows: number;
  /** Of the longest text on each side. */
  readonly widthLeft: number;
  readonly widthRight: number;
}

/** The white that a line and the rows behind it have in common, as far as it reaches. */
function follow(
  ordered: readonly PlacedLine[],
  line: PlacedLine,
  { gap, height }: { readonly gap: Stretch; readonly height: number },
): Channel {
  const reach = maxBeside * height;
  let channel: Channel = { white: gap, rows: 0, widthLeft: 0, widthRight: 0 };
  let last = Number.NEGATIVE_INFINITY;
  for (const next of ordered.slice(ordered.indexOf(line))) {
    if (next.right - next.left < minWidth * height) continue;
    const middle = middleOf(next);
    const distance = Math.abs(middle - last);
    if (channel.rows > 0 && distance > maxRowDistance * height) break;
    if (next.left > channel.white.to + reach || next.right < channel.white.from - reach) continue;
    const white = widestCommon(freeOf(next), channel.white);
    if (lengthOf(white) < minGutter * height) break;
    channel = {
      white,
      // Two lines on both sides of the white are one row.
      rows: distance > height / 2 ? channel.rows + 1 : channel.rows,
      widthLeft: Math.max(channel.widthLeft, Math.min(white.from, next.right) - next.left),
      widthRight: Math.max(channel.widthRight, next.right - Math.max(white.to, next.left)),
    };
    last = middle;
  }
  return channel;
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
