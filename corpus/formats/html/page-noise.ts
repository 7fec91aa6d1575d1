/** Finds what a page's own names call comments, share bars, side columns and the like. */

import { isOwnership, isProse } from "./block-shape.ts";
import type { BlockRange, HtmlBlocks } from "./html-block.ts";
import { type HtmlElement, nameWords } from "./html-tree.ts";
import { runningTotals } from "./running-totals.ts";

const commentNames = new Set(
  "comment comments commentlist commentbox commentarea disqus pinglun reply replies".split(" "),
);
const noiseNames = new Set(
  (
    "related relatednews relate xiangguan recommend recommended recommendation recommendations tuijian " +
    "share sharebar sharebox fenxiang social sidebar footer foot copyright copyrights banquan nav navbar " +
    "navigation subnav topnav mainnav menu menubar breadcrumb breadcrumbs crumb crumbs weizhi " +
    "pagination pager pagenav paging ad ads adv advert advertisement guanggao banner toolbar login qrcode " +
    "popup modal newsletter subscribe cookie cookies gdpr tags taglist hotnews toplist ranklist paihang"
  ).split(" "),
);
/** Another part than comments is the text itself where it holds more of the page's than this. */
const maxProseShare = 0.3;
/** Comments may be longer than the text, if only there is one. */
const minProseLeft = 20;

/**
 * Indexes of the blocks within such elements, and of notes on copyright below the text. An element that holds the title or much of the text is
 * misnamed, and stays.
 */
export function findNoise({ blocks, ranges }: HtmlBlocks, titleIndex: number): Set<number> {
  const found = new Set<number>();
  const proseLength = runningTotals(blocks.map((block) => (isProse(block) ? block.length : 0)));
  const total = proseLength({ first: 0, end: blocks.length });
  for (const [element, range] of outermostFirst(ranges)) {
    if (range.first === range.end || found.has(range.first)) continue;
    if (titleIndex >= range.first && titleIndex < range.end) continue;
    const kind = noiseKind(element);
    if (kind === undefined) continue;
    const within = proseLength(range);
    const isTrusted =
      kind === "comments" ? total - within >= minProseLeft : within <= total * maxProseShare;
    if (!isTrusted) continue;
    for (let index = range.first; index < range.end; index += 1) found.add(index);
  }
  const lastProse = blocks.findLastIndex((block, index) => isProse(block) && !found.has(index));
  for (const [index, block] of blocks.entries()) {
    if (index > lastProse && isOwnership(block)) found.add(index);
  }
  return found;
}

/** Elements are finished, so listed, after those within them. */
function outermostFirst(
  ranges: ReadonlyMap<HtmlElement, BlockRange>,
): readonly (readonly [HtmlElement, BlockRange])[] {
  return [...ranges].toReversed();
}

function noiseKind(element: HtmlElement): "comments" | "other" | undefined {
  const words = nameWords(element);
  if (words.some((word) => commentNames.has(word))) return "comments";
  return words.some((word) => noiseNames.has(word)) ? "other" : undefined;
}
