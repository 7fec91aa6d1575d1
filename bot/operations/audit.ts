/** Who changed what and when: every load, rollback and upload leaves a line that is never edited. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { jsonSchema, timeSchema } from "./columns.ts";

export interface AuditEntry {
  /** A person, as `telegram 12345`, or the command line with the system's user. */
  readonly who: string;
  /** What was done: `load`, `rollback`, `upload`, `allow chat`, `scope`, `golden` and others. */
  readonly act: string;
  /** Small, JSON-able and free of secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditedAct extends AuditEntry {
  readonly at: Date;
}

export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<readonly AuditedAct[]>;
  count(): Promise<number>;
  /** Who published a generation; undefined where nobody could leave a line, as after a kill. */
  publisherOf(generation: PublishedGeneration): Promise<string | undefined>;
}

interface PublishedGeneration {
  readonly number: number;
  readonly publishedAt: Date;
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
    count: async () => {
      const { rows } = await client.execute("SELECT COUNT(*) AS count FROM audit");
      return z.object({ count: z.number().int() }).parse(rows[0]).count;
    },
    publisherOf: async ({ number, publishedAt }) => {
      // Numbers begin anew where the corpus was deleted: an older line is about another generation.
      const { rows } = await client.execute({
        sql: `SELECT who FROM audit
              WHERE act IN ('load', 'rollback', 'upload', 'remove', 'bring back', 'forget')
                AND at >= ?
                AND json_extract(details, '$.generation') = ?
                AND COALESCE(json_extract(details, '$.published'), 1) = 1
              ORDER BY id LIMIT 1`,
        args: [publishedAt.getTime(), number],
      });
      return z.object({ who: z.string() }).optional().parse(rows[0])?.who;
    },
  };
}
