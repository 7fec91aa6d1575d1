/** Joins the hits of the two legs into one list of passages. */

import type { Hit } from "../corpus-store.ts";
import type { Passage } from "./passage.ts";

const smallestScore = 1e-6;

/**
 * Passages, best first: full-text score divided by the question's best, plus λ · cosine. Equal-weight
 * rank fusion lost 6 to 23 points of recall@1 with weak vectors, so scores are fused, not ranks.
 *
 * @param fusionWeight λ, belongs to the embedder
 */
export function fuseHits(
  fullText: readonly Hit[],
  vectors: readonly Hit[],
  fusionWeight: number,
): readonly Passage[] {
  const best = Math.max(smallestScore, ...fullText.map(({ score }) => score));
  const similarities = new Map(vectors.map(({ chunk, score }) => [chunk.id, score]));
  const found = new Map<string, Passage>();
  for (const { chunk, score: fullTextScore } of fullText) {
    const similarity = similarities.get(chunk.id) ?? 0;
    const score = fullTextScore / best + fusionWeight * similarity;
    found.set(chunk.id, { chunk, fullTextScore, similarity, score });
  }
  for (const { chunk, score: similarity } of vectors) {
    if (found.has(chunk.id)) continue;
    const score = fusionWeight * similarity;
    found.set(chunk.id, { chunk, fullTextScore: 0, similarity, score });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
