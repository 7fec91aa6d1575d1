/**
 * Loads that were asked for in chats, and who watches them, so that a restart goes on with what was
 * begun, in the same messages, and two who ask at once watch one load.
 *
 * A load is `running` while it is to be done, `ended` when its outcome is known, and `told` when those
 * who watch it know it too. At most one is running.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { jsonSchema, optionalNumberSchema, timeSchema } from "./columns.ts";
import { livingWorkers } from "./workers.ts";

export interface WantedLoad {
  /** Of the documents; undefined for all. */
  readonly path: string | undefined;
  readonly readAll: boolean;
  readonly force: boolean;
}

export interface StoredLoad extends WantedLoad {
  readonly id: number;
  readonly userId: number;
  /** Number of the generation served when it was asked; 0 for none. */
  readonly generationBefore: number;
  readonly askedAt: Date;
  readonly state: "running" | "ended" | "told";
  /** How often it was begun. */
  readonly attempts: number;
  /** Who wants it to stop. */
  readonly cancelledBy: number | undefined;
  /** As its worker has left it; undefined while it runs. */
  readonly outcome: unknown;
}

/** A message that shows a load. */
export interface NewWatcher {
  /** What was asked for; of one who joined, it may be another than what is loaded. */
  readonly wanted: WantedLoad;
  /** The same for the same wish, however often it is written down. */
  readonly key: string;
  readonly userId: number;
  readonly chatId: number;
  readonly threadId: number | undefined;
  readonly messageId: number;
  readonly language: "zh" | "en";
}

export interface Watcher extends NewWatcher {
  readonly id: number;
  readonly loadId: number;
}

export interface Loads {
  /**
   * Writes down that the message shows the running load; where none is running, the wanted one is from
   * now on, in the name of who watches it, and is the worker's.
   *
   * @returns the load that the message shows
   */
  ask(
    watcher: NewWatcher,
    begun: { readonly generationBefore: number; readonly worker: string },
  ): Promise<StoredLoad>;
  running(): Promise<StoredLoad | undefined>;
  find(id: number): Promise<StoredLoad | undefined>;
  /** Those who watch the load, who asked first. */
  watchers(id: number): Promise<readonly Watcher[]>;
  /** A load that is not told yet, and is this worker's or nobody's; it is this worker's now. */
  claim(worker: string): Promise<StoredLoad | undefined>;
  /** False where it is not running any more. */
  cancel(id: number, userId: number): Promise<boolean>;
  /** False where it is not this worker's any more. @param outcome JSON-able */
  end(id: number, worker: string, outcome: unknown): Promise<boolean>;
  markTold(id: number): Promise<void>;
}

/** As long as updates are remembered that could ask for the same again. */
const keepToldMs = 7 * 24 * 60 * 60 * 1000;

const loadSchema = z
  .object({
    id: z.number().int(),
    user_id: z.number().int(),
    path: z.string().nullable(),
    read_all: z.number().int(),
    force: z.number().int(),
    generation_before: z.number().int(),
    asked_at: timeSchema,
    state: z.enum(["running", "ended", "told"]),
    attempts: z.number().int(),
    cancelled_by: optionalNumberSchema,
    outcome: jsonSchema.nullable(),
  })
  .transform((row): StoredLoad => ({
    id: row.id,
    userId: row.user_id,
    path: row.path ?? undefined,
    readAll: row.read_all > 0,
    force: row.force > 0,
    generationBefore: row.generation_before,
    askedAt: row.asked_at,
    state: row.state,
    attempts: row.attempts,
    cancelledBy: row.cancelled_by,
    outcome: row.outcome ?? undefined,
  }));

const wantedSchema = z.object({
  path: z.string().optional(),
  readAll: z.boolean(),
  force: z.boolean(),
});

