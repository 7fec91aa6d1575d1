/** The few questions asked of a parsed HTML tree. */

import type { DefaultTreeAdapterTypes } from "parse5";

const maxNodesOfLabel = 10;

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === "#text" && "value" in node;
}

/** The element the node stands in, undefined at the root. */
export function parentElement(node: HtmlNode): HtmlElement | undefined {
  const parent = "parentNode" in node ? node.parentNode : undefined;
  return parent && isElement(parent) ? parent : undefined;
}

/** The attribute's value, undefined where the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The words of its `class` and `id`, in lower case: `Main-navBar` is `main`, `nav`, `bar` and `navbar`. */
export function nameWords(element: HtmlElement): readonly string[] {
  const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`;
  const parts = names.split(/[^A-Za-z0-9]+/u);
  const words = parts.flatMap((part) => [part, ...part.split(/(?<=[a-z0-9])(?=[A-Z])/u)]);
  return words.filter((word) => word !== "").map((word) => word.toLowerCase());
}

/** The elements below a node, in document order; deep trees do no harm. */
export function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  for (const node of nodesOf(root)) if (isElement(node)) yield node;
}

/** The text nodes below a node, hidden or not. */
export function* textsOf(root: HtmlNode): Generator<HtmlText> {
  for (const node of nodesOf(root, { withTemplates: true })) if (isText(node)) yield node;
}

/** All text below a node, hidden or not. */
export function textContent(root: HtmlNode): string {
  let text = "";
  for (const node of textsOf(root)) text += node.value;
  return text;
}

/** The text of an element of few nodes; undefined where it holds more than a mark or a label does. */
export function shortText(root: HtmlNode): string | undefined {
  let text = "";
  let nodes = 0;
  for (const node of nodesOf(root)) {
    nodes += 1;
    if (nodes > maxNodesOfLabel) return undefined;
    if (isText(node)) text += node.value;
  }
  return text.trim();
}

/** What a template holds is no part of the page until a script puts it there. */
function* nodesOf(root: HtmlNode, { withTemplates = false } = {}): Generator<HtmlNode> {
  const waiting: HtmlNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (withTemplates && "content" in node) waiting.push(node.content);
    if (!("childNodes" in node)) continue;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}
