/** Finds short headings that stand over several columns without touching all of them. */

import { coverage, type Interval, unite } from "./coverage.ts";
import { bottomOf, leftOf, type Lines, minGutter, rightOf, topOf } from "./lines.ts";

/** How far from the middle a centred line may be, as a share of the columns' width. */
const centreTolerance = 0.03;
/** A title may lack a dash that was not recognised. */
const centreToleranceOfTitle = 0.1;
/** A line that fills more of its column is text. */
const maxFilled = 0.9;
/** In type sizes of the body: white above a heading that cuts through all columns. */
const maxWhite = 3;
/** Boxes of neighbouring rows overlap by less. */
const slack = 0.3;

/**
 * The strips between them and they themselves, from top to bottom.
 *
 * @param strips from top to bottom, with white over the whole width between
 * @param isTitle whether a line is set in a title's type
 */
export function cutAtCrossHeadings(
  strips: readonly Lines[],
  bodySize: number,
  isTitle: (line: Lines[number]) => boolean,
): readonly Lines[] {
  const gutter = minGutter * bodySize;
  const below = coverageBelow(strips, gutter);
  const lines = strips.flat();
  const parts: Lines[][] = [[]];
  let isOpening = true;
  for (const [index, strip] of strips.entries()) {
    const columns = below[index] ?? [];
    const isOne = columns.length > 1 && coverage(strip, gutter).length === 1;
    const isCross: boolean =
      isOne &&
      (isOpening
        ? isCentred(strip, lines, strip.every(isTitle)) && isShortIn(strip, columns)
        : strip.every(isTitle) && reachesThrough(strip, lines, columns, bodySize));
    isOpening &&= isCross;
    if (isCross) parts.push([strip], []);
    else parts.at(-1)?.push(strip);
  }
  return parts.map((part) => part.flat()).filter((part) => part.length > 0);
}

/** Whether a title alone stands above several columns, in their middle. */
export function hasOpeningTitle(
  strips: readonly Lines[],
  bodySize: number,
  isTitle: (line: Lines[number]) => boolean,
): boolean {
  const [strip, ...others] = strips;
  if (strip === undefined || !strip.every(isTitle)) return false;
  const gutter = minGutter * bodySize;
  const columns = coverage(others.flat(), gutter);
  const isOne = columns.length > 1 && coverage(strip, gutter).length === 1;
  return isOne && isCentred(strip, strips.flat(), true) && isShortIn(strip, columns);
}

function isCentred(strip: Lines, lines: Lines, isTitle: boolean): boolean {
  const offset = (leftOf(strip) + rightOf(strip) - leftOf(lines) - rightOf(lines)) / 2;
  const tolerance = isTitle ? centreToleranceOfTitle : centreTolerance;
  return Math.abs(offset) <= tolerance * (rightOf(lines) - leftOf(lines));
}

/** For each strip what all strips below it cover. */
function coverageBelow(strips: readonly Lines[], gutter: number): readonly (readonly Interval[])[] {
  const below: (readonly Interval[])[] = [];
  let covered: readonly Interval[] = [];
  for (const strip of strips.toReversed()) {
    below.push(covered);
    covered = unite([...covered, ...coverage(strip, gutter)], gutter);
  }
  return below.toReversed();
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

function isIn({ left, right }: Extent, column: Interval): boolean {
  return left < column.to && right > column.from;
}

/** Whether the strip is not a row of one column's text. */
function isShortIn(strip: Lines, columns: readonly Interval[]): boolean {
  const left = leftOf(strip);
  const right = rightOf(strip);
  const own = columns.filter((column) => isIn({ left, right }, column));
  return own.every(({ from, to }) => own.length > 1 || right - left < maxFilled * (to - from));
}

/**
 * Whether every other column begins anew below at the heading's own text, and goes on until close
 * above; the last one may be shorter.
 */
function reachesThrough(
  strip: Lines,
  lines: Lines,
  columns: readonly Interval[],
  bodySize: number,
): boolean {
  const heading = { left: leftOf(strip), right: rightOf(strip) };
  const top = topOf(strip);
  const bottom = bottomOf(strip);
  const starts = columns.map((column) =>
    topOf(lines.filter((line) => isIn(line, column) && line.top >= bottom - slack * bodySize)),
  );
  const own = Math.min(...starts.filter((_, index) => isOwn(columns[index])));
  function isOwn(column: Interval | undefined): boolean {
    return column !== undefined && isIn(heading, column);
  }
  return columns.every((column, index) => {
    if (isOwn(column)) return true;
    const above = lines.filter(
      (line) => isIn(line, column) && line.bottom <= top + slack * bodySize,
    );
    const white = top - bottomOf(above);
    const isLast = index === columns.length - 1;
    const isAligned = Math.abs((starts[index] ?? 0) - own) <= bodySize;
    return isAligned && white <= (isLast ? Number.MAX_VALUE : maxWhite * bodySize);
  });
}
