/** Gives lines that were set in one type one size again, where sizes were measured on a picture. */

import { countHan } from "../../text/characters.ts";
import type { Page, PageLine } from "./page.ts";
import { commonestSize } from "./page-type.ts";

/** Chinese letters are all of one height; Latin ones show it only where a word has high ones. */
const toleranceOfHan = 1.08;
const toleranceOfLatin = 1.35;
const minHan = 3;
/** Programs set most lines in the same sizes exactly. */
const minExactShare = 0.5;
/** Fewer sizes are in use on any page. */
const maxSizes = 20;

/** The pages, with sizes that a program set as they are. */
export function settleSizes(pages: readonly Page[]): readonly Page[] {
  return pages.map((page) => (isExact(page.lines) ? page : { ...page, lines: settle(page.lines) }));
}

function isExact(lines: readonly PageLine[]): boolean {
  const counts = new Map<number, number>();
  for (const { typeSize } of lines) counts.set(typeSize, (counts.get(typeSize) ?? 0) + 1);
  const repeated = lines.filter(({ typeSize }) => (counts.get(typeSize) ?? 0) > 1);
  return repeated.length >= minExactShare * lines.length;
}

function settle(lines: readonly PageLine[]): readonly PageLine[] {
  const settled = new Map<PageLine, number>();
  let left = lines;
  for (let round = 0; round < maxSizes && left.length > 0; round += 1) {
    const size = commonestSize(left);
    for (const line of left) if (isNear(line, size)) settled.set(line, size);
    left = left.filter((line) => !settled.has(line));
  }
  return lines.map((line) => ({ ...line, typeSize: settled.get(line) ?? line.typeSize }));
}

function isNear({ text, typeSize }: PageLine, size: number): boolean {
  const tolerance = countHan(text) >= minHan ? toleranceOfHan : toleranceOfLatin;
  return typeSize <= size * tolerance && size <= typeSize * tolerance;
}
