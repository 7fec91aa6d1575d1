/** Tells which sentences of copies need no ranking, since the passages they repeat hold them. */

import type { PassageGroup } from "./group-passages.ts";
import type { Saying } from "./group-sentences.ts";

/**
 * Ids of sentences. None is lost: a copy's sentence is among them only where a better passage, or a
 * better copy, holds it.
 */
export function findRepeats(
  groups: readonly PassageGroup[],
  sayings: ReadonlyMap<string, Saying>,
): ReadonlySet<string> {
  const inCopies = groups.flatMap(({ copies }) =>
    copies.flatMap(({ chunk }) => chunk.sentences.map(({ id }) => id)),
  );
  return new Set(inCopies.filter((id) => sayings.get(id)?.[0]?.sentence.id !== id));
}
