/** Leaves out generations that were freed before they were to be kept as long as now. */

import type { Connection } from "@lancedb/lancedb";
import { RetrievalError } from "../errors.ts";
import { openTableIfPresent } from "./connect-lance.ts";
import type { StateRow } from "./tables.ts";

/**
 * The rows from the newest to the oldest that can still be opened: versions are freed from the old
 * end. In a healthy store that is a look at one row.
 *
 * @param rows newest first
 */
export async function rowsStillThere(
  connection: Connection,
  rows: readonly StateRow[],
): Promise<readonly StateRow[]> {
  for (let count = rows.length; count > 1; count--) {
    const oldest = rows[count - 1];
    if (oldest !== undefined && (await isThere(connection, oldest))) return rows.slice(0, count);
  }
  // Of the served one a reader is to hear what is wrong with it.
  return rows.slice(0, 1);
}

async function isThere(connection: Connection, row: StateRow): Promise<boolean> {
  const tables = [
    [row.documents_table, row.documents_version],
    [row.chunks_table, row.chunks_version],
    [row.terms_table, row.terms_version],
  ] as const;
  for (const [name, version] of tables) {
    if (!(await hasVersion(connection, name, version))) return false;
  }
  return true;
}

async function hasVersion(connection: Connection, name: string, version: number): Promise<boolean> {
  try {
    const table = await openTableIfPresent(connection, name, version);
    table?.close();
    return table !== undefined;
  } catch (error) {
    if (error instanceof RetrievalError || !isVersionMissing(error)) throw error;
    return false;
  }
}

function isVersionMissing(error: unknown): boolean {
  return error instanceof Error && /\bnot found\b/iu.test(error.message);
}
