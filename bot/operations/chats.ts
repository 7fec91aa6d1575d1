/** What is known of chats besides their words: whether they are allowed, and what they were told. */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { timeSchema } from "./columns.ts";

export type ChatDecision = "allowed" | "refused";

export interface KnownChat {
  readonly chatId: number;
  /** What an admin decided, who and when; undefined where nobody has. */
  readonly decided:
    | { readonly decision: ChatDecision; readonly by: number; readonly at: Date }
    | undefined;
  /** It was told that it is not allowed. */
  readonly isTold: boolean;
  /** When the bot was removed or blocked, unless it is back. */
  readonly goneAt: Date | undefined;
}

export interface Chats {
  find(chatId: number): Promise<KnownChat | undefined>;
  /** 12 characters of A–Z, a–z, 0–9, `-`, `_` that stand for the chat on buttons; always the same. */
  nonce(chatId: number): Promise<string>;
  /** The chat a nonce stands for. */
  findByNonce(nonce: string): Promise<KnownChat | undefined>;
  markTold(chatId: number): Promise<void>;
  /** True for the first call for this chat. */
  greet(chatId: number): Promise<boolean>;
  /** The first decision stands. @returns the one that stands */
  decide(chatId: number, decision: ChatDecision, by: number): Promise<KnownChat>;
  /** @param at undefined where it is back */
  markGone(chatId: number, at: Date | undefined): Promise<void>;
  /** The new chat is what the old one was. A group that became a supergroup has another id. */
  follow(from: number, to: number): Promise<void>;
}

export const chatsTable = `CREATE TABLE chats (
  chat_id INTEGER PRIMARY KEY,
  nonce TEXT,
  decision TEXT,
  decided_by INTEGER,
  decided_at INTEGER,
  told_at INTEGER,
  greeted_at INTEGER,
  gone_at INTEGER
)`;
export const chatsIndex = "CREATE UNIQUE INDEX chats_nonce ON chats (nonce)";

const nonceBytes = 9;

const decidedSchema = z
  .object({
    decision: z.enum(["allowed", "refused"]),
    decided_by: z.number().int(),
    decided_at: timeSchema,
  })
  .transform((row) => ({ decision: row.decision, by: row.decided_by, at: row.decided_at }));

const rowSchema = z.looseObject({
  chat_id: z.number().int(),
  decision: z.string().nullable(),
  told_at: z.number().nullable(),
  gone_at: timeSchema.nullable(),
});

export function createChats(client: Client): Chats {
  const write = async (sql: string, args: (string | number | null)[]): Promise<number> =>
    (await client.execute({ sql, args })).rowsAffected;
  const select = async (
    column: "chat_id" | "nonce",
    value: string | number,
  ): Promise<KnownChat | undefined> => {
    const sql = `SELECT * FROM chats WHERE ${column} = ?`;
    const { rows } = await client.execute({ sql, args: [value] });
    if (rows[0] === undefined) return undefined;
    const row = rowSchema.parse(rows[0]);
    return {
      chatId: row.chat_id,
      decided: row.decision === null ? undefined : decidedSchema.parse(row),
      isTold: row.told_at !== null,
      goneAt: row.gone_at ?? undefined,
    };
  };
  return {
    find: (chatId) => select("chat_id", chatId),
    nonce: async (chatId) => {
      const { rows } = await client.execute({
        sql: `INSERT INTO chats (chat_id, nonce) VALUES (?1, ?2)
              ON CONFLICT (chat_id) DO UPDATE SET nonce = COALESCE(nonce, ?2) RETURNING nonce`,
        args: [chatId, randomBytes(nonceBytes).toString("base64url")],
      });
      return z.object({ nonce: z.string() }).parse(rows[0]).nonce;
    },
    findByNonce: (nonce) => select("nonce", nonce),
    markTold: async (chatId) => {
      await write(
        `INSERT INTO chats (chat_id, told_at) VALUES (?1, ?2)
         ON CONFLICT (chat_id) DO UPDATE SET told_at = ?2`,
        [chatId, Date.now()],
      );
    },
    greet: async (chatId) => {
      const rowsAffected = await write(
        `INSERT INTO chats (chat_id, greeted_at) VALUES (?1, ?2)
         ON CONFLICT (chat_id) DO UPDATE SET greeted_at = ?2 WHERE greeted_at IS NULL`,
        [chatId, Date.now()],
      );
      return rowsAffected > 0;
    },
    decide: async (chatId, decision, by) => {
      await write(
        `INSERT INTO chats (chat_id, decision, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (chat_id) DO UPDATE SET decision = ?2, decided_by = ?3, decided_at = ?4
         WHERE decision IS NULL`,
        [chatId, decision, by, Date.now()],
      );
      const standing = await select("chat_id", chatId);
      if (standing === undefined) throw new TypeError("A chat just written is gone.");
      return standing;
    },
    markGone: async (chatId, at) => {
      await write(
        `INSERT INTO chats (chat_id, gone_at) VALUES (?1, ?2)
         ON CONFLICT (chat_id) DO UPDATE SET gone_at = ?2`,
        [chatId, at?.getTime() ?? null],
      );
    },
    follow: async (from, to) => {
      await write(
        `INSERT INTO chats (chat_id, decision, decided_by, decided_at, told_at, greeted_at)
         SELECT ?2, decision, decided_by, decided_at, told_at, greeted_at
         FROM chats WHERE chat_id = ?1
         ON CONFLICT (chat_id) DO UPDATE SET
           decision = COALESCE(chats.decision, excluded.decision),
           decided_by = COALESCE(chats.decided_by, excluded.decided_by),
           decided_at = COALESCE(chats.decided_at, excluded.decided_at),
           told_at = COALESCE(chats.told_at, excluded.told_at),
           greeted_at = COALESCE(chats.greeted_at, excluded.greeted_at)`,
        [from, to],
      );
    },
  };
}
