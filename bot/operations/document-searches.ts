/** What was searched for in the list of documents, for its buttons, which have no room for words. */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";

export interface DocumentSearches {
  /** @returns 12 characters of A–Z, a–z, 0–9, `-`, `_` */
  keep(words: string, at: Date): Promise<string>;
  /** Undefined where nobody searched for it, or long ago. */
  find(id: string): Promise<string | undefined>;
}

export const documentSearchesTable = `CREATE TABLE document_searches (
  id TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  asked_at INTEGER NOT NULL
)`;

const idBytes = 9;
/** So long the buttons of a list work. */
const keepMs = 7 * 24 * 60 * 60 * 1000;

const rowSchema = z.object({ words: z.string() });

export function createDocumentSearches(client: Client): DocumentSearches {
  return {
    keep: async (words, at) => {
      const id = randomBytes(idBytes).toString("base64url");
      await client.batch(
        [
          {
            sql: "DELETE FROM document_searches WHERE asked_at < ?",
            args: [at.getTime() - keepMs],
          },
          {
            sql: "INSERT INTO document_searches (id, words, asked_at) VALUES (?, ?, ?)",
            args: [id, words, at.getTime()],
          },
        ],
        "write",
      );
      return id;
    },
    find: async (id) => {
      const { rows } = await client.execute({
        sql: "SELECT words FROM document_searches WHERE id = ?",
        args: [id],
      });
      return rowSchema.optional().parse(rows[0])?.words;
    },
  };
}
