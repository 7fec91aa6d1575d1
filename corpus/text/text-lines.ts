/** The lines of a text that are not blank, and where they stand. */

import type { Span } from "../sentence.ts";

export interface TextLine extends Span {
  /** Without white space at its ends, as `start` and `end` are. */
  readonly text: string;
  /** Whether a blank line, or nothing, stands before it. */
  readonly isAfterBlank: boolean;
}

export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let isAfterBlank = true;
  let from = 0;
  while (from < text.length) {
    const lineBreak = text.indexOf("\n", from);
    const to = lineBreak === -1 ? text.length : lineBreak;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const start = from + (raw.length - raw.trimStart().length);
      lines.push({ start, end: start + trimmed.length, text: trimmed, isAfterBlank });
    }
    isAfterBlank = trimmed === "";
    from = to + 1;
  }
  return lines;
}
