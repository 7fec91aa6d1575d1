/** Cuts what has no sentence end for too long, so that it can still be read and cited. */

import type { Span } from "../sentence.ts";

/** Longer runs without any sentence end are cut at a comma or blank, in UTF-16 units. */
export const maxSentenceLength = 1000;

/**
 * Ranges of the text, one behind another and together all of it, none longer than
 * {@link maxSentenceLength}.
 *
 * @param ends offsets behind the sentence ends within, ascending
 */
export function cutLong(text: string, ends: readonly number[]): readonly Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    while (end - start > maxSentenceLength) {
      const cut = start + cutWithin(text.slice(start, start + maxSentenceLength));
      pieces.push({ start, end: cut });
      start = cut;
    }
    if (end > start) pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** Offset just behind the last mark or blank in the second half of the window, else its end. */
function cutWithin(window: string): number {
  for (let at = window.length - 1; at > window.length / 2; at -= 1) {
    if (/[，、,：:；;|\s]/u.test(window.charAt(at))) return at + 1;
  }
  const isPairCut = /[\ud800-\udbff]$/u.test(window);
  return isPairCut ? window.length - 1 : window.length;
}
