/** Cuts a block of text into its smallest citable spans. */

import { hasWord } from "../text/characters.ts";
import type { Span } from "../sentence.ts";
import { cutLong, maxSentenceLength } from "./cut-long.ts";
import { sentenceEnds } from "./sentence-ends.ts";
import { visibleText } from "../text/visible-text.ts";

/** A sentence before it has an id and a section. */
export interface SentencePiece {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * The sentences of one block, in reading order, none empty, together holding every letter and digit
 * of it.
 *
 * @param text the document's text
 * @param spans where the block stands in it, ascending; a sentence may cross from one to the next
 */
export function splitSentences(text: string, spans: readonly Span[]): readonly SentencePiece[] {
  // A line break stands for the border of two spans, so that words on both sides stay apart.
  const running = spans.map((span) => text.slice(span.start, span.end)).join("\n");
  const pieces = joinWordless(running, cutLong(running, sentenceEnds(running)));
  const locate = locator(spans);
  return pieces.map((piece) => {
    const raw = running.slice(piece.start, piece.end);
    const start = piece.start + (raw.length - raw.trimStart().length);
    const end = piece.end - (raw.length - raw.trimEnd().length);
    return { text: visibleText(raw), spans: locate({ start, end }) };
  });
}

/**
 * A piece without letter or digit goes to the piece before it, or to the next where it is first;
 * to neither where it would make that too long.
 */
function joinWordless(running: string, pieces: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let pendingStart: number | undefined;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (hasWord(running.slice(piece.start, piece.end))) {
      const start = pendingStart ?? piece.start;
      const isTooLong = piece.end - start > maxSentenceLength;
      joined.push({ start: isTooLong ? piece.start : start, end: piece.end });
      pendingStart = undefined;
    } else if (last === undefined) {
      pendingStart ??= piece.start;
    } else if (piece.end - last.start <= maxSentenceLength) {
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    }
  }
  return joined;
}

/** Maps ascending ranges of the running text back to the document's text. */
function locator(spans: readonly Span[]): (range: Span) => readonly Span[] {
  let first = 0;
  let firstOffset = 0;
  return (range) => {
    const located: Span[] = [];
    let offset = firstOffset;
    for (let index = first; index < spans.length; index += 1) {
      const span = spans[index];
      if (span === undefined || offset >= range.end) break;
      const length = span.end - span.start;
      const start = Math.max(range.start - offset, 0);
      const end = Math.min(range.end - offset, length);
      if (start < end) located.push({ start: span.start + start, end: span.start + end });
      if (offset + length < range.end) {
        first = index + 1;
        firstOffset = offset + length + 1;
      }
      offset += length + 1;
    }
    return located;
  };
}
