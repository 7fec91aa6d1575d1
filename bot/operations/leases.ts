/** Who alone may do something right now. A killed process loses its lease at once or by expiry. */

import { randomUUID } from "node:crypto";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { timeSchema } from "./columns.ts";
import { mayBeAlive, thisProcess } from "./this-process.ts";

export interface Lease {
  readonly name: string;
  /** Who holds it, for people. */
  readonly holder: string;
  readonly since: Date;
  readonly expires: Date;
  /** Told apart from every other lease, of this process too. */
  readonly token: string;
}

interface LeaseRequest {
  readonly name: string;
  readonly holder: string;
  /** How long it lasts from now, and from every renewal. */
  readonly durationMs: number;
}

/** The lease asked for, or the one that stands in its way. */
type LeaseResult =
  | { readonly kind: "taken"; readonly lease: Lease }
  | { readonly kind: "refused"; readonly lease: Lease };

export interface Leases {
  acquire(request: LeaseRequest): Promise<LeaseResult>;
  /** False where the lease is lost to somebody else. */
  renew(lease: Lease, durationMs: number): Promise<boolean>;
  /** Does nothing where the lease is lost. */
  release(lease: Lease): Promise<void>;
  /** The lease somebody alive holds. */
  current(name: string): Promise<Lease | undefined>;
}

export const leasesTable = `CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  token TEXT NOT NULL,
  since INTEGER NOT NULL,
  expires INTEGER NOT NULL
)`;

const rowSchema = z.object({
  name: z.string(),
  holder: z.string(),
  host: z.string(),
  pid: z.number().int(),
  token: z.string(),
  since: timeSchema,
  expires: timeSchema,
});
type Row = z.infer<typeof rowSchema>;

export function createLeases(client: Client): Leases {
  const find = async (name: string): Promise<Row | undefined> => {
    const { rows } = await client.execute({
      sql: "SELECT * FROM leases WHERE name = ?",
      args: [name],
    });
    return rows[0] === undefined ? undefined : rowSchema.parse(rows[0]);
  };
  return {
    acquire: async (request) => {
      for (;;) {
        const standing = await find(request.name);
        if (standing !== undefined && isAlive(standing)) {
          return { kind: "refused", lease: standing };
        }
        const lease = await take(client, request, standing?.token);
        if (lease !== undefined) return { kind: "taken", lease };
      }
    },
    renew: async (lease, durationMs) => {
      const { rowsAffected } = await client.execute({
        sql: "UPDATE leases SET expires = ? WHERE name = ? AND token = ?",
        args: [Date.now() + durationMs, lease.name, lease.token],
      });
      return rowsAffected > 0;
    },
    release: async (lease) => {
      await client.execute({
        sql: "DELETE FROM leases WHERE name = ? AND token = ?",
        args: [lease.name, lease.token],
      });
    },
    current: async (name) => {
      const standing = await find(name);
      return standing !== undefined && isAlive(standing) ? standing : undefined;
    },
  };
}

/** Undefined where somebody else was quicker. */
async function take(
  client: Client,
  { name, holder, durationMs }: LeaseRequest,
  replacedToken: string | undefined,
): Promise<Lease | undefined> {
  const since = new Date();
  const expires = new Date(since.getTime() + durationMs);
  const token = `${thisProcess.run}/${randomUUID()}`;
  const { rowsAffected } = await client.execute({
    sql: `INSERT INTO leases (name, holder, host, pid, token, since, expires)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
          ON CONFLICT (name) DO UPDATE SET holder = ?2, host = ?3, pid = ?4, token = ?5,
            since = ?6, expires = ?7
          WHERE token = ?8`,
    args: [
      name,
      holder,
      thisProcess.host,
      thisProcess.pid,
      token,
      since.getTime(),
      expires.getTime(),
      replacedToken ?? null,
    ],
  });
  return rowsAffected > 0 ? { name, holder, since, expires, token } : undefined;
}

function isAlive({ expires, host, pid, token }: Row): boolean {
  const [run = ""] = token.split("/");
  return expires.getTime() > Date.now() && mayBeAlive({ host, pid, run });
}
