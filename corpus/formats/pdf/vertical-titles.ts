/** Puts vertical titles back beside the level text they stand with. */

import type { PageLine } from "../pages/page.ts";

/** More lines side by side are a text of its own. */
const maxLines = 3;
/** White between lines of one title, in type sizes. */
const maxGap = 1.5;

export interface SplitLines {
  /** In the coordinates of the level page; lines side by side are one. */
  readonly titles: readonly PageLine[];
  /** As they came. */
  readonly rest: readonly PageLine[];
}

/**
 * @param lines of vertical writing, turned so that they run from left to right
 * @param width of the level page
 */
export function splitVerticalTitles(lines: readonly PageLine[], width: number): SplitLines {
  const groups: PageLine[][] = [];
  for (const line of lines.toSorted((one, other) => one.top - other.top)) {
    const group = groups.find((members) => members.some((member) => standsBeside(member, line)));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  const isTitle = (group: readonly PageLine[]): boolean => group.length <= maxLines;
  return {
    titles: groups.filter(isTitle).map((group) => turnBack(group, width)),
    rest: groups.filter((group) => !isTitle(group)).flat(),
  };
}

function standsBeside(before: PageLine, line: PageLine): boolean {
  const overlaps = before.left < line.right && line.left < before.right;
  return overlaps && line.top - before.bottom <= maxGap * line.typeSize;
}

function turnBack(group: readonly PageLine[], width: number): PageLine {
  return {
    text: group.map(({ text }) => text).join(""),
    left: width - Math.max(...group.map(({ bottom }) => bottom)),
    top: Math.min(...group.map(({ left }) => left)),
    right: width - Math.min(...group.map(({ top }) => top)),
    bottom: Math.max(...group.map(({ right }) => right)),
    typeSize: Math.max(...group.map(({ typeSize }) => typeSize)),
    isBold: group.every(({ isBold }) => isBold === true),
  };
}
