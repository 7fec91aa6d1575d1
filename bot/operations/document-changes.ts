/** When each document last came into the corpus, changed there, or went, as far as that is known. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { timeSchema } from "./columns.ts";

export interface DocumentChanges {
  /** @param at when the generation was published that has or lacks them */
  add(documentIds: readonly string[], at: Date): Promise<void>;
  /** By document id, of those of these of which it is known. */
  among(documentIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
}

export const documentChangesTable = `CREATE TABLE document_changes (
  document_id TEXT PRIMARY KEY,
  changed_at INTEGER NOT NULL
)`;

const rowSchema = z.object({ document_id: z.string(), changed_at: timeSchema });

export function createDocumentChanges(client: Client): DocumentChanges {
  return {
    add: async (documentIds, at) => {
      await client.execute({
        sql: `INSERT INTO document_changes (document_id, changed_at)
              SELECT value, ?2 FROM json_each(?1) WHERE true
              ON CONFLICT (document_id) DO UPDATE SET changed_at = ?2`,
        args: [JSON.stringify(documentIds), at.getTime()],
      });
    },
    among: async (documentIds) => {
      const { rows } = await client.execute({
        sql: `SELECT document_id, changed_at FROM document_changes
              WHERE document_id IN (SELECT value FROM json_each(?))`,
        args: [JSON.stringify(documentIds)],
      });
      const parsed = rows.map((row) => rowSchema.parse(row));
      return new Map(parsed.map((row) => [row.document_id, row.changed_at]));
    },
  };
}
