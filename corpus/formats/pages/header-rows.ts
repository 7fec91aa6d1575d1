/** Finds the row above a newspaper's page with its section, editors and number. */

import { printedDate } from "../../dates/printed-date.ts";
import { coverage } from "./coverage.ts";
import { bottomOf, topOf } from "./lines.ts";
import type { Page, PageLine } from "./page.ts";
import { toStrips } from "./strips.ts";

/** The row stands in so much of the page's height, above. */
const marginShare = 0.13;
const maxRows = 2;
/** In sizes of the row's own type: how high it is, and how far apart its parts stand. */
const maxHeight = 3;
const minGap = 4;
const words =
  /责任?编|美编|校对|第[\d一二三四五六七八九十]{1,3}版|^[A-Z]?\d{1,2}\s*版$|国内统一|总第\s?\d+期/u;

/** Its lines but for the day of issue, which is evidence of when the page's texts appeared. */
export function findHeaderRows(page: Page): readonly PageLine[] {
  const rows = toStrips(page.lines).slice(0, maxRows);
  const isHeader = rows.map((row) => {
    const size = row.reduce((least, line) => Math.min(least, line.typeSize), Infinity);
    return (
      bottomOf(row) <= page.height * marginShare &&
      bottomOf(row) - topOf(row) <= maxHeight * size &&
      coverage(row, minGap * size).length > 1 &&
      row.some(({ text }) => words.test(text) || printedDate(text) !== undefined)
    );
  });
  const end = isHeader.indexOf(false);
  return rows
    .slice(0, end === -1 ? rows.length : end)
    .flat()
    .filter(({ text }) => printedDate(text) === undefined);
}
