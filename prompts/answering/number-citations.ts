/** Gives the sentences that statements cite their numbers for readers: from 1 in order of first use. */

import type { DraftStatement } from "../verification/evidence.ts";
import type { Statement } from "./answer.ts";

export interface Numbering {
  /** The statement with readers' numbers; undefined where it cites nothing. */
  renumber(statement: DraftStatement): Statement | undefined;
  /** Evidence numbers in the order of readers' numbers, each once. */
  readonly used: readonly number[];
}

export function createNumbering(): Numbering {
  const numbers = new Map<number, number>();
  const numberOf = (evidenceNumber: number): number => {
    const known = numbers.get(evidenceNumber) ?? numbers.size + 1;
    numbers.set(evidenceNumber, known);
    return known;
  };
  return {
    renumber({ text, citations }) {
      const [first, ...others] = citations.map(numberOf);
      return first === undefined ? undefined : { text, citations: [first, ...others] };
    },
    get used() {
      return [...numbers.keys()];
    },
  };
}
