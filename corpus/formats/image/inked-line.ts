/** A line in a picture, with where exactly its letters stand. */

import { cutStrip, stripHeight } from "./cut-strip.ts";
import { measureInk, type Stretch } from "./measure-ink.ts";
import type { Picture } from "./picture.ts";
import { partOf, type Point, pointOf, type TextBox } from "./text-box.ts";

export interface InkedLine {
  /** With a margin around the letters, as the model likes it. */
  readonly box: TextBox;
  /** Close around the letters. */
  readonly letters: TextBox;
  /** White between letters, measured from the middle of the box, from left to right. */
  readonly gaps: readonly Stretch[];
}

/** A rectangle on the levelled page. */
export interface Placement {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Undefined where the box holds nothing that stands out. */
export function measureLine(picture: Picture, box: TextBox): InkedLine | undefined {
  const strip = cutStrip(picture, box);
  const ink = measureInk(strip);
  if (ink === undefined) return undefined;
  const along = (pixel: number) => (pixel / strip.width - 0.5) * box.width;
  const across = (pixel: number) => (pixel / stripHeight - 0.5) * box.height;
  const letters = partOf(box, {
    left: along(ink.columns.from),
    right: along(ink.columns.to),
    top: across(ink.rows.from),
    bottom: across(ink.rows.to),
  });
  const gaps = ink.gaps.map(({ from, to }) => ({ from: along(from), to: along(to) }));
  return { box, letters, gaps };
}

/** Where the letters stand on the levelled page. */
export function placeLetters({ letters }: InkedLine, level: (point: Point) => Point): Placement {
  return {
    left: level(pointOf(letters, -letters.width / 2, 0)).x,
    right: level(pointOf(letters, letters.width / 2, 0)).x,
    top: level(pointOf(letters, 0, -letters.height / 2)).y,
    bottom: level(pointOf(letters, 0, letters.height / 2)).y,
  };
}

/** The boxes of what stands between the gaps. */
export function cutAtGaps({ box }: InkedLine, gaps: readonly Stretch[]): readonly TextBox[] {
  const half = box.width / 2;
  const cuts = gaps.map(({ from, to }) => (from + to) / 2);
  const ends = [...cuts, half];
  const edges = { top: -box.height / 2, bottom: box.height / 2 };
  return [-half, ...cuts].map((left, index) =>
    partOf(box, { ...edges, left, right: ends[index] ?? half }),
  );
}

/** The white that the model likes around the letters, in their height. */
const margin = 0.18;

/** The line with its box closed in on the letters. */
export function closeIn(line: InkedLine): InkedLine {
  const { letters } = line;
  const white = 2 * margin * letters.height;
  const box = { ...letters, width: letters.width + white, height: letters.height + white };
  return { ...line, box };
}
