/** Prepares the next generation at the head of the tables, and publishes it. */

import type { Connection } from "@lancedb/lancedb";
import type { CorpusWriter, PreparedDocument } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { createCallGate } from "./call-gate.ts";
import { callLance } from "./connect-lance.ts";
import {
  addDocuments,
  addEmbeddings,
  closeHeadTables,
  createHeadTables,
  deleteDocuments,
  type HeadTables,
  openHeadTables,
  readEmbeddings,
  readHead,
} from "./head-tables.ts";
import { type Ledger, readHeldRows, toHeldDocuments } from "./ledger.ts";
import { closePinnedTables, openPinnedTables } from "./pinned-tables.ts";
import { publishHead } from "./publish-head.ts";
import { type StateTable, toGeneration } from "./create-state-table.ts";
import { type HeldRow, type StateRow, tableNames, type VectorSpace } from "./tables.ts";

export interface LanceWriterOptions {
  readonly connection: Connection;
  readonly state: StateTable;
  readonly space: VectorSpace;
  readonly now: () => Date;
  readonly onWarning: (message: string) => void;
}

export async function openLanceWriter(options: LanceWriterOptions): Promise<CorpusWriter> {
  const { connection, state, space, onWarning } = options;
  let tables = await callLance("open the tables for writing", () =>
    openHeadTables(connection, space),
  );
  let ledger: Ledger | undefined;
  let known: { readonly generation: number; readonly rows: readonly HeldRow[] } | undefined;
  const gate = createCallGate(() => {
    if (tables !== undefined) closeHeadTables(tables);
  });

  function run<Result>(
    doing: string,
    call: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    return gate.run(() => callLance(doing, call, signal));
  }

  /** The tables and what they hold, both made on first use. */
  async function openHead(): Promise<{ tables: HeadTables; ledger: Ledger }> {
    tables ??= await createHeadTables(connection, space);
    ledger ??= (await servedHead(tables)) ?? (await readHead(tables));
    return { tables, ledger };
  }

  /** What the head holds where it is what is served, as after every load that went to its end. */
  async function servedHead(head: HeadTables): Promise<Ledger | undefined> {
    const [row] = await state.rows();
    if (row === undefined || !(await isServed(head, row))) return undefined;
    const rows = await servedRows(row);
    return { whole: new Map(rows.map((held) => [held.id, held])), broken: new Set() };
  }

  /** Read once for each generation. */
  async function servedRows(row: StateRow): Promise<readonly HeldRow[]> {
    if (known?.generation !== row.generation) {
      const head = tables;
      const isHead = head !== undefined && (await isServed(head, row));
      const rows = isHead ? await readHeldRows(head.documents) : await readServed(connection, row);
      known = { generation: row.generation, rows };
    }
    return known.rows;
  }

  /** Runs a write that changes the ledger; after a failure the ledger is read anew. */
  function write<Result>(
    doing: string,
    change: (head: { tables: HeadTables; ledger: Ledger }) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const call = async () => {
      const head = await openHead();
      ledger = undefined;
      const result = await change(head);
      ledger = head.ledger;
      return result;
    };
    return run(doing, call, signal);
  }

  return {
    served() {
      return run("read the served documents", async () => {
        const [row] = await state.rows();
        if (row === undefined) return undefined;
        const extendable = row.chunks_table === tableNames(space).chunks;
        const rows = await servedRows(row).catch((error: unknown) => {
          if (extendable) throw error;
          onWarning("The served documents are of an older format; all are loaded anew.");
          return [];
        });
        return { generation: toGeneration(row), extendable, documents: toHeldDocuments(rows) };
      });
    },

    heldDocuments() {
      return run("read what the head holds", async () => {
        if (tables === undefined) return new Map();
        return toHeldDocuments((await openHead()).ledger.whole.values());
      });
    },

    cachedVectors(textHashes) {
      return run("read cached vectors", async () =>
        tables === undefined ? new Map() : readEmbeddings(tables, textHashes),
      );
    },

    async cacheVectors(vectors) {
      if (vectors.size === 0) return;
      for (const vector of vectors.values()) checkVector(vector, space);
      await run("cache vectors", async () => {
        tables ??= await createHeadTables(connection, space);
        await addEmbeddings(tables, vectors, space.dimension);
      });
    },

    async replaceDocuments(prepared) {
      if (prepared.length === 0) return;
      for (const document of prepared) checkPrepared(document, space);
      await write("write documents", async (head) => {
        const ids = prepared.map(({ document }) => document.id);
        const { whole, broken } = head.ledger;
        await deleteDocuments(
          head.tables,
          ids.filter((id) => whole.has(id) || broken.has(id)),
        );
        for (const row of await addDocuments(head.tables, prepared, space.dimension)) {
          whole.set(row.id, row);
          broken.delete(row.id);
        }
      });
    },

    async removeDocuments(ids) {
      if (ids.length === 0) return;
      await write("remove documents", async (head) => {
        await deleteDocuments(head.tables, ids);
        for (const id of ids) {
          head.ledger.whole.delete(id);
          head.ledger.broken.delete(id);
        }
      });
    },

    publish(publishOptions = {}) {
      return write(
        "publish the generation",
        (head) =>
          publishHead({ ...options, ...publishOptions, head: head.tables, ledger: head.ledger }),
        publishOptions.signal,
      );
    },

    close() {
      gate.close();
    },
  };
}

async function isServed({ documents, chunks }: HeadTables, row: StateRow): Promise<boolean> {
  return (
    row.documents_table === documents.name &&
    row.documents_version === (await documents.version()) &&
    row.chunks_version === (await chunks.version())
  );
}

async function readServed(connection: Connection, row: StateRow): Promise<readonly HeldRow[]> {
  const pinned = await openPinnedTables(connection, row);
  try {
    return await readHeldRows(pinned.documents);
  } finally {
    closePinnedTables(pinned);
  }
}

/** LanceDB fills a short vector up with nulls instead of refusing it. */
function checkVector(vector: Float32Array, { name, dimension }: VectorSpace): void {
  if (vector.length === dimension && vector.every(Number.isFinite)) return;
  throw new RetrievalError(
    "E_EMBEDDING_DIMENSION",
    `Expected vectors of ${dimension} finite numbers from embedder ${name}, found one of ` +
      `${vector.length}. Check the embedder's model and dimension.`,
  );
}

function checkPrepared({ document, chunks, vectors }: PreparedDocument, space: VectorSpace): void {
  if (chunks.length !== vectors.length) {
    throw new TypeError(
      `${document.path} has ${chunks.length} chunks and ${vectors.length} vectors.`,
    );
  }
  for (const vector of vectors) checkVector(vector, space);
}
