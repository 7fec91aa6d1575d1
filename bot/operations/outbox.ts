/**
 * Messages on their way to Telegram, each written down before it is sent, so that none is lost by a
 * crash and none is sent twice.
 *
 * A message is `waiting`, then `sending` while one worker tries, then `sent` or `failed`. One that a
 * worker died over, or whose receipt was lost, is `waiting` again and *unsure*: it may stand in the
 * chat already. Of a chat one message is sent at a time, in the order they were written down.
 */

import type { Client, Row } from "@libsql/client";
import { z } from "zod";
import { type Backlog, backlogSchema } from "./backlog.ts";
import { jsonSchema, optionalNumberSchema, timeSchema } from "./columns.ts";
import { chatOfUpdate, messageOfUpdate } from "./inbox.ts";
import { type Outcome, outcomeSchema } from "./outbox-outcome.ts";
import { livingWorkers } from "./workers.ts";

const outgoingMethods = ["sendMessage", "editMessageText", "sendDocument"] as const;

/** A call that must take effect once. */
export interface OutgoingCall {
  readonly method: (typeof outgoingMethods)[number];
  readonly chatId: number;
  /** As Telegram takes it; JSON-able. A document stands in it as `{name, text}`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

interface NewOutgoing extends OutgoingCall {
  /** The same for the same message, however often it is made. */
  readonly key: string;
  /** The answer it shows; that answer learns the message's number when it is sent. */
  readonly answerId?: string | undefined;
  /** When the update came that it answers. */
  readonly askedAt?: Date | undefined;
}

export interface StoredOutgoing extends OutgoingCall {
  readonly id: number;
  readonly answerId: string | undefined;
  readonly askedAt: Date | undefined;
  readonly createdAt: Date;
  /** Tries begun, with this one. */
  readonly attempts: number;
  /** Whether an earlier try may have taken effect. */
  readonly isUnsure: boolean;
  /** Every message of this chat that was known before the first try had this number or a lower one. */
  readonly afterId: number;
}

export interface Outbox {
  /**
   * Writes the message down for this worker, unless one of its key stands there.
   *
   * @returns the number of the one that stands there now
   */
  put(message: NewOutgoing, worker: string): Promise<number>;
  has(key: string): Promise<boolean>;
  outcome(id: number): Promise<Outcome>;
  /** Chats that hold a message which this worker may send now. */
  chatsToServe(worker: string): Promise<readonly number[]>;
  /** Whether the chat's next message is this worker's to send, now. */
  isReady(chatId: number, worker: string): Promise<boolean>;
  /** The same message, now being sent by this worker; undefined where there is none. */
  claim(chatId: number, worker: string): Promise<StoredOutgoing | undefined>;
  /** It stands in the chat: its text is forgotten here. */
  markSent(id: number, messageId: number): Promise<void>;
  markFailed(id: number, why: string): Promise<void>;
  /** It is tried again, not before the time. */
  markWaiting(
    id: number,
    when: { readonly notBefore: Date; readonly isUnsure: boolean },
  ): Promise<void>;
  /** It is sent to another place, or in another form. */
  replace(id: number, call: Pick<OutgoingCall, "chatId" | "payload">): Promise<void>;
  /** Of each message sent since that time its chat and when, the oldest first. */
  sentSince(time: Date): Promise<readonly { readonly chatId: number; readonly at: Date }[]>;
  /** Numbers above the given one that are known to be other messages of the chat. */
  knownMessages(chatId: number, afterId: number): Promise<ReadonlySet<number>>;
  /** Messages not sent and not failed, and since when. */
  backlog(): Promise<Backlog>;
}

/** As long as updates are remembered that could ask for the same message again. */
const keepSettledMs = 7 * 24 * 60 * 60 * 1000;

const storedSchema = z
  .object({
    id: z.number().int(),
    chat_id: z.number().int(),
    method: z.enum(outgoingMethods),
    payload: jsonSchema.pipe(z.record(z.string(), z.unknown())),
    answer_id: z.string().nullable(),
    asked_at: optionalNumberSchema,
    created_at: timeSchema,
    attempts: z.number().int(),
    is_unsure: z.number().int(),
    after_id: z.number().int(),
  })
  .transform((row): StoredOutgoing => ({
    id: row.id,
    chatId: row.chat_id,
    method: row.method,
    payload: row.payload,
    answerId: row.answer_id ?? undefined,
    askedAt: row.asked_at === undefined ? undefined : new Date(row.asked_at),
    createdAt: row.created_at,
    attempts: row.attempts,
    isUnsure: row.is_unsure > 0,
    afterId: row.after_id,
  }));

const idSchema = z.object({ id: z.number().int() });
const chatSchema = z.object({ chat_id: z.number().int() });
const sentSchema = z.object({ chat_id: z.number().int(), settled_at: timeSchema });
const messageSchema = z.object({ message_id: z.number().int() });

/**
 * What another worker who lives tries, or wrote, is its own; and what this one tries is not free for
 * it, even where its last sign of life is too old for others. Parameters: 1 the worker, 2 the present
 * time.
 */
const isFree = `(
  (state = 'waiting' AND (worker = ?1 OR worker NOT IN ${livingWorkers("?2")}))
  OR (state = 'sending' AND worker <> ?1 AND worker NOT IN ${livingWorkers("?2")})
) AND not_before <= ?2`;

