/** What is known of a document that readers see no more. */

import type { ServedView } from "./served-view.ts";
import type { Operations } from "../operations/open-operations.ts";
import { RetrievalError } from "../../retrieval/errors.ts";

export interface Removal {
  /** When it was removed, or when it was found that its file is gone; undefined where nobody knows. */
  readonly at: Date | undefined;
}

export type Removals = ReadonlyMap<string, Removal>;

/**
 * By document id, of those of these documents that are not served.
 *
 * @throws {RetrievalError | OperationsError}
 */
export async function findRemovals(
  view: ServedView,
  operations: Pick<Operations, "removedDocuments" | "documentChanges">,
  documentIds: readonly string[],
): Promise<Removals> {
  const shown = await shownAmong(view, documentIds);
  const hidden = [...new Set(documentIds)].filter((id) => !shown.has(id));
  if (hidden.length === 0) return new Map();
  const removed = await operations.removedDocuments.list();
  const byId = new Map(removed.map((one) => [one.documentId, one.removedAt]));
  const changes = await operations.documentChanges.among(hidden);
  return new Map(hidden.map((id) => [id, { at: byId.get(id) ?? changes.get(id) }]));
}

/** Nothing where nothing is loaded. */
async function shownAmong(view: ServedView, ids: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return await view.use(async (snapshot) => new Set((await snapshot.pathsOf(ids)).keys()));
  } catch (error) {
    if (error instanceof RetrievalError && error.code === "E_NO_CORPUS") return new Set();
    throw error;
  }
}
