/** Finds the title of the article among all that a page calls a title. */

import { visibleText } from "../../text/visible-text.ts";
import { isLinks } from "./block-shape.ts";
import type { HtmlBlock } from "./html-block.ts";
import { type HtmlElement, textContent } from "./html-tree.ts";
import type { LinkedData } from "./linked-data.ts";
import { type PageTag, valuesOf } from "./page-tags.ts";

/** What stands between a title and the site's name: `题_站`, `题-站`, `题 | 站`. */
const separator = /\s*(?:[_|｜»›]|[—–-]{1,2})\s*/gu;
const maxShownLength = 200;

interface TitleSources {
  readonly elements: readonly HtmlElement[];
  readonly tags: readonly PageTag[];
  readonly linked: LinkedData;
  readonly blocks: readonly HtmlBlock[];
}

/** Names the page gives its site. */
export function siteNamesOf(tags: readonly PageTag[], linked: LinkedData): readonly string[] {
  const named = [
    ...valuesOf(tags, ["og:site:name"]),
    ...valuesOf(tags, ["application:name"]),
    ...valuesOf(tags, ["sitename"]),
    linked.publisher ?? "",
  ];
  return named.map(visibleText).filter((name) => name !== "");
}

/**
 * The first of `og:title`, `twitter:title`, JSON-LD's headline, an only `h1` and `title` that is not
 * the site's name. The site's name is cut off where it is known, or what is left stands on the page.
 */
export function readHtmlTitle({
  elements,
  tags,
  linked,
  blocks,
}: TitleSources): string | undefined {
  const siteNames = siteNamesOf(tags, linked);
  const shown = shownTitles(blocks);
  const titles = blocks.filter((block) => block.level === 1 && !isLinks(block));
  // With several, the first is often the site's name.
  const heading = titles.length === 1 ? titles[0]?.text : undefined;
  const page = elements.find(({ tagName }) => tagName === "title");
  const candidates = [
    valuesOf(tags, ["og:title"])[0],
    valuesOf(tags, ["twitter:title"])[0],
    linked.headline,
    heading,
    page && textContent(page),
  ].map((candidate) => cutSiteName(visibleText(candidate ?? ""), siteNames, shown));
  const first = candidates.find((candidate) => candidate !== "" && !isOneOf(candidate, siteNames));
  // What is printed over the article is whole where tags shorten it.
  const isShorter = heading !== undefined && first !== undefined && isPart(first, heading);
  return isShorter ? heading : first;
}

/** Index of the block that shows the title, or else of the page's first `h1`; -1 for none. */
export function findTitleBlock(blocks: readonly HtmlBlock[], title: string | undefined): number {
  const words = solid(title ?? "");
  const same = (block: HtmlBlock): boolean => words !== "" && solid(block.text) === words;
  const heading = blocks.findIndex((block) => block.kind === "heading" && same(block));
  if (heading !== -1) return heading;
  const line = blocks.findIndex((block) => same(block) && !isLinks(block));
  if (line !== -1) return line;
  return blocks.findIndex((block) => block.level === 1 && !isLinks(block));
}

function shownTitles(blocks: readonly HtmlBlock[]): ReadonlySet<string> {
  const shown = blocks.filter((block) => block.length <= maxShownLength && !isLinks(block));
  return new Set(shown.map(({ text }) => solid(text)));
}

function cutSiteName(
  title: string,
  siteNames: readonly string[],
  shown: ReadonlySet<string>,
): string {
  if (shown.has(solid(title))) return title;
  const cuts = [...title.matchAll(separator)].toReversed();
  for (const cut of cuts) {
    const before = title.slice(0, cut.index);
    if (before !== "" && shown.has(solid(before))) return before;
  }
  for (const cut of cuts) {
    const after = title.slice(cut.index + cut[0].length);
    if (shown.has(solid(after)) && !isOneOf(after, siteNames)) return after;
  }
  let rest = title;
  for (const cut of cuts) {
    if (!isOneOf(rest.slice(cut.index + cut[0].length), siteNames)) break;
    rest = title.slice(0, cut.index);
  }
  return rest === "" ? title : rest;
}

function isOneOf(text: string, names: readonly string[]): boolean {
  return names.some((name) => solid(name) === solid(text));
}

function isPart(part: string, whole: string): boolean {
  return solid(whole).includes(solid(part)) && solid(whole) !== solid(part);
}

/** Titles are the same whatever their blanks and capitals. */
export function solid(text: string): string {
  return text.replace(/\s/gu, "").toLowerCase();
}
