/** Tells what each block is to the piece of writing it stands in. */

import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { visibleText } from "../text/visible-text.ts";
import { isHouse } from "./byline-words.ts";
import { chooseTitle } from "./choose-title.ts";
import { columnOf } from "./column-label.ts";
import { findHeads, type Head, textBlocks } from "./find-heads.ts";
import { findOpenings, levelAt, type Opening } from "./find-openings.ts";
import type { RoughDocument } from "./rough-document.ts";
import { mastheadLength } from "./masthead.ts";
import { isCertainNote } from "./note-label.ts";
import { hasOpeningByline } from "./opening-byline.ts";
import { roughLabel, type RoughLabel } from "./rough-label.ts";

/** Titles and dates stand among so many first blocks, dates also among the last ones. */
const openingBlocks = 10;
const closingBlocks = 3;
/** Longer blocks are text whatever their words. */
const maxLabelLength = 200;

export type BlockLabel =
  | Exclude<RoughLabel, "line">
  | "title"
  /** Title of a piece among briefs. */
  | "brief title"
  | "caption title"
  /** A line above a title or a text that says nothing of it. */
  | "label";

export interface LabelledBlock {
  readonly block: Block;
  readonly label: BlockLabel;
  /** As a reader sees it; empty for long blocks, which are body. */
  readonly words: string;
}

export interface LabelBlocksOptions {
  /** Title from outside the text; a heading of the same words is not a section. */
  readonly knownTitle?: string | undefined;
  /** Whether the document is one piece, whatever stands in it. */
  readonly isOnePiece: boolean;
}

/**
 * The blocks in their order; each title opens a piece of its own. Where nothing would be left as
 * body, everything is.
 */
export function labelBlocks(
  parsed: ParsedDocument,
  options: LabelBlocksOptions,
): readonly LabelledBlock[] {
  const words = parsed.blocks.map((block) => wordsOf(parsed.text, block));
  const masthead = options.isOnePiece ? 0 : mastheadLength(words);
  const labels = parsed.blocks.map((block, index) => {
    const rough = roughLabel(block, words[index] ?? "");
    if (index < masthead) return rough === "date line" ? rough : "page header";
    const isAtEdge = index < openingBlocks || index >= parsed.blocks.length - closingBlocks;
    // A date within a text is a line of a list.
    return rough === "date line" && block.kind === "paragraph" && !isAtEdge ? "body" : rough;
  });
  const document = { parsed, words, labels: settleNames(parsed, words, labels) };
  const heads = findHeads(document.labels);
  const titles = nameTitles(document, heads, options);
  const text = textBlocks(document.labels);
  const labelled = parsed.blocks.map((block, index) => {
    const rough = document.labels[index] ?? "body";
    const plain = rough === "line" ? (text.has(index) ? "body" : "label") : rough;
    return { block, label: titles.get(index) ?? plain, words: words[index] ?? "" };
  });
  const hasBody = labelled.some(({ label }) => label === "body" || label === "caption");
  return hasBody ? labelled : labelled.map(({ block }) => ({ block, label: "body", words: "" }));
}

function wordsOf(text: string, { spans }: Block): string {
  const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  if (length > maxLabelLength) return "";
  return visibleText(spans.map((span) => text.slice(span.start, span.end)).join("\n"));
}

/** A line named as columns or notes are is one only above a title or a list, or on a paper's page. */
function settleNames(
  { text, blocks }: ParsedDocument,
  words: readonly string[],
  labels: readonly RoughLabel[],
): readonly RoughLabel[] {
  const isPaper = labels.includes("page header");
  return labels.map((label, index) => {
    if (label === "note label" && !isPaper && !isCertainNote(words[index] ?? "")) {
      return blocks[index]?.kind === "heading" ? "heading" : "line";
    }
    const column = label === "column" ? columnOf(words[index] ?? "") : undefined;
    if (column === undefined || isPaper) return label;
    const isOfPaper = column === "part" || column === "notices";
    const isAboveTitle = labels[index + 1] === "heading" && !isOfPaper;
    const next = blocks[index + 1];
    const isAboveList =
      column === "briefs" &&
      next !== undefined &&
      (next.kind === "list-item" || hasOpeningByline(text, next));
    if (isAboveTitle || isAboveList) return label;
    return blocks[index]?.kind === "heading" ? "heading" : "line";
  });
}

/** What the headings are that open a piece or name a picture. */
function nameTitles(
  document: RoughDocument,
  heads: readonly Head[],
  { knownTitle, isOnePiece }: LabelBlocksOptions,
): ReadonlyMap<number, BlockLabel> {
  const named = new Map<number, BlockLabel>();
  const main = findMainTitle(document, heads, knownTitle);
  const openings = isOnePiece ? new Map<Head, Opening>() : findOpenings(document, heads);
  const isPage = openings.size > 1 || knownTitle === undefined;
  const [first] = isPage ? openings.keys() : [];
  const firstTitle = first?.titles[0] ?? Infinity;
  const isAlone = first === undefined || !document.labels.slice(0, main).includes("body");
  if (main !== undefined && main < firstTitle && isAlone) named.set(main, "title");
  if (!isPage) return named;
  for (const [head, opening] of openings) {
    for (const [index, label] of nameHead(document, head, opening)) named.set(index, label);
  }
  for (const index of captionTitles(document, heads)) named.set(index, "caption title");
  return named;
}

function nameHead(
  { parsed, words }: RoughDocument,
  { titles }: Head,
  opening: Opening,
): readonly (readonly [number, BlockLabel])[] {
  const lines = titles.map((index) => ({
    words: words[index] ?? "",
    level: levelAt(parsed, index),
  }));
  const title = chooseTitle(lines, opening.endsTitle);
  return titles.flatMap((index, at): readonly (readonly [number, BlockLabel])[] => {
    if (at === title) return [[index, opening.isBrief ? "brief title" : "title"]];
    if (at < title) return [[index, "label"]];
    const isSubtitle = at === title + 1 && !isHouse(words[index] ?? "");
    return opening.endsTitle ? [[index, isSubtitle ? "subtitle" : "label"]] : [];
  });
}

/** Index of the outermost of the first headings, or of the one that repeats the known title. */
function findMainTitle(
  { parsed, words, labels }: RoughDocument,
  heads: readonly Head[],
  knownTitle: string | undefined,
): number | undefined {
  const headings = heads.flatMap(({ indices }) =>
    indices.filter((index) => labels[index] === "heading"),
  );
  if (knownTitle !== undefined) {
    const title = withoutBlanks(knownTitle);
    return headings.find((index) => withoutBlanks(words[index] ?? "") === title);
  }
  const first = headings.filter((index) => index < openingBlocks);
  const outermost = Math.min(...first.map((index) => levelAt(parsed, index)));
  return first.find((index) => levelAt(parsed, index) === outermost);
}

/** Titles are set with blanks for the eye. */
function withoutBlanks(title: string): string {
  return title.replace(/\s/gu, "");
}

/** Headings with nothing below them but a caption: `春耕正忙` above a picture of its own. */
function captionTitles({ labels }: RoughDocument, heads: readonly Head[]): readonly number[] {
  return heads.flatMap(({ indices, titles, next }) => {
    if (next !== "caption" || titles.length > 1) return [];
    const last = indices.at(-1) ?? 0;
    if (titles[0] !== last) return [];
    let below = last + 1;
    while (labels[below] === "caption" || labels[below] === "photo credit") below += 1;
    return labels[below] === "body" || labels[below] === "line" ? [] : titles;
  });
}
