/** Tags of documents and folders: a part of the corpus under a name of its own. */

import type { Client } from "@libsql/client";
import { z } from "zod";

/** A tag that is in use. */
export interface TagUse {
  readonly tag: string;
  /** Of documents, and of folders without a slash at the end; sorted. */
  readonly paths: readonly string[];
}

export interface Tags {
  /** Gives the path these tags besides those it has. */
  add(path: string, tags: readonly string[], by: string): Promise<void>;
  /** Takes these tags from the path. @returns how many it had */
  take(path: string, tags: readonly string[]): Promise<number>;
  /** Sorted by tag. */
  list(): Promise<readonly TagUse[]>;
  /** Every path with the tag; empty where nothing has it. */
  pathsOf(tag: string): Promise<readonly string[]>;
}

export const tagsTable = `CREATE TABLE tags (
  tag TEXT NOT NULL,
  path TEXT NOT NULL,
  tagged_by TEXT NOT NULL,
  tagged_at INTEGER NOT NULL,
  PRIMARY KEY (tag, path)
)`;

const pathSchema = z.object({ path: z.string() });
const rowSchema = pathSchema.extend({ tag: z.string() });

export function createTags(client: Client): Tags {
  return {
    add: async (path, tags, by) => {
      const at = Date.now();
      await client.batch(
        tags.map((tag) => ({
          sql: `INSERT INTO tags (tag, path, tagged_by, tagged_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (tag, path) DO NOTHING`,
          args: [tag, path, by, at],
        })),
        "write",
      );
    },
    take: async (path, tags) => {
      const { rowsAffected } = await client.execute({
        sql: "DELETE FROM tags WHERE path = ? AND tag IN (SELECT value FROM json_each(?))",
        args: [path, JSON.stringify(tags)],
      });
      return rowsAffected;
    },
    list: async () => {
      const { rows } = await client.execute("SELECT tag, path FROM tags ORDER BY tag, path");
      const uses = new Map<string, string[]>();
      for (const row of rows) {
        const { tag, path } = rowSchema.parse(row);
        uses.set(tag, [...(uses.get(tag) ?? []), path]);
      }
      return [...uses].map(([tag, paths]) => ({ tag, paths }));
    },
    pathsOf: async (tag) => {
      const { rows } = await client.execute({
        sql: "SELECT path FROM tags WHERE tag = ? ORDER BY path",
        args: [tag],
      });
      return rows.map((row) => pathSchema.parse(row).path);
    },
  };
}
