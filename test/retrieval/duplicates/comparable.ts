/** Texts made ready for comparison. */

import { comparableUnits } from "../../../retrieval/duplicates/comparable-units.ts";
import { type ComparableText, toComparable } from "../../../retrieval/duplicates/fingerprint.ts";
import type { ComparableSentence } from "../../../retrieval/duplicates/same-sentence.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";

export function comparableText(text: string): ComparableText {
  return toComparable(comparableUnits(normalise(text)));
}

export function comparableSentence(text: string): ComparableSentence {
  const units = comparableUnits(normalise(text));
  return { units, key: units.join(" ") };
}
