/** How uploads and their cards stand in the operational database. */

import { z } from "zod";
import { type Findings, findingsSchema } from "../uploads/findings.ts";
import { jsonSchema, optionalNumberSchema, timeSchema } from "./columns.ts";

const states = ["staged", "indexing", "indexed", "discarded", "failed"] as const;
/**
 * `staged`: waits for a decision. `indexing`: decided, and gone on with at the next start. `failed`: its
 * files stand in their place, but the load did not finish.
 */
export type CardState = (typeof states)[number];

/** A web page or file that was fetched. */
export interface LinkSource {
  readonly url: string;
  readonly fetchedAt: Date;
}

export interface Upload {
  /** 12 characters of A–Z, a–z, 0–9, `-`, `_`. */
  readonly id: string;
  /** Orders the uploads of a card. */
  readonly position: number;
  /** As it was sent, made safe. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal; empty where nothing was received. */
  readonly sha256: string;
  /** Where it will stand, or stands, in the corpus; undefined until that is decided. */
  readonly path: string | undefined;
  /** Code of the error for which nothing was received. */
  readonly failure: string | undefined;
  readonly link: LinkSource | undefined;
  /** Undefined until it is read at its path. */
  readonly findings: Findings | undefined;
}

export interface UploadCard {
  readonly id: string;
  readonly who: string;
  /** Undefined at the command line. */
  readonly chatId: number | undefined;
  /** Of the card itself; undefined until it is sent. */
  readonly messageId: number | undefined;
  readonly language: "zh" | "en";
  readonly caption: string | undefined;
  readonly state: CardState;
  /** The folders last offered on its buttons. */
  readonly choices: readonly string[];
  readonly createdAt: Date;
  /** In the order in which they were sent. */
  readonly uploads: readonly Upload[];
}

export const uploadsTables = [
  `CREATE TABLE upload_cards (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    who TEXT NOT NULL,
    chat_id INTEGER,
    message_id INTEGER,
    announced_by INTEGER,
    language TEXT NOT NULL,
    caption TEXT,
    state TEXT NOT NULL,
    choices TEXT NOT NULL,
    created_at INTEGER NOT NULL
  )`,
  "CREATE INDEX upload_cards_state ON upload_cards (state, created_at)",
  `CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    card_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    path TEXT,
    failure TEXT,
    url TEXT,
    fetched_at INTEGER,
    findings TEXT,
    UNIQUE (card_id, position)
  )`,
  "CREATE INDEX uploads_url ON uploads (path) WHERE url IS NOT NULL",
];

const optionalText = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);

export const uploadSchema = z
  .object({
    id: z.string(),
    position: z.number().int(),
    name: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    path: optionalText,
    failure: optionalText,
    url: z.string().nullable(),
    fetched_at: timeSchema.nullable(),
    findings: jsonSchema
      .pipe(findingsSchema)
      .nullable()
      .transform((value) => value ?? undefined),
  })
  .transform(({ url, fetched_at: fetchedAt, ...row }): Upload => {
    const link = url === null || fetchedAt === null ? undefined : { url, fetchedAt };
    return { ...row, link };
  });

export const cardSchema = z
  .object({
    id: z.string(),
    who: z.string(),
    chat_id: optionalNumberSchema,
    message_id: optionalNumberSchema,
    language: z.enum(["zh", "en"]),
    caption: optionalText,
    state: z.enum(states),
    choices: jsonSchema.pipe(z.array(z.string()).readonly()),
    created_at: timeSchema,
  })
  .transform(({ chat_id: chatId, message_id: messageId, created_at: createdAt, ...row }) => ({
    ...row,
    chatId,
    messageId,
    createdAt,
  }));
