/** Counts what was asked and loaded in a stretch of time. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { isRefusal } from "./unanswered.ts";

export interface Period {
  readonly from: Date;
  /** Not in it. */
  readonly to: Date;
}

export interface PeriodCounts {
  /** By people; answers that were sent later of themselves do not count. */
  readonly asked: number;
  /** Of these, those that were not answered. */
  readonly refused: number;
  /** Votes that say that an answer did not help. */
  readonly downvotes: number;
  /** By the loads that were published. */
  readonly documents: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
}

export interface Counting {
  of(period: Period): Promise<PeriodCounts>;
}

const count = z.number().int();
const rowSchema = z.object({
  given: count,
  late: count,
  refused: count,
  downvotes: count,
  added: count,
  changed: count,
  removed: count,
});

/** Of the published loads, a figure of their reports. */
function loaded(figure: "added" | "changed" | "removed"): string {
  return `(SELECT COALESCE(SUM(json_extract(details, '$.${figure}')), 0) FROM audit
    WHERE act = 'load' AND at >= ?1 AND at < ?2
      AND COALESCE(json_extract(details, '$.published'), 1) = 1)`;
}

export const lateAnswersIndex =
  "CREATE INDEX answers_late ON answers (created_at) WHERE asked_before IS NOT NULL";

export function createCounting(client: Client): Counting {
  return {
    of: async ({ from, to }) => {
      // Each figure comes from an index alone: the answers themselves are never read.
      const { rows } = await client.execute({
        sql: `SELECT
                (SELECT COUNT(*) FROM answers WHERE created_at >= ?1 AND created_at < ?2) AS given,
                (SELECT COUNT(*) FROM answers WHERE asked_before IS NOT NULL
                  AND created_at >= ?1 AND created_at < ?2) AS late,
                (SELECT COUNT(*) FROM answers WHERE ${isRefusal}
                  AND created_at >= ?1 AND created_at < ?2) AS refused,
                (SELECT COUNT(*) FROM votes WHERE vote = 'down' AND at >= ?1 AND at < ?2
                  AND id IN (SELECT MAX(id) FROM votes GROUP BY answer_id, user_id)) AS downvotes,
                ${loaded("added")} AS added,
                ${loaded("changed")} AS changed,
                ${loaded("removed")} AS removed`,
        args: [from.getTime(), to.getTime()],
      });
      const row = rowSchema.parse(rows[0]);
      const { added, changed, removed } = row;
      return {
        asked: row.given - row.late,
        refused: row.refused,
        downvotes: row.downvotes,
        documents: { added, changed, removed },
      };
    },
  };
}
