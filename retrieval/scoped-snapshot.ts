/** A snapshot that holds only a part of its corpus, so that no reader can forget to look aside. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import { partOfSnapshot } from "./part-of-snapshot.ts";
import { type Scope, scopeFilter } from "./scope.ts";

/**
 * The same generation, of which only the documents in the scope are found, listed and read. How
 * common a word is stays that of the whole corpus. Closing it closes the snapshot.
 */
export function scopedSnapshot(snapshot: CorpusSnapshot, scope: Scope): CorpusSnapshot {
  return {
    ...partOfSnapshot(snapshot, scopeFilter(scope)),
    searchFullText: (tokens, options) => snapshot.searchFullText(tokens, { ...options, scope }),
    searchVectors: (vector, options) => snapshot.searchVectors(vector, { ...options, scope }),
  };
}
