/** In which language those who look after the corpus were last met, for messages nobody asked for. */

import type { Client } from "@libsql/client";
import { z } from "zod";

export interface Languages {
  /** @param language such as `zh` */
  remember(userId: number, language: string): Promise<void>;
  find(userId: number): Promise<string | undefined>;
}

export const languagesTable = `CREATE TABLE languages (
  user_id INTEGER PRIMARY KEY,
  language TEXT NOT NULL
)`;

const rowSchema = z.object({ language: z.string() });

export function createLanguages(client: Client): Languages {
  return {
    remember: async (userId, language) => {
      await client.execute({
        sql: `INSERT INTO languages (user_id, language) VALUES (?1, ?2)
              ON CONFLICT (user_id) DO UPDATE SET language = ?2 WHERE language <> ?2`,
        args: [userId, language],
      });
    },
    find: async (userId) => {
      const { rows } = await client.execute({
        sql: "SELECT language FROM languages WHERE user_id = ?",
        args: [userId],
      });
      return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]).language;
    },
  };
}
