/** Updates as they came in, so that none is lost by a crash and none is handled twice. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { jsonSchema, timeSchema } from "./columns.ts";

/** Any Telegram update; the inbox reads its number and keeps the rest as it is. */
interface NumberedUpdate {
  readonly update_id: number;
}

interface PendingUpdate {
  readonly update: NumberedUpdate;
  readonly receivedAt: Date;
}

export interface Inbox {
  /** Keeps the update. False where one of this number was kept before: do not handle it again. */
  accept(update: NumberedUpdate): Promise<boolean>;
  /** Accepted and not yet handled, in the order of their numbers. */
  pending(): Promise<readonly PendingUpdate[]>;
  markHandled(updateId: number): Promise<void>;
}

export const inboxTable = `CREATE TABLE inbox (
  update_id INTEGER PRIMARY KEY,
  received_at INTEGER NOT NULL,
  payload TEXT NOT NULL,
  handled_at INTEGER
)`;
export const inboxIndex = "CREATE INDEX inbox_handled_at ON inbox (handled_at)";

/** Telegram keeps updates for a day, so that one older than this never comes again. */
const keepHandledMs = 7 * 24 * 60 * 60 * 1000;

const rowSchema = z.object({
  received_at: timeSchema,
  payload: jsonSchema.pipe(z.looseObject({ update_id: z.number().int() })),
});

export function createInbox(client: Client): Inbox {
  return {
    accept: async (update) => {
      const { rowsAffected } = await client.execute({
        sql: `INSERT INTO inbox (update_id, received_at, payload) VALUES (?, ?, ?)
              ON CONFLICT (update_id) DO NOTHING`,
        args: [update.update_id, Date.now(), JSON.stringify(update)],
      });
      return rowsAffected > 0;
    },
    pending: async () => {
      const { rows } = await client.execute(
        "SELECT received_at, payload FROM inbox WHERE handled_at IS NULL ORDER BY update_id",
      );
      return rows.map((row) => {
        const { received_at: receivedAt, payload: update } = rowSchema.parse(row);
        return { update, receivedAt };
      });
    },
    markHandled: async (updateId) => {
      const now = Date.now();
      await client.batch(
        [
          { sql: "UPDATE inbox SET handled_at = ? WHERE update_id = ?", args: [now, updateId] },
          { sql: "DELETE FROM inbox WHERE handled_at < ?", args: [now - keepHandledMs] },
        ],
        "write",
      );
    },
  };
}
