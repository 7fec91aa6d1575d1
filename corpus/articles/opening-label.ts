/** Cuts off a paragraph the label or title with which it begins. */

import type { Block } from "../formats/parsed-document.ts";
import type { Span } from "../sentence.ts";

/** The words of the label and the characters it takes, marks and blanks included. */
export interface OpeningLabel {
  readonly label: string;
  readonly length: number;
}

export interface CutLabel {
  readonly label: string;
  readonly span: Span;
  /** The paragraph without it. */
  readonly rest: Block;
}

/** @param read tells the label from the beginning of the block's text */
export function cutOpeningLabel(
  text: string,
  block: Block,
  read: (paragraph: string) => OpeningLabel | undefined,
): CutLabel | undefined {
  const [first, ...others] = block.spans;
  if (first === undefined) return undefined;
  const found = read(text.slice(first.start, first.end));
  if (found === undefined) return undefined;
  const start = first.start + found.length;
  return {
    label: found.label,
    span: { start: first.start, end: start },
    rest: { ...block, spans: [{ start, end: first.end }, ...others] },
  };
}
