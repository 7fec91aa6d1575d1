/** Removes documents, brings them back, and forgets what older generations hold of them. */

import { AppError } from "../../corpus/errors.ts";
import { documentId } from "../../corpus/ids.ts";
import type { CorpusStore, Generation } from "../../retrieval/corpus-store.ts";
import type { LoadProgress, LoadReport } from "../../retrieval/load-report.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { RemovedDocument } from "../operations/removed-documents.ts";
import { checkServed } from "../check-served.ts";
import type { ServedView } from "./served-view.ts";

/** Who changes the documents, and how they follow it. */
export interface DocumentChange {
  /** As the audit names people. */
  readonly by: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** The load behind an act. Where it could not be, the act holds all the same; a later load completes it. */
export type FollowingLoad =
  | { readonly kind: "loaded"; readonly report: LoadReport }
  | { readonly kind: "notLoaded"; readonly error: AppError };

export type RemovalOutcome =
  /** No document is served at that path. */
  | { readonly kind: "unknown" }
  | { readonly kind: "already"; readonly removed: RemovedDocument }
  | { readonly kind: "removed"; readonly load: FollowingLoad };

export type BringingBackOutcome =
  /** It is none of the removed ones. */
  | { readonly kind: "unknown" }
  /** @param isServed whether its file was there, and readers find it again */
  | { readonly kind: "broughtBack"; readonly isServed: boolean; readonly load: FollowingLoad };

export interface DocumentActs {
  /** Those removed last first. */
  removedDocuments(): Promise<readonly RemovedDocument[]>;
  /** Nobody is shown it from now on; its file stays. @throws {RetrievalError | OperationsError} */
  removeDocument(path: string, change: DocumentChange): Promise<RemovalOutcome>;
  /** @throws {RetrievalError | OperationsError} */
  bringBackDocument(path: string, change: DocumentChange): Promise<BringingBackOutcome>;
  /** Removed documents that the generation holds, by path. @throws {RetrievalError} `E_GENERATION_UNKNOWN` */
  removedIn(generation: number): Promise<readonly string[]>;
  /**
   * Frees every generation but the served one, with all that they alone hold.
   *
   * @throws {RetrievalError} `E_LOAD_RUNNING`, `E_NO_CORPUS`, `E_EMBEDDER_MISMATCH`;
   *   `E_ALREADY_PUBLISHED` where `served` is given and is not served any more
   */
  forgetOlder(by: string, options?: { readonly served?: number }): Promise<Generation>;
}

export interface DocumentActsOptions {
  readonly store: CorpusStore;
  readonly view: ServedView;
  readonly operations: () => Promise<Operations>;
  /** Of what stands at the path alone. */
  readonly load: (
    change: Omit<DocumentChange, "by"> & { readonly path: string },
  ) => Promise<LoadReport>;
  /** Runs what changes the corpus while nobody else does. */
  readonly alone: <Result>(work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;
}

export function createDocumentActs(options: DocumentActsOptions): DocumentActs {
  const { store, view, operations, load, alone } = options;

  const listRemoved = async () => (await operations()).removedDocuments.list();

  async function follow(
    path: string,
    { by: _by, ...change }: DocumentChange,
  ): Promise<FollowingLoad> {
    try {
      return { kind: "loaded", report: await load({ ...change, path }) };
    } catch (error) {
      if (error instanceof AppError) return { kind: "notLoaded", error };
      throw error;
    }
  }

  async function audit(
    act: "remove" | "bring back" | "forget",
    by: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await (await operations()).audit.append({ who: by, act, details });
  }

  return {
    removedDocuments: listRemoved,

    async removeDocument(path, change) {
      const { removedDocuments } = await operations();
      const already = (await removedDocuments.list()).find((one) => one.path === path);
      if (already !== undefined) return { kind: "already", removed: already };
      const id = documentId(path);
      const contentHash = await view.use(
        async (snapshot) => (await snapshot.document(id))?.contentHash,
      );
      if (contentHash === undefined) return { kind: "unknown" };
      const { by } = change;
      await removedDocuments.add({ path, contentHash, removedBy: by, removedAt: new Date() });
      const following = await follow(path, change);
      await audit("remove", by, { path, ...detailsOf(following) });
      return { kind: "removed", load: following };
    },

    async bringBackDocument(path, change) {
      const removed = await (await operations()).removedDocuments.bringBack(path);
      if (removed === undefined) return { kind: "unknown" };
      const following = await follow(path, change);
      await audit("bring back", change.by, { path, ...detailsOf(following) });
      const served = await view.use((snapshot) => snapshot.pathsOf([removed.documentId]));
      return { kind: "broughtBack", isServed: served.size > 0, load: following };
    },

    async removedIn(generation) {
      const removed = (await listRemoved()).map((one) => one.documentId);
      if (removed.length === 0) return [];
      const snapshot = await store.openGeneration(generation);
      try {
        return [...(await snapshot.pathsOf(removed)).values()].sort();
      } finally {
        snapshot.close();
      }
    },

    async forgetOlder(by, { served } = {}) {
      const generation = await alone(async (signal) => {
        if (served !== undefined) await checkServed(store, served);
        return store.forgetOlder({ signal });
      });
      await audit("forget", by, { generation: generation.number });
      return generation;
    },
  };
}

function detailsOf(load: FollowingLoad): Readonly<Record<string, unknown>> {
  if (load.kind === "notLoaded") return { failed: load.error.code };
  const { published, generation } = load.report;
  return { published, generation: generation?.number };
}
