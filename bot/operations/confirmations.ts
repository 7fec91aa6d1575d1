/** Acts that wait for a second word: one person may give it, once, and not for long. */

import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { jsonSchema, timeSchema } from "./columns.ts";

const actSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rollback"),
    /** Number of the generation that was served when it was asked. */
    from: z.number().int(),
    to: z.number().int(),
  }),
  z.object({ kind: z.literal("remove"), path: z.string() }),
  z.object({
    kind: z.literal("forgetOlder"),
    /** Number of the generation that was served when it was asked. */
    served: z.number().int(),
  }),
  z.object({
    kind: z.literal("force load"),
    /** Of the documents; null for all. */
    path: z.string().nullable(),
    readAll: z.boolean(),
  }),
]);
export type ConfirmedAct = Readonly<z.infer<typeof actSchema>>;

interface AskedConfirmation {
  readonly userId: number;
  readonly act: ConfirmedAct;
  readonly at: Date;
  readonly validMs: number;
}

export type TakenConfirmation =
  | { readonly kind: "taken"; readonly act: ConfirmedAct }
  /** Somebody else was asked. */
  | { readonly kind: "notYours" }
  | { readonly kind: "used" }
  | { readonly kind: "expired" }
  /** Nobody was asked, or it is long ago. */
  | { readonly kind: "unknown" };

export interface Confirmations {
  /** 12 characters of A–Z, a–z, 0–9, `-`, `_` that nobody can guess. */
  ask(asked: AskedConfirmation): Promise<string>;
  /** Taken by the first call of the person who was asked; every further one finds it used. */
  take(
    nonce: string,
    by: { readonly userId: number; readonly at: Date },
  ): Promise<TakenConfirmation>;
}

export const confirmationsTable = `CREATE TABLE confirmations (
  nonce TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  expires INTEGER NOT NULL,
  used_at INTEGER
)`;

const nonceBytes = 9;
/** So long a late press is still told why nothing happens. */
const rememberedMs = 24 * 60 * 60 * 1000;

const rowSchema = z.object({
  user_id: z.number().int(),
  act: jsonSchema.pipe(actSchema),
  expires: timeSchema,
  used_at: z.number().int().nullable(),
});

export function createConfirmations(client: Client): Confirmations {
  return {
    ask: async ({ userId, act, at, validMs }) => {
      const nonce = randomBytes(nonceBytes).toString("base64url");
      await client.batch(
        [
          {
            sql: "DELETE FROM confirmations WHERE expires < ?",
            args: [at.getTime() - rememberedMs],
          },
          {
            sql: "INSERT INTO confirmations (nonce, user_id, act, expires) VALUES (?, ?, ?, ?)",
            args: [nonce, userId, JSON.stringify(act), at.getTime() + validMs],
          },
        ],
        "write",
      );
      return nonce;
    },
    take: async (nonce, { userId, at }) => {
      const { rows } = await client.execute({
        sql: "SELECT user_id, act, expires, used_at FROM confirmations WHERE nonce = ?",
        args: [nonce],
      });
      if (rows[0] === undefined) return { kind: "unknown" };
      const asked = rowSchema.parse(rows[0]);
      if (asked.user_id !== userId) return { kind: "notYours" };
      if (asked.used_at !== null) return { kind: "used" };
      if (asked.expires <= at) return { kind: "expired" };
      // Two presses may both have read it as free; only one of them writes.
      const { rowsAffected } = await client.execute({
        sql: "UPDATE confirmations SET used_at = ? WHERE nonce = ? AND used_at IS NULL",
        args: [at.getTime(), nonce],
      });
      return rowsAffected > 0 ? { kind: "taken", act: asked.act } : { kind: "used" };
    },
  };
}
