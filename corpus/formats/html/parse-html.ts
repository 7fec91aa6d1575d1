/** Finds the blocks of an HTML page: what a reader sees of its article. */

import type { ParsedDocument } from "../parsed-document.ts";
import { createTextBuilder } from "../text-builder.ts";
import { addBlocks } from "./add-html.ts";
import { isProse } from "./block-shape.ts";
import { readHtmlMetadata } from "./html-metadata.ts";
import { findTitleBlock } from "./html-title.ts";
import { labelHtmlBlocks } from "./label-html-blocks.ts";
import { parsePage } from "./parse-markup.ts";
import { readBlocks } from "./read-blocks.ts";
import { selectArticle } from "./select-article.ts";

/**
 * 1. read all that is visible, 2. find the title, 3. tell the article from the page around it, 4. read
 * what the page's tags say of it. Whatever stays out is dropped with its reason.
 */
export function parseHtml(source: string): ParsedDocument {
  const page = parsePage(source);
  const read = readBlocks(page);
  const metadata = readHtmlMetadata(page, read.blocks);
  const titleIndex = findTitleBlock(read.blocks, metadata.title);
  const { reasons, hasSeveral, failure } = selectArticle(read, titleIndex);

  const builder = createTextBuilder();
  if (failure !== undefined) builder.drop("<body>", `read whole, no article found: ${failure}`);
  const blocks = labelHtmlBlocks(read.blocks, titleIndex, metadata.title);
  addBlocks(builder, { blocks, unseen: read.unseen }, reasons);

  const credits = blocks.filter((block, index) => !reasons.has(index) && !isProse(block));
  const creditTexts = new Set(credits.flatMap(({ textNodes }) => textNodes));
  const publishedOn = metadata.publishedOn((text) => creditTexts.has(text));
  // Of several articles, the page's title and author are those of none.
  const { title, byline } = hasSeveral ? {} : metadata;
  return {
    ...builder.build(),
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}
