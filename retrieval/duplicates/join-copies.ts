/** Leaves of each sentence that was found in several places the best ranked, with the others beside it. */

import type { RankedSentence } from "../ranking/rank-sentences.ts";
import type { PlacedSentence, Saying } from "./group-sentences.ts";

/** A ranked sentence and where else it stands: one place a document, the best passage's first. */
export interface JoinedSentence extends RankedSentence {
  readonly alsoIn: readonly PlacedSentence[];
}

function otherDocuments(saying: Saying, documentId: string): readonly PlacedSentence[] {
  const places = new Map<string, PlacedSentence>();
  for (const placed of saying) {
    const other = placed.chunk.documentId;
    if (other !== documentId && !places.has(other)) places.set(other, placed);
  }
  return [...places.values()];
}

/** @param ranked best first, and so is what comes back */
export function joinCopies(
  ranked: readonly RankedSentence[],
  sayings: ReadonlyMap<string, Saying>,
): readonly JoinedSentence[] {
  const said = new Set<Saying>();
  return ranked.flatMap((sentence) => {
    const saying = sayings.get(sentence.sentence.id);
    if (saying === undefined) return [{ ...sentence, alsoIn: [] }];
    if (said.has(saying)) return [];
    said.add(saying);
    return [{ ...sentence, alsoIn: otherDocuments(saying, sentence.passage.chunk.documentId) }];
  });
}
