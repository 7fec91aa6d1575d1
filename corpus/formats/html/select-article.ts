/** Tells which blocks of a page are its text and why the others are not. */

import { isLinks, isProse } from "./block-shape.ts";
import { linkReason } from "./add-html.ts";
import { completeArticle } from "./complete-article.ts";
import { findReadable } from "./find-readable.ts";
import type { HtmlBlock, HtmlBlocks } from "./html-block.ts";
import { findLinkLists } from "./link-lists.ts";
import { findNoise } from "./page-noise.ts";
import { findSeveralArticles } from "./several-articles.ts";

const outside = "outside the article";

/** A page with less running text is a list of links, and those are what it says. */
const minProseOfPage = 40;
/** Unless it shows a title and below it a line of so many characters that is no link. */
const minNoticeLength = 8;
/** Where what was found is less of the page's running text, the rest is text too. */
const minShareFound = 0.5;

export interface SelectedArticle {
  /** Why a block is not part of the text, by its index. */
  readonly reasons: ReadonlyMap<number, string>;
  /** Whether the page holds several pieces side by side. */
  readonly hasSeveral: boolean;
  /** Why no article could be looked for; the whole page stands in for it. */
  readonly failure?: string;
}

/**
 * 1. set lists of links and parts with telling names aside, 2. take the articles that are marked up,
 * or else what Readability finds, 3. give back what it cut from the article and what reads like it.
 * An index, a notice, or a page of which little was found stays whole.
 *
 * @param titleIndex of the block that is the page's title, -1 for none
 */
export function selectArticle(page: HtmlBlocks, titleIndex: number): SelectedArticle {
  const { blocks } = page;
  const noise = new Map([...findNoise(page, titleIndex)].map((index) => [index, outside]));
  const lists = [...findLinkLists(blocks, titleIndex)].map((index) => [index, linkReason] as const);
  const aside = new Map([...noise, ...lists]);
  const isAside = (index: number): boolean => aside.has(index);
  const rest = blocks.filter((_, index) => !isAside(index));
  const isIndex = proseLength(rest) < minProseOfPage && !isNotice(blocks, isAside, titleIndex);
  if (isIndex) {
    return { reasons: noise.size < blocks.length ? noise : new Map(), hasSeveral: false };
  }

  const several = findSeveralArticles(page, isAside);
  if (several.length > 0) {
    const isInOne = (index: number): boolean =>
      several.some(({ first, end }) => index >= first && index < end);
    const inArticles = blocks.filter((_, index) => !isAside(index) && isInOne(index));
    return { reasons: reasonsBeside(new Set(inArticles)), hasSeveral: true };
  }
  const readable = findReadable(rest);
  if (readable.kind !== "found") {
    const failure = readable.kind === "failed" ? { failure: readable.why } : {};
    return { reasons: aside, hasSeveral: false, ...failure };
  }
  const found = rest.filter(({ textNodes }) => textNodes.some((node) => readable.texts.has(node)));
  const isEnough = proseLength(found) >= proseLength(rest) * minShareFound;
  return { reasons: isEnough ? reasonsBeside(new Set(found)) : aside, hasSeveral: false };

  function reasonsBeside(article: ReadonlySet<HtmlBlock>): ReadonlyMap<number, string> {
    const kept = completeArticle(page, { titleIndex, found: article, isAside });
    const reasons = new Map(aside);
    for (const [index, block] of blocks.entries()) {
      if (kept.has(index)) reasons.delete(index);
      else if (!isAside(index)) reasons.set(index, isLinks(block) ? linkReason : outside);
    }
    return reasons;
  }
}

/** Whether the page shows a title and something short below it. */
function isNotice(
  blocks: readonly HtmlBlock[],
  isAside: (index: number) => boolean,
  titleIndex: number,
): boolean {
  return blocks.some(
    (block, index) =>
      titleIndex !== -1 &&
      index > titleIndex &&
      !isAside(index) &&
      block.kind !== "heading" &&
      block.length - block.linkLength >= minNoticeLength &&
      /\p{L}/u.test(block.text),
  );
}

function proseLength(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.length : 0), 0);
}
