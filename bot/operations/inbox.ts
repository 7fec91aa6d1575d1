/**
 * Updates as they came in, so that none is lost by a crash and none is handled twice, also where
 * several processes take them from here.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { type Backlog, backlogSchema } from "./backlog.ts";
import { jsonSchema, timeSchema } from "./columns.ts";
import { livingWorkers } from "./workers.ts";

/** Any Telegram update; the inbox reads its number and keeps the rest as it is. */
interface NumberedUpdate {
  readonly update_id: number;
}

export interface ReceivedUpdate {
  readonly update: NumberedUpdate;
  readonly receivedAt: Date;
  /** How often it was begun, by workers that died among others. */
  readonly attempts: number;
}

export interface Inbox {
  /**
   * Keeps the update. False where one of this number was kept before: do not handle it again.
   *
   * @param lane updates of one lane are handled one after another
   */
  accept(update: NumberedUpdate, lane?: string): Promise<boolean>;
  /**
   * At most so many updates that nobody alive works on, in the order of their numbers, now claimed
   * by this worker. Of a lane at most one, and only while none of it is worked on.
   */
  claim(worker: string, limit: number): Promise<readonly ReceivedUpdate[]>;
  /** Lets the update be begun anew by whoever claims it. */
  putBack(updateId: number): Promise<void>;
  /** Gives back what the worker has claimed and not handled, as if it had never begun. */
  release(worker: string): Promise<void>;
  /** Accepted and not yet handled, in the order of their numbers. */
  pending(): Promise<readonly ReceivedUpdate[]>;
  /** How many those are, and since when. */
  backlog(): Promise<Backlog>;
  markHandled(updateId: number): Promise<void>;
}

export const inboxTable = `CREATE TABLE inbox (
  update_id INTEGER PRIMARY KEY,
  received_at INTEGER NOT NULL,
  payload TEXT NOT NULL,
  handled_at INTEGER
)`;
export const inboxIndex = "CREATE INDEX inbox_handled_at ON inbox (handled_at)";
/** Where a message stands that came in; NULL for other updates. */
export const chatOfUpdate = "json_extract(payload, '$.message.chat.id')";
export const messageOfUpdate = "json_extract(payload, '$.message.message_id')";
export const inboxClaims = [
  "ALTER TABLE inbox ADD COLUMN lane TEXT",
  "ALTER TABLE inbox ADD COLUMN worker TEXT",
  "ALTER TABLE inbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0",
  "CREATE INDEX inbox_lane ON inbox (lane) WHERE handled_at IS NULL",
  `CREATE INDEX inbox_message ON inbox (${chatOfUpdate}, ${messageOfUpdate})`,
];

/** Telegram keeps updates for a day, so that one older than this never comes again. */
const keepHandledMs = 7 * 24 * 60 * 60 * 1000;

/** Of what is handled only numbers are kept: no words, and nobody's name. */
const markStatement = `UPDATE inbox SET handled_at = ?, payload = json_object(
    'update_id', update_id,
    'message', json_object(
      'message_id', json_extract(payload, '$.message.message_id'),
      'chat', json_object('id', json_extract(payload, '$.message.chat.id'))
    )
  ) WHERE update_id = ?`;

const rowSchema = z
  .object({
    received_at: timeSchema,
    payload: jsonSchema.pipe(z.looseObject({ update_id: z.number().int() })),
    attempts: z.number().int(),
  })
  .transform((row): ReceivedUpdate => ({
    update: row.payload,
    receivedAt: row.received_at,
    attempts: row.attempts,
  }));

/**
 * One statement, so that of several who ask at once each gets others. A worker's own updates are
 * never free for it, even where its last sign of life is too old for others.
 */
const claimStatement = `
  UPDATE inbox SET worker = ?1, attempts = attempts + 1
  WHERE update_id IN (
    SELECT update_id FROM inbox AS candidate
    WHERE handled_at IS NULL
      AND (worker IS NULL OR (worker <> ?1 AND worker NOT IN ${livingWorkers("?2")}))
      AND (lane IS NULL OR NOT EXISTS (
        SELECT 1 FROM inbox AS other
        WHERE other.lane = candidate.lane AND other.handled_at IS NULL
          AND (other.update_id < candidate.update_id
            OR other.worker = ?1 OR other.worker IN ${livingWorkers("?2")})
      ))
    ORDER BY update_id LIMIT ?3
  )
  RETURNING received_at, payload, attempts`;

export function createInbox(client: Client): Inbox {
  return {
    accept: async (update, lane) => {
      const { rowsAffected } = await client.execute({
        sql: `INSERT INTO inbox (update_id, received_at, payload, lane) VALUES (?, ?, ?, ?)
              ON CONFLICT (update_id) DO NOTHING`,
        args: [update.update_id, Date.now(), JSON.stringify(update), lane ?? null],
      });
      return rowsAffected > 0;
    },
    claim: async (worker, limit) => {
      const now = Date.now();
      const { rows } = await client.execute({
        sql: claimStatement,
        args: [worker, now, limit],
      });
      const claimed = rows.map((row) => rowSchema.parse(row));
      // The statement returns rows in no order.
      return claimed.sort((one, other) => one.update.update_id - other.update.update_id);
    },
    putBack: async (updateId) => {
      await client.execute({
        sql: "UPDATE inbox SET worker = NULL WHERE update_id = ?",
        args: [updateId],
      });
    },
    release: async (worker) => {
      await client.execute({
        sql: `UPDATE inbox SET worker = NULL, attempts = MAX(0, attempts - 1)
              WHERE worker = ? AND handled_at IS NULL`,
        args: [worker],
      });
    },
    pending: async () => {
      const { rows } = await client.execute(
        `SELECT received_at, payload, attempts FROM inbox WHERE handled_at IS NULL
         ORDER BY update_id`,
      );
      return rows.map((row) => rowSchema.parse(row));
    },
    backlog: async () => {
      const { rows } = await client.execute(
        `SELECT COUNT(*) AS count, MIN(received_at) AS oldest FROM inbox
         WHERE handled_at IS NULL`,
      );
      return backlogSchema.parse(rows[0]);
    },
    markHandled: async (updateId) => {
      const now = Date.now();
      await client.batch(
        [
          { sql: markStatement, args: [now, updateId] },
          { sql: "DELETE FROM inbox WHERE handled_at < ?", args: [now - keepHandledMs] },
        ],
        "write",
      );
    },
  };
}
