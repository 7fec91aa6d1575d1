/** A snapshot that shows nothing of some documents, though its generation still holds them. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import { partOfSnapshot } from "./part-of-snapshot.ts";

/**
 * The same generation without the documents at these paths: neither found, listed nor read. How common
 * a word is stays that of the whole corpus. Closing it closes the snapshot.
 */
export function snapshotWithout(
  snapshot: CorpusSnapshot,
  paths: ReadonlySet<string>,
): CorpusSnapshot {
  const without = [...paths];
  return {
    ...partOfSnapshot(snapshot, (path) => !paths.has(path)),
    searchFullText: (tokens, options) => snapshot.searchFullText(tokens, { ...options, without }),
    searchVectors: (vector, options) => snapshot.searchVectors(vector, { ...options, without }),
  };
}
