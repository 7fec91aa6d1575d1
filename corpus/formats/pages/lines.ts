/** What several lines of a page have in common. */

import type { PageLine } from "./page.ts";

export type Lines = readonly PageLine[];

/** White between columns is at least so wide, in type sizes of the body. */
export const minGutter = 0.7;
/** From this ratio to the body a line's type is a title's. */
export const titleRatio = 1.15;
/** From this ratio down it is a caption's or a note's. */
export const smallRatio = 0.93;

export function leftOf(lines: Lines): number {
  return lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
}

export function rightOf(lines: Lines): number {
  return lines.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
}

export function topOf(lines: Lines): number {
  return lines.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY);
}

export function bottomOf(lines: Lines): number {
  return lines.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY);
}
