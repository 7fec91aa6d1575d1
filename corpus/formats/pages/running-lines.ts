/** Takes off pages what stands at their edges and is no part of the text. */

import { printedDate } from "../../dates/printed-date.ts";
import { findHeaderRows } from "./header-rows.ts";
import type { Page, PageLine } from "./page.ts";
import { edgeOf, findPageMarks } from "./page-marks.ts";

/** Between pages they move up or down by so much of the height. */
const driftShare = 0.02;
/** Of a longer document, so many pages must show them. */
const minPages = 3;
const fewPages = 4;
const minPagesOfFew = 2;

export interface RunningLine {
  readonly line: PageLine;
  readonly reason: string;
}

export interface CleanPage extends Page {
  readonly running: readonly RunningLine[];
}

/**
 * The pages without running headers and footers, page numbers and browsers' print marks. Of a header
 * with the day of issue the first stays.
 */
export function takeRunningLines(pages: readonly Page[]): readonly CleanPage[] {
  const repeated = findRepeated(pages);
  return pages.map((page, index) => {
    const marks = findPageMarks(page);
    const header = new Set(findHeaderRows(page));
    const running: RunningLine[] = [];
    const rest: PageLine[] = [];
    for (const line of page.lines) {
      const reason =
        marks.get(line) ??
        repeated[index]?.get(line) ??
        (header.has(line) ? "page header" : undefined);
      if (reason === undefined) rest.push(line);
      else running.push({ line, reason });
    }
    return { ...page, lines: rest, running };
  });
}

interface EdgeLine {
  readonly line: PageLine;
  readonly page: Page;
  /** Index of the page. */
  readonly index: number;
}

/** For each page the lines that others have at the same height, digits aside, and why they go. */
function findRepeated(pages: readonly Page[]): readonly ReadonlyMap<PageLine, string>[] {
  const groups = new Map<string, EdgeLine[]>();
  for (const [index, page] of pages.entries()) {
    for (const line of page.lines) {
      const edge = edgeOf(page, line);
      if (edge === undefined) continue;
      const key = `${edge} ${line.text.replace(/\s+/gu, "").replace(/\d+/gu, "#")}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ line, page, index }]);
      else group.push({ line, page, index });
    }
  }
  const count = new Set(pages.map((page) => page.number)).size;
  const needed = count <= fewPages ? minPagesOfFew : minPages;
  const repeated = pages.map(() => new Map<PageLine, string>());
  for (const group of groups.values()) {
    const level = atOneHeight(group);
    const shown = new Set(level.map(({ page }) => page.number)).size;
    if (shown < needed) continue;
    for (const { line, index } of withoutFirstDate(level)) {
      repeated[index]?.set(line, `repeated on ${shown} pages`);
    }
  }
  return repeated;
}

function atOneHeight(group: readonly EdgeLine[]): readonly EdgeLine[] {
  const heightOf = ({ line, page }: EdgeLine): number => line.top / page.height;
  const heights = group.map(heightOf).toSorted((one, other) => one - other);
  const middle = heights[Math.floor(heights.length / 2)] ?? 0;
  return group.filter((member) => Math.abs(heightOf(member) - middle) <= driftShare);
}

function withoutFirstDate(group: readonly EdgeLine[]): readonly EdgeLine[] {
  const texts = new Set(group.map(({ line }) => line.text));
  const isDate = texts.size === 1 && printedDate([...texts][0] ?? "") !== undefined;
  return isDate ? group.slice(1) : group;
}
