/** Reads from a page's tags who wrote it. */

import { authorLine } from "./author-line.ts";
import { siteNamesOf } from "./html-title.ts";
import type { LinkedData } from "./linked-data.ts";
import { type PageTag, valuesOf } from "./page-tags.ts";

const authorNames = [
  "author",
  "article:author",
  "og:article:author",
  "dc:creator",
  "dcterms:creator",
  "parsely:author",
  "sailthru:author",
  "byl",
];

/** The authors' names in one line, from `meta` or else from JSON-LD. */
export function readHtmlByline(tags: readonly PageTag[], linked: LinkedData): string | undefined {
  const siteNames = siteNamesOf(tags, linked);
  // Each vocabulary by itself: one may hold an address where another holds the name.
  const sources = [...authorNames.map((name) => valuesOf(tags, [name])), linked.authors];
  return sources.map((names) => authorLine(names, siteNames)).find((line) => line !== undefined);
}
