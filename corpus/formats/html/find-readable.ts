/** Asks Mozilla's Readability which text of a page is its article. */

import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { HtmlBlock } from "./html-block.ts";
import { attribute, type HtmlElement, type HtmlText, parentElement } from "./html-tree.ts";

/** Readability takes the first reading with so many characters; its own 500 is for Latin script. */
const charThreshold = 140;
/** Its time grows with the number of texts times their depth: some four seconds for so many. */
const maxElements = 50_000;
/** What it judges an element by. */
const attributeNames = ["class", "id", "role", "rel", "itemprop", "href"];
const maxAttributeLength = 200;
const safeTag = /^[a-z][a-z0-9]*$/u;

export type Readable =
  | { readonly kind: "found"; readonly texts: ReadonlySet<HtmlText> }
  | { readonly kind: "none" }
  | { readonly kind: "failed"; readonly why: string };

/** The text nodes of the blocks that belong to the article. */
export function findReadable(blocks: readonly HtmlBlock[]): Readable {
  const texts = [...new Set(blocks.flatMap(({ textNodes }) => textNodes))];
  const source = writePage(texts);
  if (source === undefined) return { kind: "failed", why: "the page is too large" };
  try {
    const content = new Readability(parseHTML(source).document, { charThreshold }).parse()?.content;
    if (!content) return { kind: "none" };
    const found = [...content.matchAll(/ data-text="(\d+)"/gu)];
    return {
      kind: "found",
      texts: new Set(found.flatMap(([, index]) => texts[Number(index)] ?? [])),
    };
  } catch (error) {
    // It was written for browsers and pages that follow the rules; others are read whole.
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

/** A page with these texts only, each in a numbered element; undefined where it would be too large. */
function writePage(texts: readonly HtmlText[]): string | undefined {
  const written: string[] = ["<!doctype html><html><head></head>"];
  let elements = 0;
  let open: readonly HtmlElement[] = [];
  for (const [index, text] of texts.entries()) {
    const path = pathTo(text);
    let shared = 0;
    while (shared < path.length && path[shared] === open[shared]) shared += 1;
    for (const element of open.slice(shared).toReversed()) written.push(`</${tagOf(element)}>`);
    for (const element of path.slice(shared)) written.push(openTag(element));
    written.push(`<span data-text="${index}">${escapeHtml(text.value)}</span>`);
    elements += path.length;
    if (elements > maxElements) return undefined;
    open = path;
  }
  for (const element of open.toReversed()) written.push(`</${tagOf(element)}>`);
  written.push("</html>");
  return written.join("");
}

/** The elements around the text, from the body inwards. */
function pathTo(text: HtmlText): readonly HtmlElement[] {
  const path: HtmlElement[] = [];
  for (let at = parentElement(text); at !== undefined; at = parentElement(at)) {
    if (at.tagName !== "html") path.push(at);
  }
  return path.toReversed();
}

function openTag(element: HtmlElement): string {
  const attributes = attributeNames.flatMap((name) => {
    const value = attribute(element, name);
    return value === undefined
      ? []
      : ` ${name}="${escapeHtml(value.slice(0, maxAttributeLength))}"`;
  });
  return `<${tagOf(element)}${attributes.join("")}>`;
}

function tagOf({ tagName }: HtmlElement): string {
  if (tagName === "xmp" || tagName === "listing" || tagName === "plaintext") return "pre";
  return safeTag.test(tagName) ? tagName : "span";
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
