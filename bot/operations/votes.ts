/** What people thought of answers. Votes are only ever added; the newest one of a person counts. */

import type { Client } from "@libsql/client";
import { z } from "zod";

export const votes = ["up", "down"] as const;
export type Vote = (typeof votes)[number];

/** Why an answer did not help: it is wrong, its source is, it is outdated, or something else was asked. */
export const voteReasons = ["wrong", "source", "outdated", "other"] as const;
export type VoteReason = (typeof voteReasons)[number];

export interface StandingVote {
  readonly userId: number;
  readonly vote: Vote;
  readonly reason: VoteReason | undefined;
}

interface NewVote {
  readonly answerId: string;
  readonly userId: number;
  readonly vote: Vote;
  readonly reason?: VoteReason;
}

export interface Votes {
  add(vote: NewVote): Promise<void>;
  /** The newest of each person. */
  ofAnswer(answerId: string): Promise<readonly StandingVote[]>;
}

export const votesTable = `CREATE TABLE votes (
  id INTEGER PRIMARY KEY,
  answer_id TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  vote TEXT NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL
)`;
export const votesIndices = [
  "CREATE INDEX votes_answer ON votes (answer_id, user_id)",
  "CREATE INDEX votes_user ON votes (user_id)",
];

const rowSchema = z
  .object({
    user_id: z.number().int(),
    vote: z.enum(votes),
    reason: z.enum(voteReasons).nullable(),
  })
  .transform((row): StandingVote => ({
    userId: row.user_id,
    vote: row.vote,
    reason: row.reason ?? undefined,
  }));

export function createVotes(client: Client): Votes {
  return {
    add: async ({ answerId, userId, vote, reason }) => {
      await client.execute({
        sql: "INSERT INTO votes (answer_id, user_id, vote, reason, at) VALUES (?, ?, ?, ?, ?)",
        args: [answerId, userId, vote, reason ?? null, Date.now()],
      });
    },
    ofAnswer: async (answerId) => {
      const { rows } = await client.execute({
        sql: `SELECT user_id, vote, reason FROM votes WHERE id IN
                (SELECT MAX(id) FROM votes WHERE answer_id = ? GROUP BY user_id)
              ORDER BY id`,
        args: [answerId],
      });
      return rows.map((row) => rowSchema.parse(row));
    },
  };
}
