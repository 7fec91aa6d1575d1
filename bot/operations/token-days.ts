/** How many tokens the language model was asked for on each day, counted for all processes together. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import type { TokenBudget } from "../../prompts/model/token-budget.ts";

export interface TokenDays {
  /** The budget of every day (UTC), each of so many tokens. */
  budget(tokensPerDay: number): TokenBudget;
  /** Tokens spent, or set aside, on that day. */
  spent(day: Date): Promise<number>;
}

export const tokenDaysTable = `CREATE TABLE token_days (
  day TEXT PRIMARY KEY,
  tokens INTEGER NOT NULL
)`;

const lengthOfDay = "YYYY-MM-DD".length;

const rowSchema = z.object({ tokens: z.number().int() });

function nameOf(day: Date): string {
  return day.toISOString().slice(0, lengthOfDay);
}

/** @param now default: the clock */
export function createTokenDays(client: Client, now: () => Date = () => new Date()): TokenDays {
  return {
    budget: (tokensPerDay) => ({
      reserve: async (tokens) => {
        if (tokens > tokensPerDay) return false;
        const { rowsAffected } = await client.execute({
          sql: `INSERT INTO token_days (day, tokens) VALUES (?1, ?2)
                ON CONFLICT (day) DO UPDATE SET tokens = tokens + ?2 WHERE tokens + ?2 <= ?3`,
          args: [nameOf(now()), tokens, tokensPerDay],
        });
        return rowsAffected > 0;
      },
      settle: async (reserved, spent) => {
        // Of a reservation made before midnight the rest is given back to the new day, if at all.
        await client.execute({
          sql: "UPDATE token_days SET tokens = MAX(0, tokens + ?) WHERE day = ?",
          args: [spent - reserved, nameOf(now())],
        });
      },
    }),
    spent: async (day) => {
      const { rows } = await client.execute({
        sql: "SELECT tokens FROM token_days WHERE day = ?",
        args: [nameOf(day)],
      });
      return rows[0] === undefined ? 0 : rowSchema.parse(rows[0]).tokens;
    },
  };
}
