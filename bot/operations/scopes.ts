/** Which part of the corpus a chat, or one topic of it, is bound to. */

import type { Client } from "@libsql/client";
import { z } from "zod";
import type { Scope } from "../../retrieval/scope.ts";
import { jsonSchema } from "./columns.ts";

interface ScopedPlace {
  readonly chatId: number;
  /** The forum topic. Absent: the chat, with every topic that is bound to nothing of its own. */
  readonly threadId?: number | undefined;
}

export interface Scopes {
  /** That of the topic, else that of the chat; undefined for the whole corpus. */
  find(place: ScopedPlace): Promise<Scope | undefined>;
  /** @param scope undefined binds to the whole corpus, a topic also where its chat is bound */
  set(place: ScopedPlace, scope: Scope | undefined, by: number): Promise<void>;
  /** Binds the new chat to what the old one is bound to, unless it is bound already. */
  follow(from: number, to: number): Promise<void>;
}

export const scopesTable = `CREATE TABLE scopes (
  chat_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL,
  folders TEXT,
  set_by INTEGER NOT NULL,
  set_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, thread_id)
)`;

/** No topic has this id. */
const wholeChat = 0;

const rowSchema = z.object({
  folders: z.nullable(jsonSchema.pipe(z.array(z.string()).nonempty().readonly())),
});

export function createScopes(client: Client): Scopes {
  return {
    find: async ({ chatId, threadId = wholeChat }) => {
      const { rows } = await client.execute({
        sql: `SELECT folders FROM scopes WHERE chat_id = ? AND thread_id IN (?, ?)
              ORDER BY thread_id DESC LIMIT 1`,
        args: [chatId, threadId, wholeChat],
      });
      return rows[0] === undefined ? undefined : (rowSchema.parse(rows[0]).folders ?? undefined);
    },
    set: async ({ chatId, threadId = wholeChat }, scope, by) => {
      await client.execute({
        sql: `INSERT INTO scopes (chat_id, thread_id, folders, set_by, set_at)
              VALUES (?1, ?2, ?3, ?4, ?5)
              ON CONFLICT (chat_id, thread_id) DO UPDATE SET folders = ?3, set_by = ?4, set_at = ?5`,
        args: [
          chatId,
          threadId,
          scope === undefined ? null : JSON.stringify(scope),
          by,
          Date.now(),
        ],
      });
    },
    follow: async (from, to) => {
      await client.execute({
        sql: `INSERT INTO scopes (chat_id, thread_id, folders, set_by, set_at)
              SELECT ?2, thread_id, folders, set_by, set_at FROM scopes WHERE chat_id = ?1
              ON CONFLICT (chat_id, thread_id) DO NOTHING`,
        args: [from, to],
      });
    },
  };
}
