/** The few questions asked of a parsed HTML tree. */

import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

/** The attribute's value, undefined where the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The elements below a node, in document order; deep trees do no harm. */
export function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  for (const node of nodesOf(root)) if (isElement(node)) yield node;
}

/** All text below a node, hidden or not. */
export function textContent(root: HtmlNode): string {
  let text = "";
  for (const node of nodesOf(root)) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
  }
  return text;
}

function* nodesOf(root: HtmlNode): Generator<HtmlNode> {
  const waiting: HtmlNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!("childNodes" in node)) continue;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}
