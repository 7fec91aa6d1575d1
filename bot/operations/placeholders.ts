/**
 * Messages that show how far an answer is and are to become it: remembered, so that after a crash the
 * answer takes the place of its own placeholder.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";

interface Placed {
  readonly chatId: number;
  /** The message that asks. */
  readonly questionId: number;
  /** The message that shows the progress. */
  readonly messageId: number;
}

export interface Placeholders {
  keep(placeholder: Placed): Promise<void>;
  find(question: Omit<Placed, "messageId">): Promise<number | undefined>;
  drop(question: Omit<Placed, "messageId">): Promise<void>;
}

export const placeholdersTable = `CREATE TABLE placeholders (
  chat_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (chat_id, question_id)
)`;

const rowSchema = z.object({ message_id: z.number().int() });

export function createPlaceholders(client: Client): Placeholders {
  return {
    keep: async ({ chatId, questionId, messageId }) => {
      await client.execute({
        sql: `INSERT INTO placeholders (chat_id, question_id, message_id) VALUES (?1, ?2, ?3)
              ON CONFLICT (chat_id, question_id) DO UPDATE SET message_id = ?3`,
        args: [chatId, questionId, messageId],
      });
    },
    find: async ({ chatId, questionId }) => {
      const { rows } = await client.execute({
        sql: "SELECT message_id FROM placeholders WHERE chat_id = ? AND question_id = ?",
        args: [chatId, questionId],
      });
      return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]).message_id;
    },
    drop: async ({ chatId, questionId }) => {
      await client.execute({
        sql: "DELETE FROM placeholders WHERE chat_id = ? AND question_id = ?",
        args: [chatId, questionId],
      });
    },
  };
}
