/** How long questions, answers and votes are kept, and how a person has their own deleted. */

import type { Client } from "@libsql/client";
import { z } from "zod";

export interface HistoryCounts {
  /** Questions with their answers. */
  readonly questions: number;
  /** Answers voted on, however often the vote was changed. */
  readonly votes: number;
}

export interface History {
  /** What is kept of a person, in all chats. */
  countOf(userId: number): Promise<HistoryCounts>;
  /**
   * Deletes the questions a person asked, their answers, all votes on these, the person's votes on
   * answers of others, and that they want to be told of an answer. @returns what it deleted
   */
  forget(userId: number): Promise<HistoryCounts>;
  /** Deletes answers given before that time, with their votes. @returns how many answers */
  prune(before: Date): Promise<number>;
}

export const historyIndices = [
  "CREATE INDEX answers_user ON answers (user_id)",
  "CREATE INDEX answers_created_at ON answers (created_at)",
];

/** Nothing points to an answer that is gone. A golden question, which an admin made, outlives it. */
const withoutAnswers = [
  "DELETE FROM settled_answers WHERE answer_id NOT IN (SELECT id FROM answers)",
  `UPDATE golden_questions SET answer_id = NULL
     WHERE answer_id IS NOT NULL AND answer_id NOT IN (SELECT id FROM answers)`,
];

const countsSchema = z.object({
  questions: z.number().int(),
  votes: z.number().int(),
});

export function createHistory(client: Client): History {
  const countOf = async (userId: number): Promise<HistoryCounts> => {
    const { rows } = await client.execute({
      sql: `SELECT (SELECT COUNT(*) FROM answers WHERE user_id = ?1) AS questions,
              (SELECT COUNT(DISTINCT answer_id) FROM votes WHERE user_id = ?1) AS votes`,
      args: [userId],
    });
    return countsSchema.parse(rows[0]);
  };
  return {
    countOf,
    forget: async (userId) => {
      const counts = await countOf(userId);
      await client.batch(
        [
          {
            sql: `DELETE FROM votes WHERE user_id = ?1
                    OR answer_id IN (SELECT id FROM answers WHERE user_id = ?1)`,
            args: [userId],
          },
          { sql: "DELETE FROM answers WHERE user_id = ?", args: [userId] },
          { sql: "DELETE FROM waiting_questions WHERE user_id = ?", args: [userId] },
          ...withoutAnswers,
        ],
        "write",
      );
      return counts;
    },
    prune: async (before) => {
      const [, answers] = await client.batch(
        [
          {
            sql: `DELETE FROM votes WHERE answer_id IN
                    (SELECT id FROM answers WHERE created_at < ?)`,
            args: [before.getTime()],
          },
          { sql: "DELETE FROM answers WHERE created_at < ?", args: [before.getTime()] },
          { sql: "DELETE FROM waiting_questions WHERE asked_at < ?", args: [before.getTime()] },
          ...withoutAnswers,
        ],
        "write",
      );
      return answers?.rowsAffected ?? 0;
    },
  };
}
