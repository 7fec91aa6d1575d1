/** Finds captions of pictures that columns flow around, which would else cut through the columns. */

import { photoCreditLength } from "../../articles/byline.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { bottomOf, type Lines, smallRatio, topOf } from "./lines.ts";

/** All in type sizes of the body. */
const minPicture = 3;
const maxRowGap = 1;
const minIndent = 0.8;

/**
 * Indices of the strips that are captions with a picture above and text above and below.
 *
 * @param strips from top to bottom, with white over the whole width between
 */
export function findFloatingCaptions(
  strips: readonly Lines[],
  bodySize: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 1; index < strips.length - 1; index += 1) {
    const strip = strips[index] ?? [];
    const white = topOf(strip) - bottomOf(strips[index - 1] ?? []);
    const isUnderPicture = white >= minPicture * bodySize;
    const goesOn = found.has(index - 1) && white <= maxRowGap * bodySize;
    if ((isUnderPicture || goesOn) && isCaption(strip, bodySize)) found.add(index);
  }
  return found;
}

function isCaption(strip: Lines, bodySize: number): boolean {
  const text = strip.map((line) => line.text).join(" ");
  return (
    strip.every(({ typeSize }) => typeSize <= smallRatio * bodySize) || photoCreditLength(text) > 0
  );
}

/**
 * Whether a column's text shows that it stops at a picture: it breaks off above, and a new
 * paragraph begins below.
 */
export function stopsAt(column: Lines, top: number, bodySize: number): boolean {
  const ordered = column.toSorted((one, other) => one.top - other.top);
  const above = ordered.findLast((line) => line.top < top);
  const [first, second] = ordered.filter((line) => line.top >= top);
  if (above === undefined || first === undefined || second === undefined) return false;
  return !endsComplete(above.text) && first.left - second.left >= minIndent * bodySize;
}
