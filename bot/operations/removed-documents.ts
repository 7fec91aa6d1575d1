/** Documents that were removed from the corpus, whose files stay where they are, until brought back. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { documentId } from "../../corpus/ids.ts";
import { optionalStringSchema, timeSchema } from "./columns.ts";

export interface RemovedDocument {
  readonly documentId: string;
  readonly path: string;
  /** SHA-256 of the bytes that were served; undefined where nothing was. */
  readonly contentHash: string | undefined;
  /** A person, as `telegram 12345`, or the command line with the system's user. */
  readonly removedBy: string;
  readonly removedAt: Date;
}

export interface RemovedDocuments {
  /** @returns whether it was not among them yet; else it stays as it was */
  add(removed: Omit<RemovedDocument, "documentId">): Promise<boolean>;
  /** @returns what is no longer among them; undefined where it was not */
  bringBack(path: string): Promise<RemovedDocument | undefined>;
  /** Those removed last first. */
  list(): Promise<readonly RemovedDocument[]>;
}

export const removedDocumentsTable = `CREATE TABLE removed_documents (
  path TEXT PRIMARY KEY,
  content_hash TEXT,
  removed_by TEXT NOT NULL,
  removed_at INTEGER NOT NULL
)`;

const rowSchema = z
  .object({
    path: z.string(),
    content_hash: optionalStringSchema,
    removed_by: z.string(),
    removed_at: timeSchema,
  })
  .transform((row): RemovedDocument => ({
    documentId: documentId(row.path),
    path: row.path,
    contentHash: row.content_hash,
    removedBy: row.removed_by,
    removedAt: row.removed_at,
  }));

export function createRemovedDocuments(client: Client): RemovedDocuments {
  return {
    add: async ({ path, contentHash, removedBy, removedAt }) => {
      const { rowsAffected } = await client.execute({
        sql: `INSERT INTO removed_documents (path, content_hash, removed_by, removed_at)
              VALUES (?, ?, ?, ?) ON CONFLICT (path) DO NOTHING`,
        args: [path, contentHash ?? null, removedBy, removedAt.getTime()],
      });
      return rowsAffected > 0;
    },
    bringBack: async (path) => {
      const { rows } = await client.execute({
        sql: "DELETE FROM removed_documents WHERE path = ? RETURNING *",
        args: [path],
      });
      return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]);
    },
    list: async () => {
      const { rows } = await client.execute(
        "SELECT * FROM removed_documents ORDER BY removed_at DESC, path",
      );
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}
