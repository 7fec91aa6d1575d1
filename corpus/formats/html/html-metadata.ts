/** Reads from an HTML page's tags what it says about itself. */

import type { PublishedOn } from "../../article.ts";
import { readHtmlByline } from "./html-byline.ts";
import type { HtmlBlock } from "./html-block.ts";
import { readHtmlDate } from "./html-date.ts";
import { readHtmlTitle } from "./html-title.ts";
import { elementsOf, type HtmlNode, type HtmlText } from "./html-tree.ts";
import { readLinkedData } from "./linked-data.ts";
import { readPageTags } from "./page-tags.ts";

export interface HtmlMetadata {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  /** @param isInCredits whether a text stands in a line beside the article's text */
  readonly publishedOn: (isInCredits: (text: HtmlText) => boolean) => PublishedOn | undefined;
}

/** @param blocks what a reader sees of the page, to tell which of its titles is the printed one */
export function readHtmlMetadata(page: HtmlNode, blocks: readonly HtmlBlock[]): HtmlMetadata {
  const elements = [...elementsOf(page)];
  const tags = readPageTags(elements);
  const linked = readLinkedData(elements);
  return {
    title: readHtmlTitle({ elements, tags, linked, blocks }),
    byline: readHtmlByline(tags, linked),
    publishedOn: (isInCredits) => readHtmlDate({ elements, tags, linked, isInCredits }),
  };
}
