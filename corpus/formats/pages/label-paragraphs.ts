/** Tells headings, captions and bylines of a page from its paragraphs. */

import { isByline, photoCreditLength } from "../../articles/byline.ts";
import { printedDate } from "../../dates/printed-date.ts";
import type { BlockKind } from "../parsed-document.ts";
import { lineMark } from "../plain-text/line-marks.ts";
import { hasHan } from "../../text/characters.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { lineShape } from "../plain-text/line-shape.ts";
import { isContentsRow } from "./contents-row.ts";
import { smallRatio, titleRatio } from "./lines.ts";
import { type BodyType, sameSize } from "./page-type.ts";
import type { Paragraph } from "./paragraphs.ts";

/** Longer text in large type is text. */
const maxTitleLength = 80;
const maxCaptionLength = 150;
/** All in type sizes of the body. */
const minPictureGap = 3;
const minCentringInset = 2;
const centreTolerance = 1;

export interface PlacedParagraph extends Paragraph {
  readonly text: string;
  /** Index of its column in reading order, across all pages. */
  readonly column: number;
  /** White between it and what stands above on its page, in the page's unit. */
  readonly whiteAbove: number;
  readonly isTableRow: boolean;
}

export type LabelledParagraph = PlacedParagraph &
  (
    | { readonly kind: Exclude<BlockKind, "heading"> }
    /** `typeSize` ranks titles; of those in the body's size it is the body's. */
    | { readonly kind: "heading"; readonly typeSize: number }
    /** Of a table of contents. */
    | { readonly kind: "contents" }
  );

/** @param paragraphs in reading order, of all columns and pages */
export function labelParagraphs(
  paragraphs: readonly PlacedParagraph[],
  body: BodyType,
): readonly LabelledParagraph[] {
  const labelled: LabelledParagraph[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    labelled.push(labelParagraph(paragraph, { before: labelled.at(-1), next, body }));
  }
  return labelled;
}

interface Surroundings {
  readonly before: LabelledParagraph | undefined;
  readonly next: PlacedParagraph | undefined;
  readonly body: BodyType;
}

function labelParagraph(paragraph: PlacedParagraph, around: Surroundings): LabelledParagraph {
  const { text } = paragraph;
  const { body } = around;
  const size = typeSizeOf(paragraph);
  if (paragraph.isTableRow) return { ...paragraph, kind: "table-row" };
  if (isContentsRow(text)) return { ...paragraph, kind: "contents" };
  if (isByline(text)) return { ...paragraph, kind: "byline" };
  if (printedDate(text) !== undefined) return { ...paragraph, kind: "dateline" };
  if (isCaption(paragraph, size, body)) return { ...paragraph, kind: "caption" };
  if (isTitle(text, size, body)) return { ...paragraph, kind: "heading", typeSize: size };
  if (isPlainHeading(paragraph, around)) {
    return { ...paragraph, kind: "heading", typeSize: Math.min(size, body.size) };
  }
  const mark = lineMark(text)?.kind;
  const isItem = mark === "bullet" || mark === "number";
  return { ...paragraph, kind: isItem ? "list-item" : "paragraph" };
}

/** The middle one of its rows' sizes. */
function typeSizeOf({ rows }: Paragraph): number {
  const sizes = rows.map((row) => row.typeSize).toSorted((one, other) => one - other);
  return sizes[Math.floor((sizes.length - 1) / 2)] ?? rows[0].typeSize;
}

function isCaption({ text, whiteAbove }: PlacedParagraph, size: number, body: BodyType): boolean {
  if (text.length > maxCaptionLength || size > body.size * sameSize) return false;
  const isUnderPicture = whiteAbove >= minPictureGap * body.size;
  return photoCreditLength(text) > 0 || (isUnderPicture && size <= smallRatio * body.size);
}

function isTitle(text: string, size: number, body: BodyType): boolean {
  if (size < titleRatio * body.size) return false;
  return text.length <= maxTitleLength && !/[。；]/u.test(text.slice(0, -1));
}

/** A short line that stands out by weight or place from the text below it. */
function isPlainHeading(paragraph: PlacedParagraph, { before, next, body }: Surroundings): boolean {
  const { rows, text, isIndented } = paragraph;
  const [row] = rows;
  if (next === undefined || row.typeSize < smallRatio * body.size) return false;
  if (lineShape(text, false) !== "short") return false;
  const isNextText = next.rows.length > 1 || endsComplete(next.text);
  if (row.isBold === true && !body.isBold) return next.rows[0].isBold !== true || isNextText;
  if (rows.length > 1 || !isNextText || /[:：]/u.test(text)) return false;
  // Below a title stand its author and subtitle.
  const isUnderTitle = before?.kind === "heading" && before.typeSize > titleRatio * body.size;
  if (isCentred(paragraph, body)) return !isUnderTitle;
  return hasHan(text) && !isIndented && next.isIndented && !isUnderTitle;
}

/** Whether a row leaves the same white on both sides. */
export function isCentred(
  { insetLeft, insetRight }: Paragraph,
  { size }: Pick<BodyType, "size">,
): boolean {
  return (
    insetLeft >= minCentringInset * size &&
    Math.abs(insetLeft - insetRight) <= centreTolerance * size
  );
}
