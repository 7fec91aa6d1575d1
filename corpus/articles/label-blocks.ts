/** Tells what each block is to the piece of writing it stands in. */

import { printedDate } from "../dates/printed-date.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { endsComplete } from "../text/ends-complete.ts";
import { visibleText } from "../text/visible-text.ts";
import { findOpenings } from "./find-openings.ts";
import { isByline, isPhotoByline } from "./byline.ts";
import { noteLabel } from "./note-label.ts";

/** Titles and dates stand among so many first blocks, dates also among the last ones. */
const openingBlocks = 10;
const closingBlocks = 3;
/** Longer blocks are text whatever their words. */
const maxLabelLength = 200;
/** A line above an article's text without a sentence's end is a label up to this length. */
const maxColumnLength = 30;
const series =
  /^(?:[^。！？]{0,20}系列(?:报道|评论|述评|访谈)[^。！？]{0,8}|[^。！？]{0,12}之[一二三四五六七八九十]{1,2})$/u;

export type BlockLabel =
  | "title"
  | "subtitle"
  | "heading"
  | "label"
  | "note label"
  | "byline"
  | "date line"
  | "caption"
  | "body";

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
 * The blocks in their order; each `title` opens a piece of its own. Where nothing would be left as
 * body, everything is.
 */
export function labelBlocks(
  parsed: ParsedDocument,
  { knownTitle, isOnePiece }: LabelBlocksOptions,
): readonly LabelledBlock[] {
  const words = parsed.blocks.map((block) => wordsOf(parsed.text, block));
  const titles = new Set(findTitles(parsed, words, knownTitle, isOnePiece));
  const labelled: LabelledBlock[] = [];
  /** Whether a title stands above, and no text of its piece yet. */
  let isAboveText = false;
  for (const [index, block] of parsed.blocks.entries()) {
    const isAtEdge = index < openingBlocks || index >= parsed.blocks.length - closingBlocks;
    const shown = words[index] ?? "";
    const before = labelled.at(-1)?.label;
    const place = { before, isAtEdge, isAboveText };
    const label = titles.has(index) ? "title" : labelOf(block, shown, place);
    labelled.push({ block, label, words: shown });
    if (label === "title") isAboveText = true;
    if (label === "body") isAboveText = false;
  }
  const hasBody = labelled.some(({ label }) => label === "body" || label === "caption");
  return hasBody ? labelled : labelled.map(({ block }) => ({ block, label: "body", words: "" }));
}

function wordsOf(text: string, { spans }: Block): string {
  const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  if (length > maxLabelLength) return "";
  return visibleText(spans.map((span) => text.slice(span.start, span.end)).join("\n"));
}

function findTitles(
  parsed: ParsedDocument,
  words: readonly string[],
  knownTitle: string | undefined,
  isOnePiece: boolean,
): readonly number[] {
  const main = findMainTitle(parsed.blocks, words, knownTitle);
  const openings = isOnePiece ? [] : findOpenings(parsed, words);
  const [first] = openings;
  const isPage = openings.length > 1 || knownTitle === undefined;
  if (first === undefined || !isPage) return main === -1 ? [] : [main];
  return main !== -1 && main < first ? [main, ...openings] : openings;
}

/** The outermost of the first headings, or the one that repeats the known title; -1 for none. */
function findMainTitle(
  blocks: readonly Block[],
  words: readonly string[],
  knownTitle: string | undefined,
): number {
  let found = -1;
  let foundLevel = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "heading" || noteLabel(words[index] ?? "") !== undefined) continue;
    if (knownTitle !== undefined) {
      if (words[index] === visibleText(knownTitle)) return index;
    } else if (index < openingBlocks && block.level < foundLevel) {
      found = index;
      foundLevel = block.level;
    }
  }
  return found;
}

interface BlockPlace {
  /** Label of the block before. */
  readonly before: BlockLabel | undefined;
  readonly isAtEdge: boolean;
  readonly isAboveText: boolean;
}

function labelOf(
  block: Block,
  words: string,
  { before, isAtEdge, isAboveText }: BlockPlace,
): BlockLabel {
  const isLine = block.kind === "heading" || block.kind === "paragraph";
  const isUnderHeading = before === "title" || before === "heading" || before === "subtitle";
  if (isUnderHeading && isLine && /^[—–]{1,2}[^。！？!?]*$/u.test(words)) return "subtitle";
  if (isLine && noteLabel(words) !== undefined) return "note label";
  if (block.kind === "heading") return "heading";
  if (block.kind === "caption") return "caption";
  const isDate =
    block.kind === "dateline" ||
    (block.kind === "paragraph" && (isAtEdge || before === "title" || before === "byline"));
  if (isDate && printedDate(words) !== undefined) return "date line";
  const isCredit = block.kind === "byline" || (block.kind === "paragraph" && isByline(words));
  if (isCredit && !(isPhotoByline(words) && before === "body")) return "byline";
  if (block.kind === "paragraph" && words !== "") {
    if (series.test(words)) return "label";
    if (isAboveText && words.length <= maxColumnLength && !endsComplete(words)) {
      return "label";
    }
  }
  return "body";
}
