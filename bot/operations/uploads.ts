/** Files that admins sent, and the cards on which they decide about them. */

import { randomBytes } from "node:crypto";
import type { Client, Row } from "@libsql/client";
import { z } from "zod";
import type { Findings } from "../uploads/findings.ts";
import {
  cardSchema,
  type CardState,
  type LinkSource,
  type Upload,
  type UploadCard,
  uploadSchema,
} from "./upload-rows.ts";

export interface NewCard {
  /** The same for every part of an album, and when its update comes again. */
  readonly key: string;
  readonly who: string;
  readonly chatId?: number;
  readonly language: "zh" | "en";
  readonly at: Date;
}

export type NewUpload = Omit<Upload, "path" | "findings">;

export interface Uploads {
  /** Returns the id of the card of this key: 12 characters of A–Z, a–z, 0–9, `-`, `_`. */
  openCard(card: NewCard): Promise<string>;
  /** The first caption stands. */
  setCaption(cardId: string, caption: string): Promise<void>;
  /** One at a position that is taken changes nothing. */
  add(cardId: string, upload: NewUpload): Promise<void>;
  has(cardId: string, position: number): Promise<boolean>;
  card(id: string): Promise<UploadCard | undefined>;
  /** Oldest first. @param before of their opening */
  inState(state: CardState, before?: Date): Promise<readonly UploadCard[]>;
  /** Forgets what reading it at another path told. */
  setPath(uploadId: string, path: string): Promise<void>;
  setFindings(uploadId: string, findings: Findings): Promise<void>;
  setChoices(cardId: string, folders: readonly string[]): Promise<void>;
  /** Whether it was in one of these states; only then is it changed. */
  changeState(cardId: string, from: readonly CardState[], to: CardState): Promise<boolean>;
  /** Whether this message may send the card: the first that asks, as often as it does. */
  claimMessage(cardId: string, byMessageId: number): Promise<boolean>;
  setMessage(cardId: string, messageId: number): Promise<void>;
  /** The newest of every path that was indexed from an address, ordered by path. */
  links(): Promise<readonly (Upload & { readonly path: string; readonly link: LinkSource })[]>;
  /** Ids of all uploads whose files may be waiting. */
  waiting(): Promise<ReadonlySet<string>>;
}

const idBytes = 9;

/** 12 characters that nobody can guess. */
export function newUploadId(): string {
  return randomBytes(idBytes).toString("base64url");
}

export function createUploads(client: Client): Uploads {
  const run = (sql: string, args: (string | number | null)[]) => client.execute({ sql, args });
  const withUploads = async (row: Row | undefined): Promise<UploadCard | undefined> => {
    if (row === undefined) return undefined;
    const card = cardSchema.parse(row);
    const { rows } = await run("SELECT * FROM uploads WHERE card_id = ? ORDER BY position", [
      card.id,
    ]);
    return { ...card, uploads: rows.map((upload) => uploadSchema.parse(upload)) };
  };
  return {
    openCard: async ({ key, who, chatId, language, at }) => {
      const { rows } = await run(
        `INSERT INTO upload_cards (id, key, who, chat_id, language, state, choices, created_at)
         VALUES (?, ?, ?, ?, ?, 'staged', '[]', ?)
         ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING id`,
        [newUploadId(), key, who, chatId ?? null, language, at.getTime()],
      );
      return z.object({ id: z.string() }).parse(rows[0]).id;
    },
    setCaption: async (cardId, caption) => {
      await run("UPDATE upload_cards SET caption = COALESCE(caption, ?) WHERE id = ?", [
        caption,
        cardId,
      ]);
    },
    add: async (cardId, { id, position, name, bytes, sha256, failure, link }) => {
      await run(
        `INSERT INTO uploads
           (id, card_id, position, name, bytes, sha256, failure, url, fetched_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card_id, position) DO NOTHING`,
        [
          id,
          cardId,
          position,
          name,
          bytes,
          sha256,
          failure ?? null,
          link?.url ?? null,
          link?.fetchedAt.getTime() ?? null,
        ],
      );
    },
    has: async (cardId, position) => {
      const { rows } = await run("SELECT 1 FROM uploads WHERE card_id = ? AND position = ?", [
        cardId,
        position,
      ]);
      return rows.length > 0;
    },
    card: async (id) =>
      withUploads((await run("SELECT * FROM upload_cards WHERE id = ?", [id])).rows[0]),
    inState: async (state, before) => {
      const { rows } = await run(
        "SELECT * FROM upload_cards WHERE state = ? AND created_at < ? ORDER BY created_at, id",
        [state, before?.getTime() ?? Number.MAX_SAFE_INTEGER],
      );
      const cards = [];
      for (const row of rows) cards.push(await withUploads(row));
      return cards.filter((card) => card !== undefined);
    },
    setPath: async (uploadId, path) => {
      await run("UPDATE uploads SET path = ?, findings = NULL WHERE id = ?", [path, uploadId]);
    },
    setFindings: async (uploadId, findings) => {
      await run("UPDATE uploads SET findings = ? WHERE id = ?", [
        JSON.stringify(findings),
        uploadId,
      ]);
    },
    setChoices: async (cardId, folders) => {
      await run("UPDATE upload_cards SET choices = ? WHERE id = ?", [
        JSON.stringify(folders),
        cardId,
      ]);
    },
    changeState: async (cardId, from, to) => {
      const marks = from.map(() => "?").join(", ");
      const { rowsAffected } = await run(
        `UPDATE upload_cards SET state = ? WHERE id = ? AND state IN (${marks})`,
        [to, cardId, ...from],
      );
      return rowsAffected > 0;
    },
    claimMessage: async (cardId, byMessageId) => {
      const { rows } = await run(
        `UPDATE upload_cards SET announced_by = COALESCE(announced_by, ?) WHERE id = ?
         RETURNING announced_by`,
        [byMessageId, cardId],
      );
      return rows[0]?.["announced_by"] === byMessageId;
    },
    setMessage: async (cardId, messageId) => {
      await run("UPDATE upload_cards SET message_id = ? WHERE id = ?", [messageId, cardId]);
    },
    links: async () => {
      const { rows } = await run(
        `SELECT uploads.* FROM uploads JOIN upload_cards ON upload_cards.id = card_id
         WHERE url IS NOT NULL AND path IS NOT NULL AND state IN ('indexed', 'failed')
         ORDER BY path, fetched_at`,
        [],
      );
      const newest = new Map<
        string,
        Upload & { readonly path: string; readonly link: LinkSource }
      >();
      for (const row of rows) {
        const upload = uploadSchema.parse(row);
        const { path, link } = upload;
        if (path !== undefined && link !== undefined) newest.set(path, { ...upload, path, link });
      }
      return [...newest.values()];
    },
    waiting: async () => {
      const { rows } = await run(
        `SELECT uploads.id FROM uploads JOIN upload_cards ON upload_cards.id = card_id
         WHERE state IN ('staged', 'indexing', 'failed')`,
        [],
      );
      return new Set(rows.map((row) => z.object({ id: z.string() }).parse(row).id));
    },
  };
}
