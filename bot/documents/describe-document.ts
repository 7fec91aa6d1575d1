/** All that is told of one document to those who look after it. */

import type { Document } from "../../corpus/document.ts";
import { scopeFilter } from "../../retrieval/scope.ts";
import type { App } from "../app.ts";
import type { Operations } from "../operations/open-operations.ts";

export interface DescribedDocument {
  readonly document: Document;
  /** When it came in as it is now, as far as that is known. */
  readonly loadedAt: Date | undefined;
  /** Its own, and those of the folders it stands in; sorted. */
  readonly tags: readonly string[];
}

/** Undefined where it is not served. @throws {RetrievalError | OperationsError} */
export async function describeDocument(
  {
    app,
    operations,
  }: {
    readonly app: Pick<App, "documents">;
    readonly operations: Pick<Operations, "documentChanges" | "tags">;
  },
  path: string,
): Promise<DescribedDocument | undefined> {
  const document = (await app.documents(path)).find((one) => one.path === path);
  if (document === undefined) return undefined;
  const changes = await operations.documentChanges.among([document.id]);
  const uses = (await operations.tags.list()).filter(({ paths }) => scopeFilter(paths)(path));
  return { document, loadedAt: changes.get(document.id), tags: uses.map(({ tag }) => tag) };
}
