/** Adds the rows of one table of a page, each with the names of its columns. */

import { addTable } from "../table/add-table.ts";
import { placeCells } from "../table/place-cells.ts";
import type { TextBuilder } from "../text-builder.ts";
import type { HtmlBlock } from "./html-block.ts";
import { attribute, type HtmlElement, isElement, parentElement } from "./html-tree.ts";

/** The table in which the block is a row of values; undefined for all other blocks. */
export function tableOf({ kind, element, cells }: HtmlBlock): HtmlElement | undefined {
  if (kind !== "table-row" || cells === undefined) return undefined;
  let at = element;
  while (at !== undefined && at.tagName !== "table") at = parentElement(at);
  return at;
}

/** @param rows blocks of one table in their order */
export function addRows(builder: TextBuilder, rows: readonly HtmlBlock[]): void {
  const listed = rows.map((row) => {
    const elements = cellsOf(row);
    // With hidden cells it is uncertain which column is which.
    if (row.cells?.length !== elements.length) return undefined;
    return elements.map((cell, at) => ({
      text: row.cells?.[at] ?? "",
      columns: Number(attribute(cell, "colspan") ?? 1),
      rows: Number(attribute(cell, "rowspan") ?? 1),
    }));
  });
  const cells = listed.flatMap((row) => (row === undefined ? [] : [row]));
  if (rows.length > 1 && cells.length === rows.length) {
    addTable(builder, placeCells(cells), { needsProof: !hasHeader(rows) });
  } else for (const { text } of rows) builder.add("table-row", text);
}

/** Whether the first row is marked, or set in bold, as the names of the columns. */
function hasHeader([first, second]: readonly HtmlBlock[]): boolean {
  if (first === undefined) return false;
  const isMarked = cellsOf(first).every(({ tagName }) => tagName === "th");
  const isInHead = first.element !== undefined && parentElement(first.element)?.tagName === "thead";
  return isMarked || isInHead || (first.isBold && second?.isBold === false);
}

function cellsOf({ element }: HtmlBlock): readonly HtmlElement[] {
  return (element?.childNodes ?? []).filter((node) => isElement(node));
}
