/** Turns the head of the tables into the next generation. */

import type { Connection, Table } from "@lancedb/lancedb";
import type { CorpusSnapshot, Generation, PublishOptions } from "../corpus-store.ts";
import { isOneOf } from "./filters.ts";
import type { HeadTables } from "./head-tables.ts";
import { createLanceSnapshot } from "./create-lance-snapshot.ts";
import type { Ledger } from "./ledger.ts";
import { openCandidate } from "./open-candidate.ts";
import { closePinnedTables, openPinnedTables } from "./pinned-tables.ts";
import { freeStore, keepFrom } from "./free-store.ts";
import { type StateTable, toGeneration } from "./create-state-table.ts";
import { type StateRow, tableNames, type VectorSpace } from "./tables.ts";
import { writeTerms } from "./write-terms.ts";
import {
  chunkIndices,
  documentIndices,
  makeIndicesWhole,
  vectorIndex,
  type WantedIndex,
} from "./whole-indices.ts";

export interface PublishHeadOptions extends PublishOptions {
  readonly connection: Connection;
  readonly state: StateTable;
  readonly space: VectorSpace;
  readonly head: HeadTables;
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** Count all terms, where what was published before is to leave no trace. Default: the changes. */
  readonly countAnew?: boolean;
  readonly onWarning: (message: string) => void;
}

/**
 * 1. Deletes what a killed load left of documents that are gone.
 * 2. Counts terms, brings every index up to its rows, frees versions nobody keeps.
 * 3. Counts documents and chunks and asks both legs, all at the versions to be published.
 * 4. Asks whether that may be served; if not, leaves all as it is.
 * 5. Inserts the one row that readers follow.
 * 6. Frees what no kept generation uses.
 *
 * @returns undefined where it was not approved
 * @throws {RetrievalError} `E_LEG_UNHEALTHY`, `E_ALREADY_PUBLISHED`
 */
export async function publishHead(options: PublishHeadOptions): Promise<Generation | undefined> {
  const { connection, state, space, head, ledger, now, force, signal, onStage, onWarning } =
    options;
  const kept = await state.kept();
  const [newest] = kept;
  const base = newest?.chunks_table === tableNames(space).chunks ? newest : undefined;

  onStage?.("index");
  await deleteBroken(head, ledger);
  const rows = await head.chunks.countRows();
  const vectors = vectorIndex(rows, base?.vector_index_rows ?? 0);
  async function finish(table: Table, indices: readonly WantedIndex[]): Promise<void> {
    const cleanupOlderThan = await keepFrom(table, kept);
    await makeIndicesWhole(table, indices, { cleanupOlderThan, onWarning });
  }
  const steps = await Promise.allSettled([
    bringTermsUp(options, options.countAnew === true ? undefined : base).then((isAnew) =>
      isAnew ? finish(head.terms, []) : undefined,
    ),
    finish(head.documents, documentIndices(ledger.whole.size)),
    finish(head.chunks, [...chunkIndices(rows), ...vectors.wanted]),
  ]);
  // Thrown when all have ended, since the caller then closes the tables.
  for (const step of steps) if (step.status === "rejected") throw step.reason;
  signal?.throwIfAborted();

  onStage?.("check");
  const { row, snapshot } = await openCandidate(
    connection,
    {
      generation: (newest?.generation ?? 0) + 1,
      published_at: now().toISOString(),
      embedder: space.name,
      dimension: space.dimension,
      documents_table: head.documents.name,
      documents_version: await head.documents.version(),
      chunks_table: head.chunks.name,
      chunks_version: await head.chunks.version(),
      terms_table: head.terms.name,
      terms_version: await head.terms.version(),
      vector_index_rows: vectors.builtOn,
      rolled_back_to: null,
    },
    force === true
      ? { onUnhealthy: ({ message }) => onWarning(`Served all the same: ${message}`) }
      : {},
  );
  try {
    signal?.throwIfAborted();
    if (!(await isApproved(options, snapshot, base))) return undefined;
    signal?.throwIfAborted();
  } finally {
    snapshot.close();
  }

  onStage?.("publish");
  // A check may have taken its time since.
  const publishing = { ...row, published_at: now().toISOString() };
  await state.insert(publishing);
  await freeStore({ connection, state, embeddings: head.embeddings, onWarning });
  return toGeneration(publishing);
}

async function isApproved(
  { connection, approve }: PublishHeadOptions,
  snapshot: CorpusSnapshot,
  base: StateRow | undefined,
): Promise<boolean> {
  if (approve === undefined) return true;
  if (base === undefined) return approve({ snapshot });
  const served = createLanceSnapshot(base, await openPinnedTables(connection, base));
  try {
    return await approve({ snapshot, served });
  } finally {
    served.close();
  }
}

async function deleteBroken({ documents, chunks }: HeadTables, { broken }: Ledger): Promise<void> {
  for (const condition of isOneOf("id", [...broken])) await documents.delete(condition);
  for (const condition of isOneOf("document_id", [...broken])) await chunks.delete(condition);
  broken.clear();
}

async function bringTermsUp(
  { connection, head, ledger }: PublishHeadOptions,
  row: StateRow | undefined,
): Promise<boolean> {
  const base = row === undefined ? undefined : await openPinnedTables(connection, row);
  try {
    return await writeTerms({ head, base, stamps: ledger.whole });
  } finally {
    if (base !== undefined) closePinnedTables(base);
  }
}
