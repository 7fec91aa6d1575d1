/** Questions that were refused, or whose answers did not help, without a word on who asked them. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import type { Scope } from "../../retrieval/scope.ts";
import { jsonSchema, timeSchema } from "./columns.ts";

export interface UnansweredCase {
  readonly answerId: string;
  /** As understood: it stands alone. */
  readonly question: string;
  readonly scope: Scope | undefined;
  readonly askedAt: Date;
  /** Refused, or asked back; else it was answered, and somebody says that it did not help. */
  readonly isRefused: boolean;
  readonly isDownvoted: boolean;
}

export interface Unanswered {
  /** Those not settled that were asked since that time, the newest first. */
  since(time: Date, limit: number): Promise<readonly UnansweredCase[]>;
  /** These are not listed again; the same question asked anew is. */
  settle(answerIds: readonly string[]): Promise<void>;
}

export const settledAnswersTable = `CREATE TABLE settled_answers (
  answer_id TEXT PRIMARY KEY,
  settled_at INTEGER NOT NULL
)`;

/** What of the table of answers is a refusal, as the index has it. */
export const isRefusal = "json_extract(answer, '$.kind') IN ('notFound', 'unclear')";
export const refusalsIndex = `CREATE INDEX answers_refused ON answers (created_at) WHERE ${isRefusal}`;

/** Answers of which somebody's newest vote says that they did not help. */
const downvoted = `SELECT answer_id FROM votes
  WHERE vote = 'down' AND id IN (SELECT MAX(id) FROM votes GROUP BY answer_id, user_id)`;

const rowSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    scope: z.nullable(jsonSchema.pipe(z.array(z.string()).readonly())),
    created_at: timeSchema,
    is_refused: z.number().int(),
    is_downvoted: z.number().int(),
  })
  .transform((row): UnansweredCase => ({
    answerId: row.id,
    question: row.question,
    scope: row.scope ?? undefined,
    askedAt: row.created_at,
    isRefused: row.is_refused !== 0,
    isDownvoted: row.is_downvoted !== 0,
  }));

export function createUnanswered(client: Client): Unanswered {
  return {
    since: async (time, limit) => {
      // Two queries in one, for each finds its rows by an index of its own.
      const { rows } = await client.execute({
        sql: `WITH downvoted AS (${downvoted}), listed AS (
                SELECT id FROM answers WHERE ${isRefusal} AND created_at >= ?1
                UNION SELECT id FROM answers
                  WHERE id IN (SELECT answer_id FROM downvoted) AND created_at >= ?1
              )
              SELECT id, created_at,
                json_extract(answer, '$.question') AS question,
                json_extract(answer, '$.scope') AS scope,
                ${isRefusal} AS is_refused,
                id IN (SELECT answer_id FROM downvoted) AS is_downvoted
              FROM answers
              WHERE id IN (SELECT id FROM listed)
                AND id NOT IN (SELECT answer_id FROM settled_answers)
              ORDER BY created_at DESC, rowid DESC LIMIT ?2`,
        args: [time.getTime(), limit],
      });
      return rows.map((row) => rowSchema.parse(row));
    },
    settle: async (answerIds) => {
      const now = Date.now();
      await client.batch(
        answerIds.map((id) => ({
          sql: `INSERT INTO settled_answers (answer_id, settled_at) VALUES (?, ?)
                ON CONFLICT (answer_id) DO NOTHING`,
          args: [id, now],
        })),
        "write",
      );
    },
  };
}
