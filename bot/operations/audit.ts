/** Who changed what and when: every load, rollback and upload leaves a line that is never edited. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { jsonSchema, timeSchema } from "./columns.ts";

interface AuditEntry {
  /** A person, as `telegram 12345`, or the command line with the system's user. */
  readonly who: string;
  /** What was done, as one verb: `load`, `rollback`, `upload`. */
  readonly act: string;
  /** Small, JSON-able and free of secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<readonly (AuditEntry & { readonly at: Date })[]>;
}

export const auditTable = `CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  details TEXT NOT NULL
)`;

const rowSchema = z.object({
  at: timeSchema,
  who: z.string(),
  act: z.string(),
  details: jsonSchema.pipe(z.record(z.string(), z.unknown())),
});

export function createAudit(client: Client): Audit {
  return {
    append: async ({ who, act, details }) => {
      await client.execute({
        sql: "INSERT INTO audit (at, who, act, details) VALUES (?, ?, ?, ?)",
        args: [Date.now(), who, act, JSON.stringify(details)],
      });
    },
    recent: async (limit) => {
      const { rows } = await client.execute({
        sql: "SELECT at, who, act, details FROM audit ORDER BY id DESC LIMIT ?",
        args: [limit],
      });
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}
