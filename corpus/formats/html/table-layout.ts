/** Tells rows that hold data from rows that only lay out a page. */

import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textContent,
} from "./html-tree.ts";

/** A longer cell with lines of its own is a text, not a value. */
const maxValueLength = 150;
const nestedTags = /^(?:table|ul|ol|dl|h[1-6]|blockquote|pre|figure|article|section)$/u;
const lineTags = /^(?:p|div|br|li|center)$/u;

/** Whether a row reads as one line of values: two cells or more, each short or without line ends. */
export function isDataRow(row: HtmlElement): boolean {
  const cells = row.childNodes.filter((node) => isElement(node));
  return cells.length > 1 && cells.every(isValue) && !isLoneTextRow(row, cells);
}

function isValue(cell: HtmlElement): boolean {
  let lines = 0;
  for (const { tagName } of elementsOf(cell)) {
    if (nestedTags.test(tagName)) return false;
    if (lineTags.test(tagName)) lines += 1;
  }
  return lines === 0 || textContent(cell).trim().length <= maxValueLength;
}

/** A table's only row, with paragraphs in its cells, sets columns of a page side by side. */
function isLoneTextRow(row: HtmlElement, cells: readonly HtmlElement[]): boolean {
  const hasParagraphs = cells.some((cell) =>
    [...elementsOf(cell)].some(({ tagName }) => tagName === "p" || tagName === "div"),
  );
  const isOtherRow = (node: HtmlNode): boolean => node.nodeName === "tr" && node !== row;
  return hasParagraphs && !(row.parentNode?.childNodes.some(isOtherRow) ?? false);
}
