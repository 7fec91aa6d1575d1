/** Brings an older generation back, as a new one. */

import type { Connection } from "@lancedb/lancedb";
import type { Generation } from "../corpus-store.ts";
import { callLance } from "./connect-lance.ts";
import { openCandidate } from "./open-candidate.ts";
import { keptRow } from "./retention.ts";
import { type StateTable, toGeneration } from "./create-state-table.ts";

export interface RollBackOptions {
  readonly connection: Connection;
  readonly state: StateTable;
  readonly to: number;
  readonly now: () => Date;
}

/**
 * Restores each table to the older version, as its new head, then publishes that: the next load
 * starts from what is served. A kill in between leaves a mixed head, whose documents are not whole
 * and are loaded again.
 *
 * @throws {RetrievalError} `E_GENERATION_UNKNOWN`, `E_NO_CORPUS`, `E_ALREADY_PUBLISHED`
 */
export async function rollBack(options: RollBackOptions): Promise<Generation> {
  const { connection, state, to, now } = options;
  const rows = await state.rows();
  const target = keptRow(await state.kept(), to);
  const newest = rows[0] ?? target;
  if (target.generation === newest.generation) return toGeneration(newest);

  async function restore(name: string, version: number): Promise<number> {
    const table = await connection.openTable(name);
    try {
      await table.checkout(version);
      await table.restore();
      return await table.version();
    } finally {
      table.close();
    }
  }
  const restored = await callLance(`restore generation ${to}`, async () => ({
    documents_version: await restore(target.documents_table, target.documents_version),
    chunks_version: await restore(target.chunks_table, target.chunks_version),
    terms_version: await restore(target.terms_table, target.terms_version),
  }));
  const { row, snapshot } = await openCandidate(connection, {
    ...target,
    ...restored,
    generation: newest.generation + 1,
    published_at: now().toISOString(),
    rolled_back_to: to,
  });
  snapshot.close();
  await state.insert(row);
  return toGeneration(row);
}
