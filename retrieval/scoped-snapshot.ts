/** A snapshot that holds only a part of its corpus, so that no reader can forget to look aside. */

import type { CorpusSnapshot } from "./corpus-store.ts";
import { isInScope, type Scope } from "./scope.ts";

/**
 * The same generation, of which only the documents in the scope are found, listed and read. How
 * common a word is stays that of the whole corpus. Closing it closes the snapshot.
 */
export function scopedSnapshot(snapshot: CorpusSnapshot, scope: Scope): CorpusSnapshot {
  return {
    generation: snapshot.generation,
    searchFullText: (tokens, options) => snapshot.searchFullText(tokens, { ...options, scope }),
    searchVectors: (vector, options) => snapshot.searchVectors(vector, { ...options, scope }),
    documentFrequencies: (tokens) => snapshot.documentFrequencies(tokens),
    listDocuments: async () =>
      (await snapshot.listDocuments()).filter(({ path }) => isInScope(path, scope)),
    document: async (id) => {
      const document = await snapshot.document(id);
      return document !== undefined && isInScope(document.path, scope) ? document : undefined;
    },
    close: () => snapshot.close(),
  };
}
