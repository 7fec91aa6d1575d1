/** Tells where in a strip the letters are, and where only paper. */

import { type Strip, stripHeight } from "./cut-strip.ts";

/** Half-open, in pixels of the strip. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Ink {
  /** From the top of the highest letter to the bottom of the lowest. */
  readonly rows: Stretch;
  /** From the first letter to the last. */
  readonly columns: Stretch;
  /** The white between letters, from left to right. */
  readonly gaps: readonly Stretch[];
}

const shades = 256;
/** A row with less ink beside the fullest one holds noise, or the tails of g and p only. */
const minShareOfRow = 0.1;
/** Less ink in a column of pixels is noise. */
const minColumnInk = 2;
/** A dark upright stroke so high and so thin beside white is a rule between two columns. */
const ruleHeight = 0.9;
const maxRuleWidth = 5;

/** Undefined where the strip is of one shade. */
export function measureInk(strip: Strip): Ink | undefined {
  const isInk = separateInk(strip);
  const inkOfRows = Array.from({ length: stripHeight }, (_, y) =>
    isInk.subarray(y * strip.width, (y + 1) * strip.width).reduce((sum, ink) => sum + ink, 0),
  );
  const rows = linesRows(inkOfRows);
  const inkOfColumns = Array.from({ length: strip.width }, (_, x) => {
    let sum = 0;
    for (let y = rows.from; y < rows.to; y += 1) sum += isInk[y * strip.width + x] ?? 0;
    return sum;
  });
  const letters = stretches(inkOfColumns, (ink) => ink >= minColumnInk).filter(
    (stretch) => !isRule(stretch, isInk, strip.width),
  );
  const [first, last] = [letters[0], letters.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const gaps = letters.slice(1).map((stretch, index) => ({
    from: letters[index]?.to ?? stretch.from,
    to: stretch.from,
  }));
  return { rows, columns: { from: first.from, to: last.to }, gaps };
}

/** 1 where a pixel is of the rarer of the two shades that part the strip best (Otsu's method). */
function separateInk({ width, planes }: Strip): Uint8Array {
  const size = width * stripHeight;
  const greys = Uint8Array.from({ length: size }, (_, pixel) => {
    const blueAndGreen = (planes[pixel] ?? 0) + (planes[size + pixel] ?? 0);
    return (blueAndGreen + (planes[2 * size + pixel] ?? 0)) / 3;
  });
  const threshold = parting(greys);
  const dark = greys.reduce((sum, grey) => sum + (grey <= threshold ? 1 : 0), 0);
  const isDarkInk = dark * 2 <= size;
  return greys.map((grey) => (grey <= threshold === isDarkInk ? 1 : 0));
}

/** @see https://en.wikipedia.org/wiki/Otsu%27s_method */
function parting(greys: Uint8Array): number {
  const counts = new Uint32Array(shades);
  let total = 0;
  for (const grey of greys) {
    counts[grey] = (counts[grey] ?? 0) + 1;
    total += grey;
  }
  let best = { threshold: 0, spread: -1 };
  let dark = 0;
  let darkSum = 0;
  for (const [threshold, count] of counts.entries()) {
    dark += count;
    darkSum += threshold * count;
    const light = greys.length - dark;
    if (dark === 0 || light === 0) continue;
    const difference = darkSum / dark - (total - darkSum) / light;
    const spread = dark * light * difference ** 2;
    if (spread > best.spread) best = { threshold, spread };
  }
  return best.threshold;
}

/** The stretch of inked rows that fills most of the middle: neighbouring lines only look in. */
function linesRows(inkOfRows: readonly number[]): Stretch {
  const least = Math.max(...inkOfRows) * minShareOfRow;
  const middle = { from: stripHeight / 4, to: (3 * stripHeight) / 4 };
  const share = ({ from, to }: Stretch) => Math.min(to, middle.to) - Math.max(from, middle.from);
  return stretches(inkOfRows, (ink) => ink > least).reduce(
    (best, stretch) => (share(stretch) > share(best) ? stretch : best),
    { from: 0, to: 0 },
  );
}

function isRule(stretch: Stretch, isInk: Uint8Array, width: number): boolean {
  if (lengthOf(stretch) > maxRuleWidth) return false;
  let inked = 0;
  for (let y = 0; y < stripHeight; y += 1) {
    inked += isInk.subarray(y * width + stretch.from, y * width + stretch.to).includes(1) ? 1 : 0;
  }
  return inked >= ruleHeight * stripHeight;
}

function stretches(
  values: readonly number[],
  isIn: (value: number) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let from: number | undefined;
  for (const [index, value] of [...values, Number.NaN].entries()) {
    const belongs = !Number.isNaN(value) && isIn(value);
    if (belongs) from ??= index;
    else if (from !== undefined) {
      found.push({ from, to: index });
      from = undefined;
    }
  }
  return found;
}

function lengthOf({ from, to }: Stretch): number {
  return to - from;
}
