/** Puts the numbers of citations to what sources disagree on. */

import type { Citation, Conflict } from "./answer.ts";
import type { Disagreement } from "./choose-evidence.ts";

/** Nothing where the citations agree. */
export function conflictsAmong(
  citations: readonly Citation[],
  disagreements: readonly Disagreement[],
): { conflicts?: readonly Conflict[] } {
  const conflicts = disagreements.flatMap(({ sentenceIds, values }) => {
    const numbers = sentenceIds.flatMap((id) =>
      citations.filter(({ sentenceId }) => sentenceId === id).map(({ n }) => n),
    );
    return numbers.length < sentenceIds.length
      ? []
      : [{ citations: numbers, what: values.join(" / ") }];
  });
  return conflicts.length === 0 ? {} : { conflicts };
}
