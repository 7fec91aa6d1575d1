/** Frees what no kept generation uses; never needed for correct answers. */

import type { Connection, Table } from "@lancedb/lancedb";
import { firstLine } from "./connect-lance.ts";
import { keepMarginMs, oldestKeptVersion } from "./retention.ts";
import type { StateTable } from "./create-state-table.ts";
import { corpusTable, type StateRow } from "./tables.ts";
import { embeddingIndices, makeIndicesWhole } from "./whole-indices.ts";

/** Small files of the vector cache, beyond which they are joined. */
const maxCacheFragments = 64;

/**
 * Versions of the table committed before this may go: an hour before the oldest that a kept
 * generation reads was committed or published. Undefined where all must stay.
 *
 * @param kept rows newest first
 */
export async function keepFrom(table: Table, kept: readonly StateRow[]): Promise<Date | undefined> {
  const oldest = oldestKeptVersion(kept, table.name);
  const last = kept.at(-1);
  if (oldest === undefined || last === undefined) return undefined;
  const versions = await table.listVersions();
  const committed = versions.find(({ version }) => version === oldest)?.timestamp;
  if (committed === undefined) return undefined;
  const first = Math.min(committed.getTime(), Date.parse(last.published_at));
  return new Date(first - keepMarginMs);
}

export interface FreeStoreOptions {
  readonly connection: Connection;
  readonly state: StateTable;
  readonly embeddings: Table | undefined;
  readonly onWarning: (message: string) => void;
}

/** Drops tables of embedders no longer kept and joins small files. Failures are only reported. */
export async function freeStore(options: FreeStoreOptions): Promise<void> {
  const { connection, state, embeddings, onWarning } = options;
  try {
    const kept = new Set(
      (await state.kept()).flatMap((row) => [
        row.documents_table,
        row.chunks_table,
        row.terms_table,
      ]),
    );
    for (const name of await connection.tableNames()) {
      if (corpusTable.test(name) && !kept.has(name)) await connection.dropTable(name);
    }
    await state.compact();
    const fragments = (await embeddings?.stats())?.fragmentStats.numFragments ?? 0;
    if (embeddings !== undefined && fragments > maxCacheFragments) {
      await makeIndicesWhole(embeddings, embeddingIndices, {
        cleanupOlderThan: new Date(Date.now() - keepMarginMs),
        onWarning,
      });
    }
  } catch (error) {
    onWarning(`Old parts of the store could not be freed: ${firstLine(error)}`);
  }
}
