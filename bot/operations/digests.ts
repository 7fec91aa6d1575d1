/** Who wants the weekly digest, and who had it for which week. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { timeSchema } from "./columns.ts";

export interface DigestReader {
  /** True until it is switched off. */
  readonly isOn: boolean;
  /** End of the newest week they had the digest of. */
  readonly sentUntil: Date | undefined;
}

export interface Digests {
  reader(userId: number): Promise<DigestReader>;
  switchTo(userId: number, isOn: boolean): Promise<void>;
  /** @param weekEnd of the week whose digest is on its way */
  markSent(userId: number, weekEnd: Date): Promise<void>;
}

export const digestsTable = `CREATE TABLE digests (
  user_id INTEGER PRIMARY KEY,
  is_on INTEGER NOT NULL DEFAULT 1,
  sent_until INTEGER
)`;

const rowSchema = z
  .object({
    is_on: z.number().int(),
    sent_until: timeSchema.nullable(),
  })
  .transform((row): DigestReader => ({
    isOn: row.is_on !== 0,
    sentUntil: row.sent_until ?? undefined,
  }));

export function createDigests(client: Client): Digests {
  return {
    reader: async (userId) => {
      const { rows } = await client.execute({
        sql: "SELECT is_on, sent_until FROM digests WHERE user_id = ?",
        args: [userId],
      });
      if (rows[0] === undefined) return { isOn: true, sentUntil: undefined };
      return rowSchema.parse(rows[0]);
    },
    switchTo: async (userId, isOn) => {
      await client.execute({
        sql: `INSERT INTO digests (user_id, is_on) VALUES (?1, ?2)
              ON CONFLICT (user_id) DO UPDATE SET is_on = ?2`,
        args: [userId, isOn ? 1 : 0],
      });
    },
    markSent: async (userId, weekEnd) => {
      await client.execute({
        sql: `INSERT INTO digests (user_id, sent_until) VALUES (?1, ?2)
              ON CONFLICT (user_id) DO UPDATE SET sent_until = ?2`,
        args: [userId, weekEnd.getTime()],
      });
    },
  };
}
