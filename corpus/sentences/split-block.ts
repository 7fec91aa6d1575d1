/** Cuts a block into sentences by the rule of its kind. */

import { hasWord } from "../text/characters.ts";
import type { Span } from "../sentence.ts";
import type { Block } from "../formats/parsed-document.ts";
import { type SentencePiece, splitSentences } from "./split-sentences.ts";
import { type TextLine, textLines } from "../text/text-lines.ts";
import { visibleText } from "../text/visible-text.ts";
import { cutLong } from "./cut-long.ts";

/**
 * The block's sentences; a line of code and a row of a table are one each, whatever marks they hold,
 * unless it is too long to read.
 */
export function splitBlock(text: string, block: Block): readonly SentencePiece[] {
  if (block.kind !== "code" && block.kind !== "table-row") return splitSentences(text, block.spans);
  return block.spans.flatMap((span) => splitLines(text, span));
}

function splitLines(text: string, span: Span): readonly SentencePiece[] {
  const pieces = textLines(text.slice(span.start, span.end)).flatMap((line) =>
    cutLong(line.text, []).map(({ start, end }) => trimmed(line, { start, end })),
  );
  return pieces
    .filter((piece) => hasWord(piece.text))
    .map((piece) => ({
      text: visibleText(piece.text),
      spans: [{ start: span.start + piece.start, end: span.start + piece.end }],
    }));
}

/** A part of a line, without the white space at its ends. */
function trimmed(line: TextLine, part: Span): Span & { readonly text: string } {
  const raw = line.text.slice(part.start, part.end);
  const text = raw.trim();
  const start = line.start + part.start + (raw.length - raw.trimStart().length);
  return { text, start, end: start + text.length };
}
