/** Adds what a reader sees of HTML to a text, block by block. */

import { parseFragment } from "parse5";
import { maxMarkupDepth } from "../../limits.ts";
import { visibleText } from "../../text/visible-text.ts";
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textContent,
} from "./html-tree.ts";
import type { TextBuilder } from "../text-builder.ts";

const unseenTags = new Set(
  "script style template noscript head nav footer aside form button select textarea svg canvas iframe object video audio dialog".split(
    " ",
  ),
);
const blockTags = new Set(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure header hgroup hr html li main ol p section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const hiddenStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

type TextKind = "paragraph" | "list-item" | "caption";
const kindOfTag: Readonly<Record<string, TextKind>> = {
  li: "list-item",
  figcaption: "caption",
  caption: "caption",
};

interface Place {
  readonly kind: TextKind;
  /** Level of the heading the place lies in, 0 in running text. */
  readonly headingLevel: number;
  readonly isInArticle: boolean;
  readonly depth: number;
}

/** Adds a page, or a fragment of one given as source. */
export function addHtml(builder: TextBuilder, html: HtmlNode | string): void {
  const root: HtmlNode = typeof html === "string" ? parseFragment(html) : html;
  let line = "";

  function flush(place: Place): void {
    const text = visibleText(line);
    line = "";
    if (text === "") return;
    if (place.headingLevel > 0) builder.addHeading(place.headingLevel, text);
    else builder.add(place.kind, text);
  }

  function visit(node: HtmlNode, place: Place): void {
    if (node.nodeName === "#text" && "value" in node) line += node.value;
    else if (isElement(node)) visitElement(node, place);
    else visitChildren(node, place);
  }

  function visitChildren(node: HtmlNode, place: Place): void {
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, place);
  }

  function visitElement(element: HtmlElement, outer: Place): void {
    const reason = reasonToDrop(element, outer);
    if (reason !== undefined) {
      builder.drop(visibleText(textContent(element)), reason);
      return;
    }
    const { tagName } = element;
    const level = Number(/^h([1-6])$/u.exec(tagName)?.[1] ?? 0);
    const place: Place = {
      kind: kindOfTag[tagName] ?? outer.kind,
      headingLevel: level || outer.headingLevel,
      isInArticle: outer.isInArticle || tagName === "article" || tagName === "main",
      depth: outer.depth + 1,
    };
    const isLineEnd = tagName === "br" || tagName === "pre" || blockTags.has(tagName) || level > 0;
    if (isLineEnd) flush(outer);
    if (tagName === "pre") builder.add("code", textContent(element));
    else if (tagName === "tr" && isDataRow(element)) builder.add("table-row", rowText(element));
    else visitChildren(element, place);
    if (isLineEnd) flush(place);
  }

  const start: Place = { kind: "paragraph", headingLevel: 0, isInArticle: false, depth: 0 };
  visit(root, start);
  flush(start);
}

/** Why a reader does not see the element, or sees it as no part of the text. */
function reasonToDrop(element: HtmlElement, place: Place): string | undefined {
  const { tagName } = element;
  if (unseenTags.has(tagName)) return `<${tagName}>`;
  // The header of an article holds its title and date, that of a page its menu.
  if (tagName === "header" && !place.isInArticle) return "<header>";
  const isHidden =
    attribute(element, "hidden") !== undefined ||
    attribute(element, "aria-hidden") === "true" ||
    hiddenStyle.test(attribute(element, "style") ?? "");
  if (isHidden) return "hidden";
  return place.depth > maxMarkupDepth ? "nested too deeply" : undefined;
}

/** Tables that only lay out a page hold paragraphs or further tables in their cells. */
function isDataRow(row: HtmlElement): boolean {
  return ![...elementsOf(row)].some(({ tagName }) =>
    /^(?:p|div|table|ul|ol|h[1-6])$/u.test(tagName),
  );
}

function rowText(row: HtmlElement): string {
  const cells = row.childNodes.filter((node) => isElement(node));
  return cells
    .map((cell) => visibleText(textContent(cell)))
    .filter((cell) => cell !== "")
    .join(" | ");
}
