/** Keeps a sentence that stands twice in one piece once. */

import type { SentencePiece } from "../sentences/split-sentences.ts";

/** Shorter sentences may well be meant twice: `好！`. */
const minLength = 20;

/**
 * The pieces without those that only repeat an earlier one, white space aside.
 *
 * @param onRepeated called for each that is left out
 */
export function removeRepeats<T extends { readonly piece: SentencePiece }>(
  pieces: readonly T[],
  onRepeated: (piece: T) => void,
): readonly T[] {
  const seen = new Set<string>();
  return pieces.filter((candidate) => {
    const content = candidate.piece.text.replace(/\s+/gu, "");
    if (content.length < minLength) return true;
    if (!seen.has(content)) {
      seen.add(content);
      return true;
    }
    onRepeated(candidate);
    return false;
  });
}
