/** Leaves of the store only what is served, so that no file holds what was removed. */

import type { Connection, Table } from "@lancedb/lancedb";
import type { Schema } from "apache-arrow";
import { sha256 } from "../../corpus/ids.ts";
import type { Generation, PublishOptions } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { takeTurns } from "../take-turns.ts";
import {
  arrowTable,
  arrowTableInTurns,
  type Column,
  plainColumn,
  storedVectorSchema,
} from "./arrow-rows.ts";
import { closeHeadTables, createHeadTables, type HeadTables, readHead } from "./head-tables.ts";
import { closePinnedTables, openPinnedTables, type PinnedTables } from "./pinned-tables.ts";
import { publishHead } from "./publish-head.ts";
import type { StateTable } from "./create-state-table.ts";
import {
  chunksSchema,
  documentsSchema,
  embeddingsSchema,
  embeddingsTable,
  tableNames,
} from "./tables.ts";

/** LanceDB takes no table without rows; files of which every row is deleted go by themselves. */
const everyRow = "true";

export interface ForgetOlderOptions extends PublishOptions {
  readonly connection: Connection;
  readonly state: StateTable;
  readonly now: () => Date;
  readonly onWarning: (message: string) => void;
}

/**
 * 1. Writes the rows of the served generation anew: deleted rows stay in their files until these are
 *    written again, however old the version is that last showed them.
 * 2. Keeps of the vector cache what these rows hold.
 * 3. Publishes them as a new generation, with indices built from nothing.
 * 4. Forgets all other generations, frees their files, and drops what other embedders left.
 *
 * Killed on the way, it leaves the served generation as it was; the next load completes the head, and
 * forgetting may be asked for again. Readers of older generations fail once these are freed.
 *
 * @throws {RetrievalError} `E_NO_CORPUS`, `E_EMBEDDER_MISMATCH` where the served rows are of an older
 *   format, and as `publish`
 */
export async function forgetOlder(options: ForgetOlderOptions): Promise<Generation> {
  const { connection, state, now, signal } = options;
  const [served] = await state.rows();
  if (served === undefined) {
    throw new RetrievalError(
      "E_NO_CORPUS",
      "Expected a loaded corpus to keep, found none. Load the documents first.",
    );
  }
  const space = { name: served.embedder, dimension: served.dimension };
  if (served.chunks_table !== tableNames(space).chunks) {
    throw new RetrievalError(
      "E_EMBEDDER_MISMATCH",
      "Expected served rows of this version's format, found older ones. Load the documents first.",
    );
  }
  const pinned = await openPinnedTables(connection, served);
  let head: HeadTables | undefined;
  try {
    head = await createHeadTables(connection, space);
    const { documents, chunks } = head;
    await writeAnew(pinned.documents, documents, { schema: documentsSchema, signal });
    const schema = chunksSchema(space.dimension);
    await writeAnew(pinned.chunks, chunks, { schema, signal });
    await keepVectorsOf(pinned, head.embeddings, space.dimension);
    const ledger = await readHead(head);
    const generation = await publishHead({ ...options, space, head, ledger, countAnew: true });
    if (generation === undefined) throw new TypeError("Nobody was asked, and yet it was declined.");
    await state.keepOnly(generation.number);
    const freed = { cleanupOlderThan: now() };
    for (const table of [head.documents, head.chunks, head.terms, head.embeddings]) {
      await table.optimize(freed);
    }
    await dropOthers(connection, Object.values(tableNames(space)));
    return generation;
  } finally {
    closePinnedTables(pinned);
    if (head !== undefined) closeHeadTables(head);
  }
}

async function writeAnew(
  from: Table,
  to: Table,
  { schema, signal }: { readonly schema: Schema; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const names = schema.fields.map(({ name }) => name);
  let isFirst = true;
  const add = async (columns: Readonly<Record<string, Column>>): Promise<void> => {
    const mode = isFirst ? "overwrite" : "append";
    await to.add(await arrowTableInTurns(schema, columns), { mode });
    isFirst = false;
  };
  for await (const batch of from.query().select(names)) {
    signal?.throwIfAborted();
    await add(Object.fromEntries(names.map((name) => [name, plainColumn(batch.getChild(name))])));
  }
  if (isFirst) await to.delete(everyRow);
}

/** Chunks hold the texts and the vectors that the cache had for them. */
async function keepVectorsOf(
  { chunks }: PinnedTables,
  embeddings: Table,
  dimension: number,
): Promise<void> {
  const turn = takeTurns();
  const seen = new Set<string>();
  let isFirst = true;
  const add = async (vectors: ReadonlyMap<string, Float32Array>): Promise<void> => {
    const rows = { text_hash: [...vectors.keys()], vector: [...vectors.values()] };
    const mode = isFirst ? "overwrite" : "append";
    await embeddings.add(arrowTable(embeddingsSchema(dimension), rows), { mode });
    isFirst = false;
  };
  for await (const batch of chunks.query().select(["embedded_text", "vector"])) {
    const texts = batch.getChild("embedded_text");
    const stored = batch.getChild("vector");
    const vectors = new Map<string, Float32Array>();
    for (let row = 0; row < batch.numRows; row++) {
      await turn();
      const hash = sha256(String(texts?.get(row)));
      if (!seen.has(hash)) vectors.set(hash, storedVectorSchema.parse(stored?.get(row)));
      seen.add(hash);
    }
    await add(vectors);
  }
  if (isFirst) await embeddings.delete(everyRow);
}

/** @param kept names of tables of the served generation */
async function dropOthers(connection: Connection, kept: readonly string[]): Promise<void> {
  for (const name of await connection.tableNames()) {
    if (embeddingsTable.test(name) && !kept.includes(name)) await connection.dropTable(name);
  }
}
