/** Remembers when documents came, changed or went, by what a publication made of the served ones. */

import { documentId } from "../../corpus/ids.ts";
import type { CorpusSnapshot, Generation } from "../../retrieval/corpus-store.ts";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { DocumentChanges } from "../operations/document-changes.ts";

/** Nothing where the load published nothing. */
export async function recordLoad(
  changes: DocumentChanges,
  { published, generation, added, changed, removed }: LoadReport,
): Promise<void> {
  if (!published || generation === undefined) return;
  await changes.add([...added, ...changed, ...removed].map(documentId), generation.publishedAt);
}

/** Hashes of the bytes of every document, by its id. */
export async function contentHashes(
  snapshot: CorpusSnapshot,
): Promise<ReadonlyMap<string, string>> {
  const documents = await snapshot.listDocuments();
  return new Map(documents.map(({ id, contentHash }) => [id, contentHash]));
}

/** @param before hashes of what was served before the older generation was brought back */
export async function recordRollback(
  changes: DocumentChanges,
  { publishedAt }: Generation,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = new Set([...before.keys(), ...after.keys()]);
  await changes.add(
    [...ids].filter((id) => before.get(id) !== after.get(id)),
    publishedAt,
  );
}
