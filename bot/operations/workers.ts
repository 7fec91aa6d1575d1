/**
 * Who works on inbox and outbox right now. What a worker has claimed is its own while it lives, and
 * free for all as soon as its process is known to be dead or has not been heard of for a while.
 */

import type { Client } from "@libsql/client";
import { z } from "zod";
import { mayBeAlive, thisProcess } from "./this-process.ts";

export interface Workers {
  /** The worker lives, and counts as living for so long from now. */
  beat(id: string, durationMs: number): Promise<void>;
  /** What the worker has claimed is free. Does nothing for one that never lived. */
  leave(id: string): Promise<void>;
  /** Removes those whose process is gone, so that nobody waits for their time to run out. */
  removeDead(): Promise<void>;
}

export const workersTable = `CREATE TABLE workers (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  run TEXT NOT NULL,
  expires INTEGER NOT NULL
)`;

/** Ids of those who live, for queries of what is free. @param now the parameter of the present time */
export function livingWorkers(now: string): string {
  return `(SELECT id FROM workers WHERE expires > ${now})`;
}

const rowSchema = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.number().int(),
  run: z.string(),
  expires: z.number().int(),
});

export function createWorkers(client: Client): Workers {
  const leave = async (id: string): Promise<void> => {
    await client.execute({ sql: "DELETE FROM workers WHERE id = ?", args: [id] });
  };
  return {
    beat: async (id, durationMs) => {
      const { host, pid, run } = thisProcess;
      await client.execute({
        sql: `INSERT INTO workers (id, host, pid, run, expires) VALUES (?1, ?2, ?3, ?4, ?5)
              ON CONFLICT (id) DO UPDATE SET expires = ?5`,
        args: [id, host, pid, run, Date.now() + durationMs],
      });
    },
    leave,
    removeDead: async () => {
      const { rows } = await client.execute("SELECT * FROM workers");
      const workers = rows.map((row) => rowSchema.parse(row));
      const dead = workers.filter((worker) => worker.expires <= Date.now() || !mayBeAlive(worker));
      for (const { id } of dead) await leave(id);
    },
  };
}
