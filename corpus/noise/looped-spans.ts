/** Cuts out of a paragraph what a scan read over and over. */

import type { Span } from "../sentence.ts";

/** `minLength` characters or more, three times or more in a row; shorter ones may be meant. */
const loop = /(.{8,120}?)\1{2,}/gsu;
/** Longer paragraphs are no scans, and the search would cost too much. */
const maxLength = 100_000;

/** Fewer different letters are laughter, a rule or a row of numbers, and no text. */
const leastLetters = 4;

/** Sentences so short are a refrain, unless they come more often than one is sung. */
const maxRefrainLength = 20;
const mostRefrains = 5;

export interface CutSpans {
  readonly kept: readonly Span[];
  /** Every copy but the first. */
  readonly cut: readonly Span[];
}

/** @param spans of the paragraph in the text, ascending; each is looked at by itself */
export function cutLoops(text: string, spans: readonly Span[]): CutSpans {
  const kept: Span[] = [];
  const cut: Span[] = [];
  for (const { start, end } of spans) {
    let from = start;
    const words = end - start > maxLength ? "" : text.slice(start, end);
    for (const { index, 0: whole, 1: first = "" } of words.matchAll(loop)) {
      if (new Set(first.match(/\p{L}/gu)).size < leastLetters) continue;
      if (isRefrain(first) && whole.length <= first.length * mostRefrains) continue;
      const copies = { start: start + index + first.length, end: start + index + whole.length };
      kept.push({ start: from, end: copies.start });
      cut.push(copies);
      from = copies.end;
    }
    if (from < end) kept.push({ start: from, end });
  }
  return { kept, cut };
}

function isRefrain(words: string): boolean {
  return words.length <= maxRefrainLength && /[。！？!?]/u.test(words);
}
