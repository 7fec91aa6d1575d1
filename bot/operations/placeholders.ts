/**
 * Messages that show how far an answer is and are to become it: remembered, so that after a crash the
 * answer takes the place of its own placeholder.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";

interface Question {
  readonly chatId: number;
  /** The message that asks. */
  readonly questionId: number;
}

export interface Placeholders {
  /** @property messageId of the message that shows the progress */
  keep(placeholder: Question & { readonly messageId: number }): Promise<void>;
  find(question: Question): Promise<number | undefined>;
  /** Forgets those placed before that time. */
  prune(before: Date): Promise<void>;
}

export const placeholdersTable = `CREATE TABLE placeholders (
  chat_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  placed_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, question_id)
)`;

const rowSchema = z.object({ message_id: z.number().int() });

export function createPlaceholders(client: Client): Placeholders {
  return {
    keep: async ({ chatId, questionId, messageId }) => {
      await client.execute({
        sql: `INSERT OR REPLACE INTO placeholders (chat_id, question_id, message_id, placed_at)
              VALUES (?, ?, ?, ?)`,
        args: [chatId, questionId, messageId, Date.now()],
      });
    },
    find: async ({ chatId, questionId }) => {
      const { rows } = await client.execute({
        sql: "SELECT message_id FROM placeholders WHERE chat_id = ? AND question_id = ?",
        args: [chatId, questionId],
      });
      return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]).message_id;
    },
    prune: async (before) => {
      await client.execute({
        sql: "DELETE FROM placeholders WHERE placed_at < ?",
        args: [before.getTime()],
      });
    },
  };
}
