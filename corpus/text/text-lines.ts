/** The lines of a text that are not blank, and where they stand. */

import type { Span } from "../sentence.ts";

export interface TextLine extends Span {
  /** Without white space at its ends, as `start` and `end` are. */
  readonly text: string;
  /** Whether a blank line, or nothing, stands before it. */
  readonly isAfterBlank: boolean;
  /** How many blank lines stand before it. */
  readonly blankLinesBefore: number;
}

export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let blankLinesBefore = 0;
  let from = 0;
  while (from < text.length) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak === -1 ? text.length : lineBreak;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const start = from + (raw.length - raw.trimStart().length);
      const isAfterBlank = blankLinesBefore > 0 || lines.length === 0;
      const end = start + trimmed.length;
      lines.push({ start, end, text: trimmed, isAfterBlank, blankLinesBefore });
    }
    blankLinesBefore = trimmed === "" ? blankLinesBefore + 1 : 0;
    from = to + 1;
  }
  return lines;
}
