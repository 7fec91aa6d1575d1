/** Asks both legs for passages, again and deeper where copies of a few texts crowd the others out. */

import type { Hit } from "./corpus-store.ts";
import { type GroupedPassages, groupPassages } from "./duplicates/group-passages.ts";
import { fuseHits } from "./ranking/fuse-hits.ts";

/** Finds hits, best first. */
export type Leg = (limit: number) => Promise<readonly Hit[]>;

export interface Legs {
  readonly fullText: Leg;
  readonly vectors: Leg;
}

export interface FetchPassagesOptions {
  /** Hits each leg is asked for at first. */
  readonly limit: number;
  /** λ of the embedder. */
  readonly fusionWeight: number;
}

/** A leg is asked again where its hits are fewer different texts than this share of the limit. */
const crowdedShare = 0.5;
const deepening = 4;
/** Times the limit: beyond it, what copies leave room for is not near the question. */
const deepest = 16;

/** Different texts among the hits. */
function textsOf(hits: readonly Hit[], { groups }: GroupedPassages): number {
  const found = new Set(hits.map(({ chunk }) => chunk.id));
  const holds = ({ chunk }: Pick<Hit, "chunk">) => found.has(chunk.id);
  return groups.filter((group) => holds(group) || group.copies.some(holds)).length;
}

/** Passages of both legs, fused and grouped, best first; more than the limit, as a rule. */
export async function fetchPassages(
  legs: Legs,
  { limit, fusionWeight }: FetchPassagesOptions,
): Promise<GroupedPassages> {
  let [fullText, vectors] = await Promise.all([legs.fullText(limit), legs.vectors(limit)]);
  for (let depth = limit; ; depth *= deepening) {
    const found = groupPassages(fuseHits(fullText, vectors, fusionWeight));
    const isCrowded = (hits: readonly Hit[]) =>
      hits.length >= depth && textsOf(hits, found) < crowdedShare * limit;
    const [fullTextAgain, vectorsAgain] = [isCrowded(fullText), isCrowded(vectors)];
    if (depth >= deepest * limit || !(fullTextAgain || vectorsAgain)) return found;
    const next = depth * deepening;
    [fullText, vectors] = await Promise.all([
      fullTextAgain ? legs.fullText(next) : fullText,
      vectorsAgain ? legs.vectors(next) : vectors,
    ]);
  }
}
