/** Ranks titles by their type size. */

import type { LabelledParagraph } from "./label-paragraphs.ts";
import { isSameSize } from "./page-type.ts";

const deepestLevel = 6;

/** From a title's type size to its level, 1 for the largest on any page. */
export function headingLevels(
  paragraphs: readonly LabelledParagraph[],
): (typeSize: number) => number {
  const sizes: number[] = [];
  const found = paragraphs.flatMap((paragraph) =>
    paragraph.kind === "heading" ? [paragraph.typeSize] : [],
  );
  for (const size of found.toSorted((one, other) => other - one)) {
    const last = sizes.at(-1);
    if (last === undefined || !isSameSize(last, size)) sizes.push(size);
  }
  return (typeSize) => {
    const rank = sizes.findIndex((size) => isSameSize(size, typeSize));
    return Math.min(rank + 1, deepestLevel);
  };
}