/** The next message of chat 3, whoever's it is, so that nothing overtakes. */
const nextOfChat =
  "(SELECT id FROM outbox WHERE chat_id = ?3 AND settled_at IS NULL ORDER BY id LIMIT 1)";

export function createOutbox(client: Client): Outbox {
  const select = async (sql: string, args: (string | number)[]): Promise<readonly Row[]> =>
    (await client.execute({ sql, args })).rows;
  const settle = async (id: number, set: string, args: (string | number)[]): Promise<void> => {
    const now = Date.now();
    await client.batch(
      [
        {
          sql: `UPDATE outbox SET ${set}, payload = NULL, settled_at = ?
                WHERE id = ? AND settled_at IS NULL`,
          args: [...args, now, id],
        },
        {
          sql: `UPDATE answers SET message_id = outbox.message_id FROM outbox
                WHERE outbox.id = ? AND outbox.state = 'sent' AND answers.id = outbox.answer_id`,
          args: [id],
        },
        { sql: "DELETE FROM outbox WHERE settled_at < ?", args: [now - keepSettledMs] },
      ],
      "write",
    );
  };

  return {
    put: async ({ key, chatId, method, payload, answerId, askedAt }, worker) => {
      // An update that changes nothing lets the statement return the row that stood there.
      const { rows } = await client.execute({
        sql: `INSERT INTO outbox
                (key, chat_id, method, payload, answer_id, asked_at, created_at, state, worker)
              VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)
              ON CONFLICT (key) DO UPDATE SET key = key RETURNING id`,
        args: [
          key,
          chatId,
          method,
          JSON.stringify(payload),
          answerId ?? null,
          askedAt?.getTime() ?? null,
          Date.now(),
          worker,
        ],
      });
      return idSchema.parse(rows[0]).id;
    },
    has: async (key) => (await select("SELECT 1 FROM outbox WHERE key = ?", [key])).length > 0,
    outcome: async (id) => {
      const [row] = await select("SELECT state, message_id, failure FROM outbox WHERE id = ?", [
        id,
      ]);
      return outcomeSchema.parse(row);
    },
    chatsToServe: async (worker) => {
      const rows = await select(
        `SELECT DISTINCT chat_id FROM outbox WHERE settled_at IS NULL AND ${isFree}`,
        [worker, Date.now()],
      );
      return rows.map((row) => chatSchema.parse(row).chat_id);
    },
    isReady: async (chatId, worker) => {
      const rows = await select(`SELECT 1 FROM outbox WHERE id = ${nextOfChat} AND ${isFree}`, [
        worker,
        Date.now(),
        chatId,
      ]);
      return rows.length > 0;
    },
    claim: async (chatId, worker) => {
      const [row] = await select(
        `UPDATE outbox SET
           is_unsure = CASE WHEN state = 'sending' THEN 1 ELSE is_unsure END,
           state = 'sending',
           worker = ?1,
           attempts = attempts + 1,
           after_id = COALESCE(after_id, MAX(
             COALESCE(json_extract(payload, '$.reply_parameters.message_id'), 0),
             COALESCE((SELECT MAX(message_id) FROM outbox WHERE chat_id = ?3), 0),
             COALESCE((SELECT MAX(${messageOfUpdate}) FROM inbox WHERE ${chatOfUpdate} = ?3), 0)
           ))
         WHERE id = ${nextOfChat} AND ${isFree}
         RETURNING *`,
        [worker, Date.now(), chatId],
      );
      return row === undefined ? undefined : storedSchema.parse(row);
    },
    markSent: (id, messageId) => settle(id, "state = 'sent', message_id = ?", [messageId]),
    markFailed: (id, why) => settle(id, "state = 'failed', failure = ?", [why]),
    markWaiting: async (id, { notBefore, isUnsure }) => {
      await client.execute({
        sql: `UPDATE outbox SET state = 'waiting', not_before = ?, is_unsure = ?
              WHERE id = ? AND settled_at IS NULL`,
        args: [notBefore.getTime(), isUnsure ? 1 : 0, id],
      });
    },
    replace: async (id, { chatId, payload }) => {
      await client.execute({
        sql: `UPDATE outbox SET state = 'waiting', chat_id = ?, payload = ?, is_unsure = 0,
                after_id = NULL WHERE id = ? AND settled_at IS NULL`,
        args: [chatId, JSON.stringify(payload), id],
      });
    },
    sentSince: async (time) => {
      const rows = await select(
        `SELECT chat_id, settled_at FROM outbox WHERE state = 'sent' AND settled_at >= ?
         ORDER BY settled_at`,
        [time.getTime()],
      );
      return rows
        .map((row) => sentSchema.parse(row))
        .map((row) => ({ chatId: row.chat_id, at: row.settled_at }));
    },
    knownMessages: async (chatId, afterId) => {
      const rows = await select(
        `SELECT message_id FROM outbox WHERE chat_id = ? AND message_id > ?
         UNION SELECT ${messageOfUpdate} FROM inbox
         WHERE ${chatOfUpdate} = ? AND ${messageOfUpdate} > ?`,
        [chatId, afterId, chatId, afterId],
      );
      return new Set(rows.map((row) => messageSchema.parse(row).message_id));
    },
    backlog: async () => {
      const [row] = await select(
        `SELECT COUNT(*) AS count, MIN(created_at) AS oldest FROM outbox
         WHERE settled_at IS NULL`,
        [],
      );
      return backlogSchema.parse(row);
    },
  };
}
