/** Cuts a block into sentences by the rule of its kind. */

import { hasWord } from "../text/characters.ts";
import type { Span } from "../sentence.ts";
import type { Block } from "../formats/parsed-document.ts";
import { type SentencePiece, splitSentences } from "./split-sentences.ts";
import { textLines } from "../text/text-lines.ts";

/** The block's sentences; a line of code and a row of a table are one each, whatever marks they hold. */
export function splitBlock(text: string, block: Block): readonly SentencePiece[] {
  if (block.kind !== "code" && block.kind !== "table-row") return splitSentences(text, block.spans);
  return block.spans.flatMap((span) => splitLines(text, span));
}

function splitLines(text: string, span: Span): readonly SentencePiece[] {
  const lines = textLines(text.slice(span.start, span.end));
  return lines
    .filter((line) => hasWord(line.text))
    .map((line) => ({
      text: line.text.replace(/\s+/gu, " "),
      spans: [{ start: span.start + line.start, end: span.start + line.end }],
    }));
}
