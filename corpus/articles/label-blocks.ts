/** Tells what each block is to the piece of writing it stands in. */

import { isByline } from "./byline.ts";
import { printedDate } from "../dates/printed-date.ts";
import type { Block, ParsedDocument } from "../formats/parsed-document.ts";
import { visibleText } from "../text/visible-text.ts";

/** Titles and dates stand among so many first blocks, dates also among the last ones. */
const openingBlocks = 10;
const closingBlocks = 3;
/** Longer blocks are text whatever their words. */
const maxLabelLength = 200;

export type BlockLabel =
  | "title"
  | "subtitle"
  | "heading"
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

/**
 * The blocks in their order. Where nothing would be left as body, everything is.
 *
 * @param knownTitle title from outside the text; a heading of the same words is not a section
 */
export function labelBlocks(
  parsed: ParsedDocument,
  knownTitle: string | undefined,
): readonly LabelledBlock[] {
  const words = parsed.blocks.map((block) => wordsOf(parsed.text, block));
  const titleIndex = findTitle(parsed.blocks, words, knownTitle);
  const labelled: LabelledBlock[] = [];
  for (const [index, block] of parsed.blocks.entries()) {
    const isAtEdge = index < openingBlocks || index >= parsed.blocks.length - closingBlocks;
    const before = labelled.at(-1)?.label;
    const shown = words[index] ?? "";
    const label = index === titleIndex ? "title" : labelOf(block, shown, before, isAtEdge);
    labelled.push({ block, label, words: shown });
  }
  const hasBody = labelled.some(({ label }) => label === "body" || label === "caption");
  return hasBody ? labelled : labelled.map(({ block }) => ({ block, label: "body", words: "" }));
}

function wordsOf(text: string, { spans }: Block): string {
  const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  if (length > maxLabelLength) return "";
  return visibleText(spans.map((span) => text.slice(span.start, span.end)).join("\n"));
}

/** The outermost of the first headings, or the one that repeats the known title; -1 for none. */
function findTitle(
  blocks: readonly Block[],
  words: readonly string[],
  knownTitle: string | undefined,
): number {
  let found = -1;
  let foundLevel = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "heading") continue;
    if (knownTitle !== undefined) {
      if (words[index] === visibleText(knownTitle)) return index;
    } else if (index < openingBlocks && block.level < foundLevel) {
      found = index;
      foundLevel = block.level;
    }
  }
  return found;
}

function labelOf(
  block: Block,
  words: string,
  before: BlockLabel | undefined,
  isAtEdge: boolean,
): BlockLabel {
  const isUnderHeading = before === "title" || before === "heading";
  const isLabel = block.kind === "heading" || block.kind === "paragraph";
  if (isUnderHeading && isLabel && /^[—–]{1,2}[^。！？!?]*$/u.test(words)) return "subtitle";
  if (block.kind === "heading") return "heading";
  if (block.kind === "caption") return "caption";
  const isDate = block.kind === "dateline" || (isAtEdge && block.kind === "paragraph");
  if (isDate && printedDate(words) !== undefined) return "date line";
  if (block.kind === "byline" || (block.kind === "paragraph" && isByline(words))) return "byline";
  return "body";
}
