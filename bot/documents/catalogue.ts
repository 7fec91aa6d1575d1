/** Lists the documents of a corpus with what their articles are called and when they were published. */

import type { CorpusSnapshot, DocumentSummary } from "../../retrieval/corpus-store.ts";
import { takeTurns } from "../../retrieval/take-turns.ts";
import { normalise } from "../../retrieval/text/normalise.ts";

export interface CatalogueDocument extends DocumentSummary {
  /** Of its articles that have one, each once. */
  readonly titles: readonly string[];
  /** First and last day on which its articles were published; absent where none is known. */
  readonly published?: { readonly first: string; readonly last: string };
}

/** Those who page through it ask again and again. */
const known = new WeakMap<CorpusSnapshot, Promise<readonly CatalogueDocument[]>>();

/** Ordered by path. */
export function catalogueOf(snapshot: CorpusSnapshot): Promise<readonly CatalogueDocument[]> {
  const listed = known.get(snapshot) ?? listAll(snapshot);
  known.set(snapshot, listed);
  // What failed is tried again.
  listed.catch(() => known.delete(snapshot));
  return listed;
}

async function listAll(snapshot: CorpusSnapshot): Promise<readonly CatalogueDocument[]> {
  const titles = new Map<string, Set<string>>();
  const days = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, id: string, value: string): void => {
    to.set(id, (to.get(id) ?? new Set()).add(value));
  };
  for (const { documentId, title, publishedOn } of await snapshot.listArticles()) {
    if (title !== undefined) add(titles, documentId, title);
    for (const day of publishedOn?.value.split("/") ?? []) add(days, documentId, day);
  }
  return (await snapshot.listDocuments()).map((document) => {
    const [first, ...later] = [...(days.get(document.id) ?? [])].sort();
    return {
      ...document,
      titles: [...(titles.get(document.id) ?? [])],
      ...(first === undefined ? {} : { published: { first, last: later.at(-1) ?? first } }),
    };
  });
}

/**
 * Those in whose path or titles each of the words stands; letter case, width and traditional
 * characters do not count. All where there are no words. The event loop goes on in between.
 */
export async function searchCatalogue<Listed extends Pick<CatalogueDocument, "path" | "titles">>(
  documents: readonly Listed[],
  words: string,
): Promise<readonly Listed[]> {
  const wanted = normalise(words).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return documents;
  const turn = takeTurns();
  const found: Listed[] = [];
  for (const document of documents) {
    await turn();
    const text = normalise([document.path, ...document.titles].join("\n"));
    if (wanted.every((word) => text.includes(word))) found.push(document);
  }
  return found;
}
