/** A chunk made ready for comparison with copies of itself. */

import { LRUCache } from "lru-cache";
import type { Chunk } from "../../corpus/chunk.ts";
import { normalisedSentences } from "../text/normalised-sentences.ts";
import { comparableUnits } from "./comparable-units.ts";
import type { ComparableSentence } from "./same-sentence.ts";
import { runsOf } from "./runs.ts";

/** A text as units and the runs that begin at each of them. */
export interface ComparableText {
  readonly units: readonly string[];
  readonly runs: Uint32Array;
}

/** All sentences as one text: copies may be split into sentences at other places. */
export interface Fingerprint extends ComparableText {
  /** In the chunk's order. */
  readonly sentences: readonly ComparableSentence[];
}

/** Chunk ids come from the sentences, so an entry can never be stale. */
const known = new LRUCache<string, Fingerprint>({ max: 1_000 });

/** @param units of a text, see `comparable-units.ts` */
export function toComparable(units: readonly string[]): ComparableText {
  return { units, runs: runsOf(units) };
}

/** Kept for later questions, at most 1,000. */
export function fingerprintOf(chunk: Chunk): Fingerprint {
  const found = known.get(chunk.id);
  if (found !== undefined) return found;
  const sentences = normalisedSentences(chunk).map((text) => {
    const units = comparableUnits(text);
    return { units, key: units.join(" ") };
  });
  const made = { ...toComparable(sentences.flatMap(({ units }) => units)), sentences };
  known.set(chunk.id, made);
  return made;
}
