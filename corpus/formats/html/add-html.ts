/** Adds what a reader sees of HTML to a text, block by block. */

import type { TextBuilder } from "../text-builder.ts";
import { addRows, tableOf } from "./add-rows.ts";
import type { HtmlBlock, HtmlBlocks } from "./html-block.ts";
import type { HtmlNode } from "./html-tree.ts";
import { parseMarkup } from "./parse-markup.ts";
import { readBlocks } from "./read-blocks.ts";

/** Of blocks that are links only: each would be an entry of its own in the report. */
export const linkReason = "links";

/** Adds a page, or a fragment of one given as source. */
export function addHtml(builder: TextBuilder, html: HtmlNode | string): void {
  addBlocks(builder, readBlocks(typeof html === "string" ? parseMarkup(html) : html));
}

/**
 * Adds blocks, and at its place what no reader sees, with reasons.
 *
 * @param reasons why a block stays out, by its index
 */
export function addBlocks(
  builder: TextBuilder,
  { blocks, unseen }: Pick<HtmlBlocks, "blocks" | "unseen">,
  reasons: ReadonlyMap<number, string> = new Map(),
): void {
  let waiting = 0;
  let links: string[] = [];
  let rows: HtmlBlock[] = [];
  function dropLinks(): void {
    builder.drop(links.join("\n"), linkReason);
    links = [];
  }
  function finishTable(): void {
    if (rows.length > 0) addRows(builder, rows);
    rows = [];
  }
  function dropUntil(blockIndex: number): void {
    for (let next = unseen[waiting]; next !== undefined; next = unseen[waiting]) {
      if (next.blockIndex > blockIndex) return;
      dropLinks();
      builder.drop(next.text, next.reason);
      waiting += 1;
    }
  }
  for (const [index, block] of blocks.entries()) {
    const [row] = rows;
    const table = tableOf(block);
    if (row !== undefined && tableOf(row) !== table) finishTable();
    dropUntil(index);
    const reason = reasons.get(index);
    if (reason !== linkReason) dropLinks();
    if (reason === undefined && table !== undefined) rows.push(block);
    else if (reason === undefined) add(builder, block);
    else if (reason === linkReason) links.push(block.text);
    else builder.drop(block.text, reason);
  }
  finishTable();
  dropLinks();
  dropUntil(blocks.length);
}

function add(builder: TextBuilder, { kind, level, text }: HtmlBlock): void {
  if (kind === "heading") builder.addHeading(level, text);
  else builder.add(kind, text);
}
