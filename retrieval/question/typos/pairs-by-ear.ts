/** The pairs of neighbours that a question may have meant, by the sound of its doubtful characters. */

import type { DoubtfulText } from "./choose-corrections.ts";
import { pairsWith } from "./choose-corrections.ts";

/** Of each of two neighbours that are both in doubt: together they are the square of it. */
const mostTogether = 30;

/** @param candidates by place, the likeliest first */
export function pairsByEar(
  text: DoubtfulText,
  candidates: ReadonlyMap<number, readonly string[]>,
): readonly string[] {
  const pairs = new Set<string>();
  for (const [at, characters] of candidates) {
    for (const character of characters) {
      for (const pair of pairsWith(text, at, character)) pairs.add(pair);
    }
    if (!text.pairs.includes(at)) continue;
    const behind = candidates.get(at + 1)?.slice(0, mostTogether) ?? [];
    for (const one of characters.slice(0, mostTogether)) {
      for (const other of behind) pairs.add(one + other);
    }
  }
  return [...pairs];
}
