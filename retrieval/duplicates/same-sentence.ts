/** Whether two sentences are one sentence copied, letter by letter or with slips of a scanner. */

import { findMisreadings } from "./slips.ts";

/** A sentence made ready for comparison; see `comparable-units.ts`. */
export interface ComparableSentence {
  readonly units: readonly string[];
  /** The units as one text: equal where the sentences are the same letter by letter. */
  readonly key: string;
}

/** A scanner that reads 97 of 100 characters right makes two slips in 66. */
const unitsPerSlip = 15;

function whole({ units }: ComparableSentence) {
  return { units, start: 0, end: units.length };
}

export function isSameSentence(one: ComparableSentence, other: ComparableSentence): boolean {
  if (one.key === other.key) return true;
  const lengths = [one.units.length, other.units.length];
  const allowed = Math.floor(Math.min(...lengths) / unitsPerSlip);
  if (allowed === 0 || Math.max(...lengths) - Math.min(...lengths) > allowed) return false;
  const misread = findMisreadings(whole(one), whole(other));
  return misread !== undefined && misread.doubtful === 0 && misread.slips <= allowed;
}