const watcherSchema = z
  .object({
    id: z.number().int(),
    load_id: z.number().int(),
    key: z.string(),
    user_id: z.number().int(),
    chat_id: z.number().int(),
    thread_id: optionalNumberSchema,
    message_id: z.number().int(),
    language: z.enum(["zh", "en"]),
    wanted: jsonSchema.pipe(wantedSchema),
  })
  .transform((row): Watcher => ({
    id: row.id,
    loadId: row.load_id,
    key: row.key,
    userId: row.user_id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    messageId: row.message_id,
    language: row.language,
    wanted: { ...row.wanted, path: row.wanted.path },
  }));

export function createLoads(client: Client): Loads {
  const findOne = async (
    sql: string,
    args: (string | number)[],
  ): Promise<StoredLoad | undefined> => {
    const { rows } = await client.execute({ sql, args });
    return rows[0] === undefined ? undefined : loadSchema.parse(rows[0]);
  };
  const changes = async (sql: string, args: (string | number)[]): Promise<boolean> =>
    (await client.execute({ sql, args })).rowsAffected > 0;

  return {
    ask: async (watcher, { generationBefore, worker }) => {
      const { key, wanted } = watcher;
      const now = Date.now();
      const results = await client.batch(
        [
          {
            sql: `DELETE FROM load_watchers WHERE load_id IN
                    (SELECT id FROM loads WHERE state = 'told' AND asked_at < ?)`,
            args: [now - keepToldMs],
          },
          {
            sql: "DELETE FROM loads WHERE state = 'told' AND asked_at < ?",
            args: [now - keepToldMs],
          },
          {
            sql: `INSERT INTO loads
                    (user_id, path, read_all, force, generation_before, asked_at, state, worker)
                  SELECT ?, ?, ?, ?, ?, ?, 'running', ?
                  WHERE NOT EXISTS (SELECT 1 FROM loads WHERE state = 'running')
                    AND NOT EXISTS (SELECT 1 FROM load_watchers WHERE key = ?)`,
            args: [
              watcher.userId,
              wanted.path ?? null,
              wanted.readAll ? 1 : 0,
              wanted.force ? 1 : 0,
              generationBefore,
              now,
              worker,
              key,
            ],
          },
          {
            sql: `INSERT INTO load_watchers
                    (load_id, key, user_id, chat_id, thread_id, message_id, language, wanted)
                  SELECT id, ?, ?, ?, ?, ?, ?, ? FROM loads WHERE state = 'running'
                  ON CONFLICT (key) DO NOTHING`,
            args: [
              key,
              watcher.userId,
              watcher.chatId,
              watcher.threadId ?? null,
              watcher.messageId,
              watcher.language,
              JSON.stringify(wanted),
            ],
          },
          {
            sql: `SELECT * FROM loads
                  WHERE id = (SELECT load_id FROM load_watchers WHERE key = ?)`,
            args: [key],
          },
        ],
        "write",
      );
      return loadSchema.parse(results.at(-1)?.rows[0]);
    },
    running: () => findOne("SELECT * FROM loads WHERE state = 'running'", []),
    find: (id) => findOne("SELECT * FROM loads WHERE id = ?", [id]),
    watchers: async (id) => {
      const { rows } = await client.execute({
        sql: "SELECT * FROM load_watchers WHERE load_id = ? ORDER BY id",
        args: [id],
      });
      return rows.map((row) => watcherSchema.parse(row));
    },
    claim: (worker) =>
      findOne(
        `UPDATE loads SET worker = ?1, attempts = attempts + 1
         WHERE id = (
           SELECT id FROM loads
           WHERE state IN ('running', 'ended')
             AND (worker = ?1 OR worker NOT IN ${livingWorkers("?2")})
           ORDER BY id LIMIT 1
         )
         RETURNING *`,
        [worker, Date.now()],
      ),
    cancel: (id, userId) =>
      changes("UPDATE loads SET cancelled_by = ? WHERE id = ? AND state = 'running'", [userId, id]),
    end: (id, worker, outcome) =>
      changes(
        "UPDATE loads SET state = 'ended', outcome = ? WHERE id = ? AND worker = ? AND state = 'running'",
        [JSON.stringify(outcome), id, worker],
      ),
    markTold: async (id) => {
      await changes("UPDATE loads SET state = 'told' WHERE id = ?", [id]);
    },
  };
}
