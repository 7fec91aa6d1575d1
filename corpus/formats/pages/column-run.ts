/** Finds the stretch of a page that stands in columns, between what spans them above and below. */

import { coverage, gapsOf, type Interval } from "./coverage.ts";
import { bottomOf, leftOf, type Lines, minGutter, rightOf, topOf } from "./lines.ts";

/** All in type sizes of the body. */
const lowHeight = 4;
const minGutterOfLow = 2.5;
/** White that parts a stretch's ragged ends from it. */
const minWhite = 1.5;
/** Whites nearer to each other are the same. */
const bucket = 0.5;
/** Most pages have fewer than ten places where columns may part. */
const maxCandidates = 40;

/** Indices of strips, the last not included. */
export interface StripRange {
  readonly from: number;
  readonly to: number;
}

interface Strip {
  readonly lines: Lines;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly gaps: readonly Interval[];
}

/**
 * The longest run of strips that leave one channel white from top to bottom and have text on both
 * its sides; undefined where none is long enough.
 *
 * @param strips from top to bottom, with white over the whole width between
 */
export function findColumnRun(
  strips: readonly Lines[],
  bodySize: number,
  isTitle: (line: Lines[number]) => boolean,
): StripRange | undefined {
  const measured = strips.map((lines) => ({
    lines,
    top: topOf(lines),
    bottom: bottomOf(lines),
    left: leftOf(lines),
    right: rightOf(lines),
    gaps: gapsOf(coverage(lines, minGutter * bodySize)),
  }));
  let best: StripRange | undefined;
  let bestHeight = 0;
  for (const x of candidates(measured, bodySize)) {
    for (const run of runsBeside(measured, x)) {
      const trimmed = trim(measured, run, x, { bodySize, isTitle });
      const height = heightOf(measured, trimmed, x);
      if (height <= bestHeight || !isRoomy(measured, trimmed, x, bodySize)) continue;
      best = trimmed;
      bestHeight = height;
    }
  }
  return best;
}

/** Where columns may part, those with most white first. */
function candidates(strips: readonly Strip[], bodySize: number): readonly number[] {
  const heights = new Map<number, number>();
  for (const { gaps, top, bottom } of strips) {
    for (const { from, to } of gaps) {
      const place = Math.round((from + to) / 2 / (bucket * bodySize));
      heights.set(place, (heights.get(place) ?? 0) + bottom - top);
    }
  }
  return [...heights]
    .sort(([, one], [, other]) => other - one)
    .slice(0, maxCandidates)
    .map(([place]) => place * bucket * bodySize);
}

function runsBeside(strips: readonly Strip[], x: number): readonly StripRange[] {
  const runs: StripRange[] = [];
  let from = 0;
  for (let index = 0; index <= strips.length; index += 1) {
    const strip = strips[index];
    if (strip !== undefined && sideOf(strip, x) !== "across") continue;
    if (index > from) runs.push({ from, to: index });
    from = index + 1;
  }
  return runs;
}

type Side = "left" | "right" | "both" | "across";

function sideOf({ left, right, gaps }: Strip, x: number): Side {
  if (right <= x) return "left";
  if (left >= x) return "right";
  return gaps.some(({ from, to }) => from < x && x < to) ? "both" : "across";
}

interface Marks {
  readonly bodySize: number;
  readonly isTitle: (line: Lines[number]) => boolean;
}

/** Without one-sided ends that stand off, or nearer to what spans the columns than to them. */
function trim(
  strips: readonly Strip[],
  { from, to }: StripRange,
  x: number,
  { bodySize, isTitle }: Marks,
): StripRange {
  const sides = strips.slice(from, to).map((strip) => sideOf(strip, x));
  const first = from + sides.indexOf("both");
  const last = from + sides.lastIndexOf("both");
  if (first < from) return { from, to: from };

  let start = from;
  for (let index = first - 1; index >= from; index -= 1) {
    const white = whiteBelow(strips, index);
    const isNearerAbove = white > whiteBelow(strips, index - 1) && index === from;
    if (sides[index - from] !== "left") continue;
    if (white >= minWhite * bodySize || isNearerAbove || isTitleStrip(strips[index], isTitle)) {
      start = index + 1;
      break;
    }
  }
  let end = to;
  for (let index = last + 1; index < to; index += 1) {
    const white = whiteBelow(strips, index - 1);
    const isNearerBelow = white > whiteBelow(strips, index) && index === to - 1;
    if (white >= minWhite * bodySize || isNearerBelow || isTitleStrip(strips[index], isTitle)) {
      end = index;
      break;
    }
  }
  return { from: start, to: end };
}

function isTitleStrip(
  strip: Strip | undefined,
  isTitle: (line: Lines[number]) => boolean,
): boolean {
  return strip?.lines.every(isTitle) === true;
}

/** White between a strip and the next, endless at the region's edges. */
function whiteBelow(strips: readonly Strip[], index: number): number {
  const above = strips[index];
  const below = strips[index + 1];
  return above === undefined || below === undefined
    ? Number.POSITIVE_INFINITY
    : below.top - above.bottom;
}

/** From the first strip with text on both sides to the last one. */
function heightOf(strips: readonly Strip[], { from, to }: StripRange, x: number): number {
  const both = strips.slice(from, to).filter((strip) => sideOf(strip, x) === "both");
  const first = both[0];
  const last = both.at(-1);
  return first === undefined || last === undefined ? 0 : last.bottom - first.top;
}

/** Whether the channel is wide enough for its height: in few rows it may be a gap between words. */
function isRoomy(
  strips: readonly Strip[],
  { from, to }: StripRange,
  x: number,
  bodySize: number,
): boolean {
  const lines = strips.slice(from, to).flatMap((strip) => strip.lines);
  const left = lines.reduce(
    (most, line) => (line.right <= x ? Math.max(most, line.right) : most),
    0,
  );
  const right = lines.reduce(
    (least, line) => (line.left >= x ? Math.min(least, line.left) : least),
    Number.POSITIVE_INFINITY,
  );
  const isLow = bottomOf(lines) - topOf(lines) < lowHeight * bodySize;
  return right - left >= (isLow ? minGutterOfLow : minGutter) * bodySize;
}
