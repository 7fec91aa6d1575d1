/** Finds the blocks of Markdown: what a reader sees once it is rendered. */

import type { Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { maxMarkupDepth } from "../../limits.ts";
import { visibleText } from "../../text/visible-text.ts";
import { addHtml } from "../html/add-html.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { ParsedDocument } from "../parsed-document.ts";
import { addTable } from "../table/add-table.ts";
import { tableRow } from "../table/table.ts";
import { createTextBuilder, type TextBuilder } from "../text-builder.ts";

type TextKind = "paragraph" | "list-item";

/** Links show their text, code blocks stay whole, a table's rows name their columns. */
export function parseMarkdown(source: string): ParsedDocument {
  const { source: frontMatter, isBroken, title, byline, publishedOn } = readFrontMatter(source);
  const builder = createTextBuilder();
  builder.drop(frontMatter, isBroken ? "front matter, not YAML" : "front matter");
  const tree = fromMarkdown(source.slice(frontMatter.length), {
    // A single tilde is the mark of a range: `20~25度`.
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  addBlocks(builder, tree.children, "paragraph", 0);
  return {
    ...builder.build(),
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}

function addBlocks(
  builder: TextBuilder,
  nodes: readonly RootContent[],
  kind: TextKind,
  depth: number,
): void {
  for (const node of nodes) addBlock(builder, node, kind, depth + 1);
}

function addBlock(builder: TextBuilder, node: RootContent, kind: TextKind, depth: number): void {
  if (depth > maxMarkupDepth) {
    builder.drop(inlineText([node]), "nested too deeply");
    return;
  }
  if (node.type === "heading" || node.type === "paragraph" || node.type === "table") {
    for (const text of deletedTexts(node.children)) builder.drop(visibleText(text), "deleted");
  }
  // Rules, link definitions and the like show nothing.
  if (node.type === "heading") {
    builder.addHeading(node.depth, oneLine(node.children));
  } else if (node.type === "paragraph") addParagraph(builder, node.children, kind);
  else if (node.type === "code") builder.add("code", node.value);
  else if (node.type === "table") addRows(builder, node);
  else if (node.type === "html") addHtml(builder, node.value);
  else if (node.type === "list" || node.type === "listItem") {
    addBlocks(builder, node.children, "list-item", depth);
  } else if (node.type === "blockquote" || node.type === "footnoteDefinition") {
    addBlocks(builder, node.children, kind, depth);
  }
}

/** A hard break ends a line for the reader, so also a sentence. */
function addParagraph(
  builder: TextBuilder,
  nodes: readonly PhrasingContent[],
  kind: TextKind,
): void {
  const [only, ...others] = nodes;
  if (only?.type === "image" && others.length === 0) {
    builder.add("caption", visibleText(only.alt ?? ""));
    return;
  }
  for (const line of inlineText(nodes).split(hardBreak)) builder.add(kind, visibleText(line));
}

/** Markdown always has a row for the names, which some leave blank. */
function addRows(builder: TextBuilder, { children }: Table): void {
  const rows = children.flatMap(
    (row, at) =>
      tableRow(
        at + 1,
        row.children.map((cell) => oneLine(cell.children)),
      ) ?? [],
  );
  addTable(builder, { rows, merged: [] }, { needsProof: rows[0]?.row !== 1 });
}

/** `**湖水。**很清`: the rules want a blank that Chinese does not set. */
const unreadEmphasis = /\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*/gu;

/** Stands for a hard break in inline text; Markdown turns the character itself into another. */
const hardBreak = "\0";

/** A hard break within parts words, also Chinese ones. */
function oneLine(nodes: readonly Nodes[]): string {
  return visibleText(inlineText(nodes).replaceAll(hardBreak, " "));
}

function inlineText(nodes: readonly Nodes[], depth = 0): string {
  if (depth > maxMarkupDepth) return "";
  return nodes
    .map((node) => {
      if (node.type === "break") return hardBreak;
      if (node.type === "text") return node.value.replace(unreadEmphasis, "$1");
      if (node.type === "inlineCode" || node.type === "code") return node.value;
      if (node.type === "html") return /^<br\b/iu.test(node.value) ? hardBreak : "";
      if (node.type === "delete") return "";
      return "children" in node ? inlineText(node.children, depth + 1) : "";
    })
    .join("");
}

/** What `~~` strikes out. */
function deletedTexts(nodes: readonly Nodes[], depth = 0): readonly string[] {
  if (depth > maxMarkupDepth) return [];
  return nodes.flatMap((node) => {
    if (node.type === "delete") return [inlineText(node.children)];
    return "children" in node ? deletedTexts(node.children, depth + 1) : [];
  });
}
