/**
 * Opens LanceDB, and wraps what it throws. Only files of this folder import it; it logs to standard
 * error unless `LANCEDB_LOG=error` stands in the environment before its first import, so whoever
 * starts the process sets that.
 */

import { resolve } from "node:path";
import { type Connection, connect, Session, type Table } from "@lancedb/lancedb";
import { AppError } from "../../corpus/errors.ts";
import { RetrievalError } from "../errors.ts";

/**
 * LanceDB's own limits are 6 GiB and 1 GiB. It keeps parts and open files of old generations until
 * the cache is full, so the cache has to be small enough to fill.
 */
const defaultCacheMaxBytes = 256 * 1024 ** 2;
const metadataShare = 4;
const scheme = /^[a-z][a-z0-9+]+:\/\//u;

/** Whether it is somewhere else than in a folder of this machine. */
export function isAddress(location: string): boolean {
  return scheme.test(location);
}

/** An address with a scheme as it is, a folder as absolute path: LanceDB takes `db…` for a host. */
export function absoluteLocation(location: string): string {
  return isAddress(location) ? location : resolve(location);
}

export interface LanceConnectionOptions {
  /** LanceDB's own options for object storage: credentials, region, endpoint. */
  readonly storageOptions?: Readonly<Record<string, string>> | undefined;
  /** Memory for indices, with a quarter more for the rest. Default 256 MiB. */
  readonly cacheMaxBytes?: number | undefined;
}

/** @throws {RetrievalError} `E_STORE_UNREACHABLE` */
export function connectLance(
  location: string,
  { storageOptions, cacheMaxBytes = defaultCacheMaxBytes }: LanceConnectionOptions,
): Promise<Connection> {
  const metadataMaxBytes = Math.ceil(cacheMaxBytes / metadataShare);
  return callLance(`open the store at ${location}`, () =>
    connect({
      uri: location,
      session: new Session(BigInt(cacheMaxBytes), BigInt(metadataMaxBytes)),
      ...(storageOptions === undefined ? {} : { storageOptions: { ...storageOptions } }),
    }),
  );
}

/** The table at its newest version, or pinned to one; undefined where there is none. */
export async function openTableIfPresent(
  connection: Connection,
  name: string,
  version?: number,
): Promise<Table | undefined> {
  try {
    return await connection.openTable(name, [], version === undefined ? {} : { version });
  } catch (error) {
    if (isTableMissing(error, name)) return undefined;
    throw error;
  }
}

/** A damaged table says "exists but could not be loaded", and is not missing. */
function isTableMissing(error: unknown, name: string): boolean {
  return error instanceof Error && error.message.startsWith(`Table '${name}' was not found`);
}

/**
 * What `call` gives. Anything LanceDB throws becomes one error; our own errors, slips and requests to
 * stop pass through.
 *
 * @param doing completes "could not …"
 * @throws {RetrievalError} `E_STORE_UNREACHABLE`
 */
export async function callLance<Result>(
  doing: string,
  call: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AppError || error instanceof TypeError) throw error;
    throw new RetrievalError(
      "E_STORE_UNREACHABLE",
      `Expected the store to answer, but could not ${doing}: ${firstLine(error)} ` +
        "Check that its place can be reached and written, and has space left.",
      { cause: error, retryable: true },
    );
  }
}

/** The first sentence of a vendor's message, which goes on with stack traces and paths. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = (message.split("\n")[0] ?? "").split(", /")[0] ?? "";
  return line.endsWith(".") ? line : `${line}.`;
}
