/** Keeps one line of those that cover the same letters. */

import type { Placement } from "./inked-line.ts";

/** From this share of its area on, a line that others cover is a piece of theirs. */
const maxCovered = 0.5;

/** The lines without those that larger ones cover, in the same order. */
export function dropDoubled<Line extends { readonly place: Placement }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.filter(({ place }) => {
    const area = areaOf(place);
    const covered = lines.reduce((sum, other) => {
      const isLarger = areaOf(other.place) > area;
      return isLarger ? sum + areaOf(common(place, other.place)) : sum;
    }, 0);
    return covered < maxCovered * area;
  });
}

function common(one: Placement, other: Placement): Placement {
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function areaOf({ left, right, top, bottom }: Placement): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
