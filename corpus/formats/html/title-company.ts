/** Finds the lines that belong to a title: what stands above it, its date, source and authors. */

import { printedDate } from "../../dates/printed-date.ts";
import { isLinks, isProse } from "./block-shape.ts";
import type { HtmlBlock } from "./html-block.ts";
import { parentElement } from "./html-tree.ts";

/** So many lines may stand above a title, or above a text without one. */
const maxLinesAbove = 2;
const maxBylineLength = 80;
const bylineMark =
  /(?:记者|通讯员|作者|来源|稿源|责任?编辑|撰稿|撰文|摄影|供图)|[文图][/／]|摄[）)]?$|^[Bb]y\s+\p{Lu}/u;
const subtitle = /^[—–]{1,2}/u;

/** Whether the line says when or by whom something was written. */
export function isCredit({ text }: HtmlBlock): boolean {
  if (printedDate(text) !== undefined) return true;
  return text.length <= maxBylineLength && bylineMark.test(text) && !/[。！？]/u.test(text);
}

/**
 * Indexes of the title and of the lines around it that go with it.
 *
 * @param titleIndex -1 where the page shows no title
 * @param textIndex of the first block of running text
 */
export function findTitleCompany(
  blocks: readonly HtmlBlock[],
  titleIndex: number,
  textIndex: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  const top = titleIndex === -1 ? textIndex : titleIndex;
  const topBlock = blocks[top];
  for (let index = top - 1; index >= top - maxLinesAbove; index -= 1) {
    const block = blocks[index];
    if (block === undefined || topBlock === undefined || !isBeside(block, topBlock)) break;
    if (block.kind !== "heading" && !isCredit(block)) break;
    if (!isLinks(block)) found.add(index);
  }
  if (titleIndex === -1) return found;
  found.add(titleIndex);
  for (const [index, block] of blocks.slice(0, textIndex).entries()) {
    if (index <= titleIndex || isLinks(block)) continue;
    const belongs = block.kind === "heading" || isProse(block) || isCredit(block);
    if (belongs || subtitle.test(block.text)) found.add(index);
  }
  return found;
}

function isBeside(one: HtmlBlock, other: HtmlBlock): boolean {
  if (one.element === undefined || other.element === undefined) return true;
  return parentElement(one.element) === parentElement(other.element);
}
