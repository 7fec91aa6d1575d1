/** The sentences of retrieved chunks in matching form, kept for later questions. */

import { LRUCache } from "lru-cache";
import type { Chunk } from "../../corpus/chunk.ts";
import { normalise } from "./normalise.ts";

/** Chunk ids come from the sentences, so an entry can never be stale. */
const known = new LRUCache<string, readonly string[]>({ max: 2_000 });

/** Normalised texts of the chunk's sentences, in their order. */
export function normalisedSentences(chunk: Chunk): readonly string[] {
  const texts = known.get(chunk.id) ?? chunk.sentences.map(({ text }) => normalise(text));
  known.set(chunk.id, texts);
  return texts;
}
