/**
 * Chats that Telegram told to leave alone for a while: remembered, because a call made within that
 * time lengthens it, also by the next run.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { timeSchema } from "./columns.ts";

interface ClosedChat {
  readonly chatId: number;
  readonly until: Date;
}

export interface ClosedChats {
  /** The later time holds where it is closed already. */
  close(closed: ClosedChat): Promise<void>;
  /** Those closed beyond that time; the others are forgotten. */
  standing(at: Date): Promise<readonly ClosedChat[]>;
}

export const closedChatsTable = `CREATE TABLE closed_chats (
  chat_id INTEGER PRIMARY KEY,
  closed_until INTEGER NOT NULL
)`;

const rowSchema = z.object({ chat_id: z.number().int(), closed_until: timeSchema });

export function createClosedChats(client: Client): ClosedChats {
  return {
    close: async ({ chatId, until }) => {
      await client.execute({
        sql: `INSERT INTO closed_chats (chat_id, closed_until) VALUES (?1, ?2)
              ON CONFLICT (chat_id) DO UPDATE SET closed_until = MAX(closed_until, ?2)`,
        args: [chatId, until.getTime()],
      });
    },
    standing: async (at) => {
      await client.execute({
        sql: "DELETE FROM closed_chats WHERE closed_until <= ?",
        args: [at.getTime()],
      });
      const { rows } = await client.execute("SELECT * FROM closed_chats");
      return rows
        .map((row) => rowSchema.parse(row))
        .map((row) => ({ chatId: row.chat_id, until: row.closed_until }));
    },
  };
}
