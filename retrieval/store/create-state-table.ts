/** The one table readers follow: a row per kept generation, never changed once written. */

import type { Connection, Table } from "@lancedb/lancedb";
import type { Generation } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { arrowTable, readRows } from "./arrow-rows.ts";
import { createCallGate } from "./call-gate.ts";
import { callLance, firstLine, openTableIfPresent } from "./connect-lance.ts";
import { defaultRetention, keptRows, type Retention } from "./retention.ts";
import { rowsStillThere } from "./rows-still-there.ts";
import { stateRowSchema, stateSchema, stateTable, type StateRow } from "./tables.ts";

/** Each publication leaves a small file; LanceDB joins them beyond this. */
const maxFragments = 32;

export interface StateTable {
  /** Newest first; empty where nothing was ever published. @throws {RetrievalError} `E_STATE_BROKEN` */
  rows(): Promise<readonly StateRow[]>;
  /** Those that are kept and still there, newest first. @throws {RetrievalError} `E_STATE_BROKEN` */
  kept(): Promise<readonly StateRow[]>;
  /**
   * Publishes: one insert, which succeeds for one of many writers.
   *
   * @throws {RetrievalError} `E_ALREADY_PUBLISHED`
   */
  insert(row: StateRow): Promise<void>;
  /** Joins the files of many publications. */
  compact(): Promise<void>;
  /** Forgets every other generation. */
  keepOnly(generation: number): Promise<void>;
  close(): void;
}

export function createStateTable(
  connection: Connection,
  location: string,
  retention: Retention = defaultRetention,
): StateTable {
  let table: Table | undefined;
  const gate = createCallGate(() => table?.close());
  let known: { readonly version: number; readonly rows: readonly StateRow[] } | undefined;

  function run<Result>(doing: string, call: () => Promise<Result>): Promise<Result> {
    return gate.run(() => callLance(doing, call));
  }

  async function readState(): Promise<readonly StateRow[]> {
    table ??= await openTableIfPresent(connection, stateTable);
    if (table === undefined) return [];
    await table.checkoutLatest();
    const version = await table.version();
    if (known?.version === version) return known.rows;
    const rows = await readRows(table.query(), stateRowSchema);
    rows.sort((one, other) => other.generation - one.generation);
    known = { version, rows };
    return rows;
  }

  async function readAll(): Promise<readonly StateRow[]> {
    try {
      return await gate.run(readState);
    } catch (error) {
      throw error instanceof TypeError ? error : stateBroken(location, error);
    }
  }

  return {
    rows: readAll,
    async kept() {
      const kept = keptRows(await readAll(), retention);
      return run("look at older generations", () => rowsStillThere(connection, kept));
    },
    async insert(row) {
      const { numInsertedRows } = await run("publish the generation", async () => {
        table ??= await connection.createEmptyTable(stateTable, stateSchema, { existOk: true });
        await table.checkoutLatest();
        const source = arrowTable(
          stateSchema,
          Object.fromEntries(Object.entries(row).map(([column, value]) => [column, [value]])),
        );
        return table.mergeInsert("generation").whenNotMatchedInsertAll().execute(source);
      });
      if (numInsertedRows !== 1) {
        throw new RetrievalError(
          "E_ALREADY_PUBLISHED",
          `Expected to publish generation ${row.generation}, found that another process did first. ` +
            "Load again, one load at a time.",
          { retryable: true },
        );
      }
    },
    async compact() {
      await run("join small files", async () => {
        const { fragmentStats } = (await table?.stats()) ?? {};
        if (fragmentStats && fragmentStats.numFragments > maxFragments) await table?.optimize();
      });
    },
    async keepOnly(generation) {
      await run("forget older generations", async () => {
        await table?.checkoutLatest();
        await table?.delete(`generation <> ${generation}`);
      });
    },
    close() {
      gate.close();
    },
  };
}

function stateBroken(location: string, cause: unknown): RetrievalError {
  return new RetrievalError(
    "E_STATE_BROKEN",
    `Expected the table of generations at ${location} to be readable, found: ${firstLine(cause)} ` +
      "If the place cannot be reached at the moment, try again; if the files are damaged, delete " +
      "the store and load the documents again: it holds nothing that the documents do not.",
    { cause },
  );
}

/** What callers see of a row. */
export function toGeneration(row: StateRow): Generation {
  return {
    number: row.generation,
    publishedAt: new Date(row.published_at),
    embedder: row.embedder,
    dimension: row.dimension,
    documents: row.documents,
    articles: row.articles,
    sentences: row.sentences,
    chunks: row.chunks,
    ...(row.rolled_back_to === null ? {} : { rolledBackTo: row.rolled_back_to }),
  };
}
