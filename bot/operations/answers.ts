/** Answers as they were given, for buttons under them and replies to them. */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { answerSchema, type Answer } from "../../prompts/answering/answer.ts";
import { jsonSchema, optionalNumberSchema, timeSchema } from "./columns.ts";

interface NewAnswer {
  readonly chatId: number;
  /** Who asked. */
  readonly userId?: number | undefined;
  /** The forum topic. */
  readonly threadId?: number | undefined;
  /** As the person wrote it. */
  readonly question: string;
  readonly answer: Answer;
  /** When the question was asked, where it is answered long after, of the bot's own accord. */
  readonly askedBefore?: Date | undefined;
}

export interface StoredAnswer {
  /** 12 characters of A–Z, a–z, 0–9, `-`, `_`: fits into a button and cannot be guessed. */
  readonly id: string;
  readonly chatId: number;
  readonly userId: number | undefined;
  readonly threadId: number | undefined;
  /** The message that shows it, once sent; the outbox tells. */
  readonly messageId: number | undefined;
  readonly question: string;
  readonly answer: Answer;
  /** When the question was asked, where that was long before; undefined as a rule. */
  readonly askedBefore: Date | undefined;
  readonly createdAt: Date;
}

export interface Answers {
  /** Keeps the answer. @returns its id */
  save(answer: NewAnswer): Promise<string>;
  find(id: string): Promise<StoredAnswer | undefined>;
  /** The last answer that the message showed: that of an edited question replaces the first. */
  findByMessage(chatId: number, messageId: number): Promise<StoredAnswer | undefined>;
  /** The last answers of a chat or of one topic of it, newest first. */
  recent(
    place: { readonly chatId: number; readonly threadId?: number | undefined },
    limit: number,
  ): Promise<readonly StoredAnswer[]>;
}

export const answersTable = `CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  chat_id INTEGER NOT NULL,
  user_id INTEGER,
  thread_id INTEGER,
  message_id INTEGER,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  generation INTEGER NOT NULL,
  created_at INTEGER NOT NULL
)`;
export const answersIndices = [
  "CREATE INDEX answers_message ON answers (chat_id, message_id)",
  "CREATE INDEX answers_chat ON answers (chat_id, created_at)",
];
export const askedBeforeColumn = "ALTER TABLE answers ADD COLUMN asked_before INTEGER";

const idBytes = 9;

const storedAnswerSchema = z
  .object({
    id: z.string(),
    chat_id: z.number().int(),
    user_id: optionalNumberSchema,
    thread_id: optionalNumberSchema,
    message_id: optionalNumberSchema,
    question: z.string(),
    answer: jsonSchema.pipe(answerSchema),
    asked_before: timeSchema.nullable(),
    created_at: timeSchema,
  })
  .transform((row): StoredAnswer => ({
    id: row.id,
    chatId: row.chat_id,
    userId: row.user_id,
    threadId: row.thread_id,
    messageId: row.message_id,
    question: row.question,
    answer: row.answer,
    askedBefore: row.asked_before ?? undefined,
    createdAt: row.created_at,
  }));

export function createAnswers(client: Client): Answers {
  const select = async (
    condition: string,
    args: (string | number | null)[],
  ): Promise<readonly StoredAnswer[]> => {
    const { rows } = await client.execute({ sql: `SELECT * FROM answers ${condition}`, args });
    return rows.map((row) => storedAnswerSchema.parse(row));
  };
  return {
    save: async ({ chatId, userId, threadId, question, answer, askedBefore }) => {
      const id = randomBytes(idBytes).toString("base64url");
      await client.execute({
        sql: `INSERT INTO answers
                (id, chat_id, user_id, thread_id, question, answer, generation, asked_before,
                 created_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [
          id,
          chatId,
          userId ?? null,
          threadId ?? null,
          question,
          JSON.stringify(answer),
          answer.generation,
          askedBefore?.getTime() ?? null,
          Date.now(),
        ],
      });
      return id;
    },
    find: async (id) => (await select("WHERE id = ?", [id]))[0],
    findByMessage: async (chatId, messageId) => {
      const condition = "WHERE chat_id = ? AND message_id = ? ORDER BY rowid DESC LIMIT 1";
      return (await select(condition, [chatId, messageId]))[0];
    },
    recent: (place, limit) =>
      select("WHERE chat_id = ? AND thread_id IS ? ORDER BY created_at DESC, rowid DESC LIMIT ?", [
        place.chatId,
        place.threadId ?? null,
        limit,
      ]),
  };
}
