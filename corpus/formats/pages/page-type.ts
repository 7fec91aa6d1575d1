/** Which type a document's running text is set in; all other sizes are judged beside it. */

import type { Page, PageLine } from "./page.ts";

export interface BodyType {
  /** Height of its letters, in the pages' unit. */
  readonly size: number;
  /** Whether it is bold, so that boldness shows nothing. */
  readonly isBold: boolean;
}

/** Sizes that differ less, as a factor, are one size: recognised letters are never quite equal. */
export const sameSize = 1.1;
/** Used where no line stands. */
const usualSize = 10;

/** The size that most letters have, and whether most of those are bold. */
export function bodyType(pages: readonly Page[]): BodyType {
  const lines = pages.flatMap((page) => page.lines);
  const size = commonestSize(lines);
  const ofBody = lines.filter((line) => isSameSize(line.typeSize, size));
  const letters = countLetters(ofBody);
  const bold = countLetters(ofBody.filter((line) => line.isBold === true));
  return { size, isBold: bold * 2 > letters };
}

export function isSameSize(one: number, other: number): boolean {
  return one <= other * sameSize && other <= one * sameSize;
}

/** The middle of the narrow range of sizes that holds most letters. */
export function commonestSize(lines: readonly PageLine[]): number {
  const ordered = lines
    .filter((line) => line.typeSize > 0)
    .toSorted((one, other) => one.typeSize - other.typeSize);
  let best = { letters: 0, size: usualSize };
  let from = 0;
  let letters = 0;
  for (const line of ordered) {
    letters += line.text.length;
    for (let first = ordered[from]; first !== undefined; first = ordered[from]) {
      if (line.typeSize <= first.typeSize * sameSize) break;
      letters -= first.text.length;
      from += 1;
    }
    const smallest = ordered[from]?.typeSize ?? line.typeSize;
    if (letters > best.letters) best = { letters, size: (smallest + line.typeSize) / 2 };
  }
  return best.size;
}

function countLetters(lines: readonly PageLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}
