/** Finds the articles of a page that marks up more than one, as indexes and e-papers do. */

import { isProse } from "./block-shape.ts";
import type { BlockRange, HtmlBlocks } from "./html-block.ts";
import { runningTotals } from "./running-totals.ts";

/** With more of all the text in one, that is the page's article and the others lead elsewhere. */
const maxShareOfLargest = 0.75;
/** With less of the page's text in them together, they are no more than its decoration. */
const minShareOfPage = 0.5;
const minProseLength = 20;

/** Ranges of the outermost `article` elements, in order; none where fewer than two share the page. */
export function findSeveralArticles(
  { blocks, ranges }: HtmlBlocks,
  isLeftOut: (index: number) => boolean,
): readonly BlockRange[] {
  const proseLength = runningTotals(
    blocks.map((block, index) => (isProse(block) && !isLeftOut(index) ? block.length : 0)),
  );
  const marked = [...ranges]
    .filter(([element]) => element.tagName === "article")
    .map(([, range]) => range)
    .sort((one, other) => one.first - other.first || other.end - one.end);
  const articles: BlockRange[] = [];
  for (const range of marked) {
    const isWithin = range.end <= (articles.at(-1)?.end ?? 0);
    if (!isWithin && proseLength(range) >= minProseLength) articles.push(range);
  }
  const lengths = articles.map(proseLength);
  const inArticles = lengths.reduce((sum, length) => sum + length, 0);
  const isShared =
    articles.length > 1 &&
    Math.max(...lengths) <= inArticles * maxShareOfLargest &&
    inArticles >= proseLength({ first: 0, end: blocks.length }) * minShareOfPage;
  return isShared ? articles : [];
}
