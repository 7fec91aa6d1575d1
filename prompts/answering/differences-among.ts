/** Puts the numbers of citations to what could be mistaken for the answer. */

import type { Citation, Difference } from "./answer.ts";
import type { Distinction } from "./choose-evidence.ts";

/** Nothing where no two of the citations differ so. */
export function differencesAmong(
  citations: readonly Citation[],
  distinctions: readonly Distinction[],
): { differences?: readonly Difference[] } {
  const numberOf = (id: string) => citations.find(({ sentenceId }) => sentenceId === id)?.n;
  const differences = distinctions.flatMap(({ kind, sentenceIds, scopes, values }) => {
    const [lead, other] = [numberOf(sentenceIds[0]), numberOf(sentenceIds[1])];
    if (lead === undefined || other === undefined) return [];
    const [ofLead = null, ofOther = null] = scopes;
    const [said, saidElsewhere] = values;
    return [
      {
        kind,
        citations: [lead, other] as [number, number],
        scopes: [ofLead, ofOther] as [string | null, string | null],
        values: [said, saidElsewhere] as [string, string],
      },
    ];
  });
  return differences.length === 0 ? {} : { differences };
}
