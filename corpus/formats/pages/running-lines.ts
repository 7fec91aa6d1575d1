/** Takes off pages what stands at their edges and is no part of the text. */

import { printedDate } from "../../dates/printed-date.ts";
import { findHeaderRows } from "./header-rows.ts";
import { bottomOf, topOf } from "./lines.ts";
import type { Page, PageLine } from "./page.ts";
import { edgeOf, findPageMarks } from "./page-marks.ts";

/** Between pages they move up or down by so much of the height. */
const driftShare = 0.02;
/** Of a longer document, so many pages must show them. */
const minPages = 3;
const fewPages = 4;
const minPagesOfFew = 2;

/** Headers and footers stand among the outermost rows: so far in, in their own type size. */
const maxDepth = 5;
const besideNumber = "beside the page number";

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
  const marked = pages.map(findPageMarks);
  const repeated = findRepeated(pages, marked);
  return pages.map((page, index) => {
    const marks = marked[index];
    const header = new Set(findHeaderRows(page));
    const running: RunningLine[] = [];
    const rest: PageLine[] = [];
    for (const line of page.lines) {
      const reason =
        marks?.get(line) ??
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

type Marks = ReadonlyMap<PageLine, string>;

/**
 * For each page the lines that others have at the same height, digits aside, or that as on others
 * stand in one row with the page's number, and why they go.
 */
function findRepeated(pages: readonly Page[], marked: readonly Marks[]): readonly Marks[] {
  const groups = new Map<string, EdgeLine[]>();
  for (const [index, page] of pages.entries()) {
    const top = topOf(page.lines);
    const bottom = bottomOf(page.lines);
    for (const line of page.lines) {
      const edge = edgeOf(page, line);
      const depth = edge === "top" ? line.top - top : bottom - line.bottom;
      if (edge === undefined || depth > maxDepth * line.typeSize) continue;
      const words = isBesideMark(line, marked[index])
        ? besideNumber
        : line.text.replace(/\s+/gu, "").replace(/\d+/gu, "#");
      const key = `${edge} ${words}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ line, page, index }]);
      else group.push({ line, page, index });
    }
  }
  const count = new Set(pages.map((page) => page.number)).size;
  const needed = count <= fewPages ? minPagesOfFew : minPages;
  const repeated = pages.map(() => new Map<PageLine, string>());
  for (const [key, group] of groups) {
    const level = atOneHeight(group);
    const shown = new Set(level.map(({ page }) => page.number)).size;
    if (shown < needed) continue;
    for (const { line, index } of withoutFirstDate(level)) {
      const what = key.endsWith(besideNumber) ? besideNumber : "repeated";
      repeated[index]?.set(line, `${what} on ${shown} pages`);
    }
  }
  return repeated;
}

function isBesideMark({ top, bottom }: PageLine, marks: Marks | undefined): boolean {
  return [...(marks?.keys() ?? [])].some((mark) => mark.top < bottom && mark.bottom > top);
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
