/** A whole printed row of one column, put together from the parts that stand on it. */

import { hasEastAsian } from "../../text/characters.ts";
import { bottomOf, leftOf, rightOf, topOf } from "./lines.ts";
import type { PageLine } from "./page.ts";

export interface Row extends PageLine {
  /** Number of its page, from 1. */
  readonly page: number;
}

/** Parts that overlap by this share of the lower one's height stand on one row. */
const minOverlap = 0.5;

/** The rows of one column from top to bottom. */
export function toRows(lines: readonly PageLine[], page: number): readonly Row[] {
  const rows: PageLine[][] = [];
  for (const line of lines.toSorted((one, other) => middle(one) - middle(other))) {
    const row = rows.at(-1);
    if (row?.every((part) => standBeside(part, line)) === true) row.push(line);
    else rows.push([line]);
  }
  return rows.map((parts) => joinParts(parts, page));
}

function middle({ top, bottom }: PageLine): number {
  return (top + bottom) / 2;
}

function standBeside(one: PageLine, other: PageLine): boolean {
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return overlap >= minOverlap * Math.min(one.bottom - one.top, other.bottom - other.top);
}

/** The row that these parts make, whichever of them stands higher. */
export function joinParts(parts: readonly PageLine[], page: number): Row {
  const ordered = parts.toSorted((one, other) => one.left - other.left);
  const longest = ordered.reduce((most, part) =>
    part.text.length > most.text.length ? part : most,
  );
  return {
    text: closeTracking(ordered.map(({ text }) => text.trim()).join(" ")),
    left: leftOf(ordered),
    top: topOf(ordered),
    right: rightOf(ordered),
    bottom: bottomOf(ordered),
    typeSize: longest.typeSize,
    isBold: ordered.every(({ isBold }) => isBold === true),
    page,
  };
}

/** Letter-spaced Chinese, `青 石 日 报`, without its blanks; blanks between words stay. */
export function closeTracking(text: string): string {
  const pieces = text.split(/\s+/u);
  const single = pieces.filter((piece) => [...piece].length === 1 && hasEastAsian(piece)).length;
  if (single * 2 <= pieces.length || pieces.length < 2) return text;
  return text.replace(/\s+/gu, (blank: string, at: number) => {
    const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? "";
    const after = /^./su.exec(text.slice(at + blank.length, at + blank.length + 2))?.[0] ?? "";
    return hasEastAsian(before) && hasEastAsian(after) ? "" : blank;
  });
}
