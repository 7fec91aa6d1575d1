/** Parses HTML as a browser does, but for pages made to choke one. */

import { defaultTreeAdapter, type html, parse, parseFragment } from "parse5";
import type { HtmlNode } from "./html-tree.ts";

/** Real pages stay far below one element in so many characters of their source. */
const charactersPerElement = 3;
const freeElements = 50_000;

/** Unclosed, these are opened anew in every later block, so few of them can make millions. */
const formattingTags =
  /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^>]*)?>/giu;

/** The tree of a whole page. */
export function parsePage(source: string): HtmlNode {
  return parseWithin(source, (text, treeAdapter) => parse(text, { treeAdapter }));
}

/** The tree of a part of a page. */
export function parseMarkup(source: string): HtmlNode {
  return parseWithin(source, (text, treeAdapter) => parseFragment(text, { treeAdapter }));
}

type TreeAdapter = typeof defaultTreeAdapter;

function parseWithin(
  source: string,
  parseSource: (text: string, treeAdapter: TreeAdapter) => HtmlNode,
): HtmlNode {
  const maxElements = freeElements + source.length / charactersPerElement;
  try {
    return parseSource(source, countingAdapter(maxElements));
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error;
    // Without them every tag makes one element, and no word is lost.
    return parseSource(source.replace(formattingTags, ""), defaultTreeAdapter);
  }
}

function countingAdapter(maxElements: number): TreeAdapter {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName: string, namespaceUri: html.NS, attributes) {
      elements += 1;
      if (elements > maxElements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(tagName, namespaceUri, attributes);
    },
  };
}

class TooManyElements extends Error {}
