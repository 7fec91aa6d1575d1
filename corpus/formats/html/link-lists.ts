/** Finds menus, lists of related pages and other runs of links. */

import { endsComplete } from "../../text/ends-complete.ts";
import { isLinks, isProse } from "./block-shape.ts";
import type { HtmlBlock } from "./html-block.ts";
import { type HtmlElement, parentElement } from "./html-tree.ts";
import { isCredit } from "./title-company.ts";

const linksOfList = 3;
const blocksOfList = 2;
/** Items of one list have a common element so many levels up. */
const levelsToList = 3;
/** `05-01`, `[2024年5月1日]`, `1`: what stands beside a link in a list. */
const figures = /^[\d\s\-/:：.、年月日时分[\]()（）【】]{1,24}$/u;
const maxLabelLength = 12;

/**
 * Indexes of the blocks in runs of links, with their labels (`相关阅读`), and of links above the title.
 *
 * @param titleIndex of the block that is the page's title, which is no label
 */
export function findLinkLists(blocks: readonly HtmlBlock[], titleIndex: number): Set<number> {
  const found = new Set<number>();
  for (let first = 0; first < blocks.length; first += 1) {
    const end = endOfRun(blocks, first);
    if (end === first) continue;
    if (isList(blocks.slice(first, end))) {
      const label = first - 1;
      if (label !== titleIndex && isLabel(blocks, label, end)) found.add(label);
      for (let index = first; index < end; index += 1) found.add(index);
    }
    first = end - 1;
  }
  const top = blocks.findIndex((block, index) => index === titleIndex || isProse(block));
  for (const [index, block] of blocks.entries()) {
    if (index < top && top === titleIndex && isLinks(block)) found.add(index);
  }
  found.delete(titleIndex);
  return found;
}

/** Where the run of links that begins here ends; the same place where none begins. */
function endOfRun(blocks: readonly HtmlBlock[], first: number): number {
  let end = first;
  for (let index = first; index < blocks.length; index += 1) {
    const block = blocks[index];
    const last = end > first ? blocks[end - 1] : undefined;
    if (block === undefined || (last !== undefined && !isNear(last, block))) break;
    if (isLinks(block)) end = index + 1;
    else if (end === first || !figures.test(block.text)) break;
  }
  // A linked heading before text is the title of that text.
  const next = blocks[end];
  if (next !== undefined && isProse(next)) {
    while (end > first && blocks[end - 1]?.kind === "heading") end -= 1;
  }
  return end;
}

function isList(run: readonly HtmlBlock[]): boolean {
  const links = run.reduce((sum, block) => sum + block.links, 0);
  return links >= linksOfList || run.filter(isLinks).length >= blocksOfList;
}

function isLabel(blocks: readonly HtmlBlock[], index: number, endOfList: number): boolean {
  const block = blocks[index];
  const item = blocks[endOfList - 1];
  if (block === undefined || item === undefined || !isNear(block, item)) return false;
  if (block.length > maxLabelLength || block.links > 0 || isProse(block)) return false;
  if (figures.test(block.text) || block.kind === "caption" || isCredit(block)) return false;
  if (endsComplete(block.text) || endsText(blocks, index)) return false;
  const next = blocks[endOfList];
  return next === undefined || !isProse(next) || !isNear(item, next);
}

/** Whether the block stands right behind running text, as a signature does. */
function endsText(blocks: readonly HtmlBlock[], index: number): boolean {
  const block = blocks[index];
  const before = blocks[index - 1];
  if (block?.element === undefined || before?.element === undefined) return false;
  const isBeside = parentElement(block.element) === parentElement(before.element);
  return block.kind !== "heading" && isBeside && isProse(before);
}

/** Whether the blocks have the same parent, or a common element, less than the page, not far up. */
function isNear(one: HtmlBlock, other: HtmlBlock): boolean {
  if (one.element === other.element) return true;
  const above = elementsAbove(one.element);
  const aboveOther = elementsAbove(other.element);
  if (above[0] !== undefined && above[0] === aboveOther[0]) return true;
  return above.some((element) => element.tagName !== "body" && aboveOther.includes(element));
}

function elementsAbove(element: HtmlElement | undefined): readonly HtmlElement[] {
  const above: HtmlElement[] = [];
  let at = element;
  for (let level = 0; at !== undefined && level < levelsToList; level += 1) {
    at = parentElement(at);
    if (at !== undefined) above.push(at);
  }
  return above;
}
