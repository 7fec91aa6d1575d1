/** Gives an article back what was taken for no part of it: titles, captions, rows, last paragraphs. */

import { isLinks, isProse } from "./block-shape.ts";
import type { BlockRange, HtmlBlock, HtmlBlocks } from "./html-block.ts";
import { parentElement } from "./html-tree.ts";
import { runningTotals } from "./running-totals.ts";
import { findTitleCompany, isCredit } from "./title-company.ts";

/** Most of what was found lies in the article's element; the rest was added from around it. */
const shareInContainer = 0.9;
/** A part beside the article belongs to it where so much of it is running text, and not links. */
const minProseShare = 0.6;
const maxLinkShare = 0.2;
const minProseOfPart = 40;
const maxCreditsBelow = 2;

interface FoundBlocks {
  /** Of the block that is the page's title, -1 for none. */
  readonly titleIndex: number;
  /** Those that were found to be part of the article. */
  readonly found: ReadonlySet<HtmlBlock>;
  /** Whether the block is known to be no part of any text. */
  readonly isAside: (index: number) => boolean;
}

/** Indexes of the blocks of the article, whole. */
export function completeArticle(page: HtmlBlocks, options: FoundBlocks): ReadonlySet<number> {
  const { blocks } = page;
  const { titleIndex, found, isAside } = options;
  const kept = new Set(blocks.flatMap((block, index) => (found.has(block) ? [index] : [])));
  const measure = measurePage(page, options);
  const container = containerOf(page, measure);
  const firstProse = blocks.findIndex((block) => found.has(block) && isProse(block));
  const textIndex = firstProse === -1 ? blocks.findIndex((block) => found.has(block)) : firstProse;

  for (const [index, block] of blocks.entries()) {
    if (found.has(block) || isAside(index)) continue;
    const isInContainer = index >= container.first && index < container.end;
    const belongs = isInContainer
      ? isPartOfText(block, index > textIndex)
      : isCreditBelow(page, container, index) ||
        readsAsText(partAround(page, block, index, measure), measure);
    if (belongs) kept.add(index);
  }
  for (const index of findTitleCompany(blocks, titleIndex, textIndex)) kept.add(index);
  return kept;
}

/** Characters in a range of blocks. */
interface Measure {
  readonly found: (range: BlockRange) => number;
  readonly shown: (range: BlockRange) => number;
  readonly prose: (range: BlockRange) => number;
  readonly links: (range: BlockRange) => number;
}

function measurePage({ blocks }: HtmlBlocks, { found, isAside }: FoundBlocks): Measure {
  const total = (lengthOf: (block: HtmlBlock) => number): Measure["found"] =>
    runningTotals(blocks.map((block, index) => (isAside(index) ? 0 : lengthOf(block))));
  return {
    found: total((block) => (found.has(block) ? block.length : 0)),
    shown: total(({ length }) => length),
    prose: total((block) => (isProse(block) ? block.length : 0)),
    links: total(({ linkLength }) => linkLength),
  };
}

/** The blocks of the innermost element around most of what was found. */
function containerOf({ blocks, ranges }: HtmlBlocks, { found }: Measure): BlockRange {
  const page = { first: 0, end: blocks.length };
  const needed = found(page) * shareInContainer;
  const longest = blocks.reduce(
    (best, _, index) => {
      const length = found({ first: index, end: index + 1 });
      return length > best.length ? { index, length } : best;
    },
    { index: 0, length: 0 },
  );
  for (
    let element = blocks[longest.index]?.element;
    element !== undefined;
    element = parentElement(element)
  ) {
    const range = ranges.get(element);
    if (range !== undefined && found(range) >= needed) return range;
  }
  return page;
}

/** The blocks of the outermost element around the block in which nothing was found. */
function partAround(
  { ranges }: HtmlBlocks,
  block: HtmlBlock,
  index: number,
  { found }: Measure,
): BlockRange {
  let part: BlockRange = { first: index, end: index + 1 };
  for (let at = block.element; at !== undefined; at = parentElement(at)) {
    const range = ranges.get(at);
    if (range === undefined) continue;
    if (found(range) > 0) break;
    part = range;
  }
  return part;
}

function readsAsText(part: BlockRange, { shown, prose, links }: Measure): boolean {
  const length = shown(part);
  return (
    prose(part) >= minProseOfPart &&
    prose(part) >= length * minProseShare &&
    links(part) <= length * maxLinkShare
  );
}

/** `责任编辑：…` and the like may stand in an element of their own after the article's. */
function isCreditBelow({ blocks }: HtmlBlocks, container: BlockRange, index: number): boolean {
  const block = blocks[index];
  if (block === undefined || index < container.end) return false;
  return index < container.end + maxCreditsBelow && isCredit(block) && !isLinks(block);
}

/** Within the article's element, what Readability cuts is buttons and counters, or has no full stop. */
function isPartOfText(block: HtmlBlock, isBelowBeginning: boolean): boolean {
  if (isLinks(block)) return false;
  if (isProse(block) || isCredit(block) || block.isBelowPicture) return true;
  if (block.kind === "heading" || block.kind === "caption") return true;
  return isBelowBeginning && (block.kind !== "paragraph" || block.element?.tagName === "p");
}
