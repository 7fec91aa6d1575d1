/** Looks up and lists only some documents of a snapshot; what it finds is for the caller to narrow. */

import type { CorpusSnapshot } from "./corpus-store.ts";

/** @param shows whether the document at the path belongs to the part */
export function partOfSnapshot(
  snapshot: CorpusSnapshot,
  shows: (path: string) => boolean,
): Omit<CorpusSnapshot, "searchFullText" | "searchVectors"> {
  return {
    generation: snapshot.generation,
    documentFrequencies: (tokens) => snapshot.documentFrequencies(tokens),
    listDocuments: async () => (await snapshot.listDocuments()).filter(({ path }) => shows(path)),
    listArticles: async () => (await snapshot.listArticles()).filter(({ path }) => shows(path)),
    pathsOf: async (ids) =>
      new Map([...(await snapshot.pathsOf(ids))].filter(([, path]) => shows(path))),
    document: async (id) => {
      const document = await snapshot.document(id);
      return document !== undefined && shows(document.path) ? document : undefined;
    },
    close: () => snapshot.close(),
  };
}
