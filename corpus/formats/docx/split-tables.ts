/** Parts the tables of a converted Word document, and its table of contents, from its text. */

import { type DefaultTreeAdapterTypes, parseFragment, serializeOuter } from "parse5";
import { type ListedCell, placeCells } from "../table/place-cells.ts";
import type { Table } from "../table/table.ts";

/** A longer cell of several paragraphs is text that a table only arranges. */
const maxValueLength = 150;

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export type HtmlPart =
  | { readonly kind: "text"; readonly html: string }
  | { readonly kind: "contents"; readonly text: string }
  | {
      readonly kind: "table";
      readonly table: Table;
      /** Whether the document marks its first rows as names of the columns. */
      readonly hasHeader: boolean;
    };

/** In their order. Tables that arrange text, or hold tables or lists, are text. */
export function splitTables(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  for (const node of parseFragment(html).childNodes) {
    const part = specialPart(node);
    const last = parts.at(-1);
    if (part !== undefined) parts.push(part);
    else if (last?.kind !== "text") parts.push({ kind: "text", html: serializeOuter(node) });
    else parts[parts.length - 1] = { kind: "text", html: last.html + serializeOuter(node) };
  }
  return parts;
}

function specialPart(node: Node): HtmlPart | undefined {
  if (!isElement(node)) return undefined;
  if (node.tagName === "nav") return { kind: "contents", text: linesOf(node).join("\n") };
  return node.tagName === "table" ? readTable(node) : undefined;
}

function readTable(table: Element): HtmlPart | undefined {
  const listed: ListedCell[][] = [];
  const found = elementsOf(table, new Set(["tr"]));
  for (const row of found) {
    const cells: ListedCell[] = [];
    for (const cell of row.childNodes.filter((node) => isElement(node))) {
      const text = cellText(cell);
      if (text === undefined) return undefined;
      cells.push({ text, columns: span(cell, "colspan"), rows: span(cell, "rowspan") });
    }
    listed.push(cells);
  }
  const placed = placeCells(listed);
  const { rows } = placed;
  const isData = rows.length > 1 && rows.some(({ cells }) => cells.length > 1);
  const hasHeader =
    elementsOf(table, new Set(["th"])).length > 0 || (isBold(found[0]) && !isBold(found[1]));
  return isData ? { kind: "table", table: placed, hasHeader } : undefined;
}

/** Whether no word of a row is in plain type. */
function isBold(row: Element | undefined): boolean {
  const paragraphs = row === undefined ? [] : elementsOf(row, new Set(["p"]));
  return (
    paragraphs.length > 0 && paragraphs.every((paragraph) => paragraph.childNodes.every(isBoldText))
  );
}

function isBoldText(node: Node): boolean {
  if (isElement(node)) return node.tagName === "strong" || node.childNodes.every(isBoldText);
  return !("value" in node) || node.value.trim() === "";
}

/** Its paragraphs as lines; undefined where it is more than a value. */
function cellText(cell: Element): string | undefined {
  const isArranging = elementsOf(cell, new Set(["table", "ul", "ol", "h1", "h2", "h3"])).length > 0;
  if (isArranging) return undefined;
  const lines = linesOf(cell);
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return lines.length > 1 && length > maxValueLength ? undefined : lines.join("\n");
}

function linesOf(cell: Element): readonly string[] {
  let text = "";
  function visit(node: Node): void {
    if ("value" in node) text += node.value;
    if (!isElement(node)) return;
    if (node.tagName === "br") text += "\n";
    for (const child of node.childNodes) visit(child);
    if (node.tagName === "p") text += "\n";
  }
  for (const child of cell.childNodes) visit(child);
  return text.split("\n").filter((line) => line.trim() !== "");
}

function elementsOf(root: Element, tagNames: ReadonlySet<string>): readonly Element[] {
  return root.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    const within = elementsOf(node, tagNames);
    return tagNames.has(node.tagName) ? [node, ...within] : within;
  });
}

function span(cell: Element, name: "colspan" | "rowspan"): number {
  return Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}
