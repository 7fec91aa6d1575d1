/** Golden questions that admins made of answers, with who made them and of which answer. */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import {
  type Expectation,
  expectationSchema,
  type GoldenQuestion,
} from "../../prompts/evaluation/golden/golden-question.ts";
import type { Scope } from "../../retrieval/scope.ts";
import { jsonSchema, timeSchema } from "./columns.ts";

interface NewGoldenQuestion {
  /** One that stands alone. */
  readonly question: string;
  readonly expected: Expectation;
  readonly scope: Scope | undefined;
  /** Who made it, as the audit names people. */
  readonly by: string;
  /** The answer it was made of. */
  readonly answerId: string;
}

export interface KeptGoldenQuestion extends GoldenQuestion {
  readonly by: string;
  readonly at: Date;
  /** Undefined where the answer is no longer kept. */
  readonly answerId: string | undefined;
}

export interface GoldenQuestions {
  /** In the place of one with the same question and scope. @returns its id */
  add(golden: NewGoldenQuestion): Promise<string>;
  /** Those in force, the oldest first. */
  active(): Promise<readonly KeptGoldenQuestion[]>;
  /** The one in force that was made of the answer. */
  ofAnswer(answerId: string): Promise<KeptGoldenQuestion | undefined>;
  /** No longer in force. False where it was not. */
  drop(id: string): Promise<boolean>;
}

export const goldenQuestionsTable = `CREATE TABLE golden_questions (
  id TEXT PRIMARY KEY,
  question TEXT NOT NULL,
  expected TEXT NOT NULL,
  scope TEXT,
  answer_id TEXT,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  is_active INTEGER NOT NULL
)`;
export const goldenQuestionsIndex =
  "CREATE INDEX golden_questions_answer ON golden_questions (answer_id)";

const idBytes = 9;

const rowSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    expected: jsonSchema.pipe(expectationSchema),
    scope: z.nullable(jsonSchema.pipe(z.array(z.string()).readonly())),
    answer_id: z.string().nullable(),
    made_by: z.string(),
    made_at: timeSchema,
  })
  .transform((row): KeptGoldenQuestion => ({
    id: row.id,
    question: row.question,
    expected: row.expected,
    scope: row.scope ?? undefined,
    by: row.made_by,
    at: row.made_at,
    answerId: row.answer_id ?? undefined,
  }));

export function createGoldenQuestions(client: Client): GoldenQuestions {
  return {
    add: async ({ question, expected, scope, by, answerId }) => {
      const id = randomBytes(idBytes).toString("base64url");
      const folders = scope === undefined ? null : JSON.stringify(scope);
      await client.batch(
        [
          {
            sql: "UPDATE golden_questions SET is_active = 0 WHERE question = ? AND scope IS ?",
            args: [question, folders],
          },
          {
            sql: `INSERT INTO golden_questions
                    (id, question, expected, scope, answer_id, made_by, made_at, is_active)
                  VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
            args: [id, question, JSON.stringify(expected), folders, answerId, by, Date.now()],
          },
        ],
        "write",
      );
      return id;
    },
    active: async () => {
      const { rows } = await client.execute(
        "SELECT * FROM golden_questions WHERE is_active = 1 ORDER BY rowid",
      );
      return rows.map((row) => rowSchema.parse(row));
    },
    ofAnswer: async (answerId) => {
      const { rows } = await client.execute({
        sql: "SELECT * FROM golden_questions WHERE answer_id = ? AND is_active = 1",
        args: [answerId],
      });
      return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]);
    },
    drop: async (id) => {
      const { rowsAffected } = await client.execute({
        sql: "UPDATE golden_questions SET is_active = 0 WHERE id = ? AND is_active = 1",
        args: [id],
      });
      return rowsAffected > 0;
    },
  };
}
