/**
 * Which message of ours answers which question, for as long as a question may be edited: the answer
 * to the edited one then takes its place.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { sha256 } from "../../corpus/ids.ts";

export interface AskedQuestion {
  readonly chatId: number;
  /** The message that asks. */
  readonly questionId: number;
  /** Its words; kept as a hash. */
  readonly question: string;
}

export interface Asked {
  keep(asked: AskedQuestion & { readonly messageId: number }): Promise<void>;
  /** Undefined where the question was not answered of late. */
  find(
    asked: AskedQuestion,
  ): Promise<{ readonly messageId: number; readonly isSameQuestion: boolean } | undefined>;
}

export const askedTable = `CREATE TABLE asked (
  chat_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  question_hash TEXT NOT NULL,
  message_id INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, question_id)
)`;
export const askedIndex = "CREATE INDEX asked_at ON asked (asked_at)";

/** Far longer than a question may be edited. */
const keepMs = 60 * 60 * 1000;

const rowSchema = z.object({ question_hash: z.string(), message_id: z.number().int() });

export function createAsked(client: Client): Asked {
  return {
    keep: async ({ chatId, questionId, question, messageId }) => {
      const now = Date.now();
      await client.batch(
        [
          {
            sql: `INSERT INTO asked (chat_id, question_id, question_hash, message_id, asked_at)
                  VALUES (?1, ?2, ?3, ?4, ?5)
                  ON CONFLICT (chat_id, question_id)
                  DO UPDATE SET question_hash = ?3, message_id = ?4, asked_at = ?5`,
            args: [chatId, questionId, sha256(question), messageId, now],
          },
          { sql: "DELETE FROM asked WHERE asked_at < ?", args: [now - keepMs] },
        ],
        "write",
      );
    },
    find: async ({ chatId, questionId, question }) => {
      const { rows } = await client.execute({
        sql: "SELECT question_hash, message_id FROM asked WHERE chat_id = ? AND question_id = ?",
        args: [chatId, questionId],
      });
      if (rows[0] === undefined) return undefined;
      const row = rowSchema.parse(rows[0]);
      return { messageId: row.message_id, isSameQuestion: row.question_hash === sha256(question) };
    },
  };
}
