/** The tables of one generation, each at the version that its row names. */

import type { Connection, Table } from "@lancedb/lancedb";
import { RetrievalError } from "../errors.ts";
import { callLance, openTableIfPresent } from "./connect-lance.ts";
import type { StateRow } from "./tables.ts";

export interface PinnedTables {
  readonly documents: Table;
  readonly chunks: Table;
  readonly terms: Table;
}

/** @throws {RetrievalError} `E_STATE_BROKEN` where a table is gone, `E_STORE_UNREACHABLE` */
export async function openPinnedTables(
  connection: Connection,
  row: StateRow,
): Promise<PinnedTables> {
  async function open(name: string, version: number): Promise<Table> {
    const table = await callLance(`open version ${version} of ${name}`, () =>
      openTableIfPresent(connection, name, version),
    );
    if (table !== undefined) return table;
    throw new RetrievalError(
      "E_STATE_BROKEN",
      `Expected table ${name} of generation ${row.generation}, found none. ` +
        "Delete the store and load the documents again: it holds nothing that they do not.",
    );
  }
  const [documents, chunks, terms] = await Promise.all([
    open(row.documents_table, row.documents_version),
    open(row.chunks_table, row.chunks_version),
    open(row.terms_table, row.terms_version),
  ]);
  return { documents, chunks, terms };
}

export function closePinnedTables({ documents, chunks, terms }: PinnedTables): void {
  documents.close();
  chunks.close();
  terms.close();
}
