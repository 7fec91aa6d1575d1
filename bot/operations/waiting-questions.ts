/**
 * Questions that could not be answered and whose askers want to be told once they can: asked again
 * when another generation is served.
 */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { optionalNumberSchema, timeSchema } from "./columns.ts";

interface NewWaitingQuestion {
  readonly userId: number;
  /** Where it was asked, and where the answer goes. */
  readonly chatId: number;
  readonly threadId: number | undefined;
  /** The message that the answer replies to. */
  readonly replyTo: number;
  /** One that stands alone. */
  readonly question: string;
  readonly language: "zh" | "en";
  readonly askedAt: Date;
  /** The one it was refused from. */
  readonly generation: number;
}

export interface WaitingQuestion extends NewWaitingQuestion {
  /** 12 characters that name the message by which it is answered. */
  readonly id: string;
}

export interface WaitingQuestions {
  /** `full` where this person, or all together, wait for as many as may wait. */
  add(waiting: NewWaitingQuestion): Promise<"waits" | "full">;
  isWaiting(userId: number, question: string): Promise<boolean>;
  /** False where it did not wait. */
  cancel(userId: number, question: string): Promise<boolean>;
  /** Those not yet asked of that generation, the longest waiting first. */
  notAskedOf(generation: number, limit: number): Promise<readonly WaitingQuestion[]>;
  count(): Promise<number>;
  /** It was refused again. */
  markAsked(id: string, generation: number): Promise<void>;
  /** It is answered, or nobody can be told. */
  remove(id: string): Promise<void>;
  /** A group that became a supergroup has another id. */
  follow(from: number, to: number): Promise<void>;
}

export const waitingQuestionsTable = `CREATE TABLE waiting_questions (
  id TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL,
  chat_id INTEGER NOT NULL,
  thread_id INTEGER,
  reply_to INTEGER NOT NULL,
  question TEXT NOT NULL,
  language TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  UNIQUE (user_id, question)
)`;
export const waitingQuestionsIndex =
  "CREATE INDEX waiting_questions_generation ON waiting_questions (generation)";

/** More than that nobody remembers having asked. */
const mostOfPerson = 20;
/** Asking them all again takes minutes, not hours. */
const mostOfAll = 5000;

const idBytes = 9;
const countSchema = z.object({ count: z.number().int() });

const rowSchema = z
  .object({
    id: z.string(),
    user_id: z.number().int(),
    chat_id: z.number().int(),
    thread_id: optionalNumberSchema,
    reply_to: z.number().int(),
    question: z.string(),
    language: z.enum(["zh", "en"]),
    asked_at: timeSchema,
    generation: z.number().int(),
  })
  .transform((row): WaitingQuestion => ({
    id: row.id,
    userId: row.user_id,
    chatId: row.chat_id,
    threadId: row.thread_id,
    replyTo: row.reply_to,
    question: row.question,
    language: row.language,
    askedAt: row.asked_at,
    generation: row.generation,
  }));

export function createWaitingQuestions(client: Client): WaitingQuestions {
  const change = async (sql: string, args: (string | number | null)[]): Promise<number> =>
    (await client.execute({ sql, args })).rowsAffected;
  const isWaiting = async (userId: number, question: string): Promise<boolean> => {
    const { rows } = await client.execute({
      sql: "SELECT 1 FROM waiting_questions WHERE user_id = ? AND question = ?",
      args: [userId, question],
    });
    return rows.length > 0;
  };
  return {
    add: async (waiting) => {
      const { userId, chatId, threadId, replyTo, question, language } = waiting;
      const added = await change(
        `INSERT INTO waiting_questions
           (id, user_id, chat_id, thread_id, reply_to, question, language, asked_at, generation)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
         WHERE (SELECT COUNT(*) FROM waiting_questions WHERE user_id = ?2) < ${mostOfPerson}
           AND (SELECT COUNT(*) FROM waiting_questions) < ${mostOfAll}
         ON CONFLICT (user_id, question) DO NOTHING`,
        [
          randomBytes(idBytes).toString("base64url"),
          userId,
          chatId,
          threadId ?? null,
          replyTo,
          question,
          language,
          waiting.askedAt.getTime(),
          waiting.generation,
        ],
      );
      return added > 0 || (await isWaiting(userId, question)) ? "waits" : "full";
    },
    isWaiting,
    cancel: async (userId, question) =>
      (await change("DELETE FROM waiting_questions WHERE user_id = ? AND question = ?", [
        userId,
        question,
      ])) > 0,
    notAskedOf: async (generation, limit) => {
      const { rows } = await client.execute({
        sql: `SELECT * FROM waiting_questions WHERE generation < ?
              ORDER BY asked_at, rowid LIMIT ?`,
        args: [generation, limit],
      });
      return rows.map((row) => rowSchema.parse(row));
    },
    count: async () => {
      const { rows } = await client.execute("SELECT COUNT(*) AS count FROM waiting_questions");
      return countSchema.parse(rows[0]).count;
    },
    markAsked: async (id, generation) => {
      await change("UPDATE waiting_questions SET generation = ? WHERE id = ?", [generation, id]);
    },
    remove: async (id) => {
      await change("DELETE FROM waiting_questions WHERE id = ?", [id]);
    },
    follow: async (from, to) => {
      await change("UPDATE waiting_questions SET chat_id = ? WHERE chat_id = ?", [to, from]);
    },
  };
}
