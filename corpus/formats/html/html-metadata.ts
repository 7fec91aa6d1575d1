/** Reads from an HTML page's tags what it says about itself. */

import type { PublishedOn } from "../../article.ts";
import { findCalendarDate } from "../../dates/calendar-date.ts";
import { visibleText } from "../../text/visible-text.ts";
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  textContent,
} from "./html-tree.ts";

const dateNames = new Set(["article:published_time", "datepublished", "pubdate", "publishdate"]);

export interface HtmlMetadata {
  readonly title?: string;
  readonly publishedOn?: PublishedOn;
}

/** Title from `og:title`, an only `h1` or `title`; date only where a tag says it is publication's. */
export function readHtmlMetadata(page: HtmlNode): HtmlMetadata {
  const elements = [...elementsOf(page)];
  const title = titleOf(elements);
  const publishedOn = metaDate(elements) ?? linkedDate(elements) ?? timeDate(elements);
  return {
    ...(title === undefined ? {} : { title }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}

function titleOf(elements: readonly HtmlElement[]): string | undefined {
  const openGraph = elements.find((element) => attribute(element, "property") === "og:title");
  const headings = elements.filter((element) => element.tagName === "h1");
  const page = elements.find((element) => element.tagName === "title");
  const candidates = [
    openGraph && attribute(openGraph, "content"),
    // With several, the first is often the site's name.
    headings.length === 1 && headings[0] !== undefined ? textContent(headings[0]) : undefined,
    page && textContent(page),
  ];
  return candidates
    .map((candidate) => visibleText(candidate ?? ""))
    .find((candidate) => candidate !== "");
}

function metaDate(elements: readonly HtmlElement[]): PublishedOn | undefined {
  for (const element of elements) {
    const names = ["property", "name", "itemprop"].map((name) => attribute(element, name) ?? "");
    if (!names.some((name) => dateNames.has(name.toLowerCase()))) continue;
    const date = metadataDate(
      attribute(element, "content") ?? attribute(element, "datetime"),
      element,
    );
    if (date !== undefined) return date;
  }
  return undefined;
}

/** `datePublished` of the page's JSON-LD. */
function linkedDate(elements: readonly HtmlElement[]): PublishedOn | undefined {
  for (const element of elements) {
    if (attribute(element, "type") !== "application/ld+json") continue;
    const property = /"datePublished"\s*:\s*"([^"]+)"/u.exec(textContent(element));
    const found = findCalendarDate(property?.[1] ?? "");
    if (property !== null && found !== undefined) {
      return { value: found.value, kind: "metadata", evidence: property[0] };
    }
  }
  return undefined;
}

/** A `time` counts where it is marked as the publication's, or no other day is on the page. */
function timeDate(elements: readonly HtmlElement[]): PublishedOn | undefined {
  const times = elements.filter((element) => element.tagName === "time");
  const marked = times.find((time) => attribute(time, "pubdate") !== undefined);
  if (marked !== undefined) return metadataDate(attribute(marked, "datetime"), marked);
  const dates = times.flatMap((time) => metadataDate(attribute(time, "datetime"), time) ?? []);
  return new Set(dates.map((date) => date.value)).size === 1 ? dates[0] : undefined;
}

function metadataDate(value: string | undefined, element: HtmlElement): PublishedOn | undefined {
  const found = findCalendarDate(value ?? "");
  if (found === undefined) return undefined;
  const attributes = element.attrs.map(({ name, value: content }) => `${name}="${content}"`);
  const evidence = `<${[element.tagName, ...attributes].join(" ")}>`;
  return { value: found.value, kind: "metadata", evidence };
}
