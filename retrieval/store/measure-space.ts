/** Adds up how much room the store takes, and what for. */

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Table } from "@lancedb/lancedb";
import type { StoreSpace } from "../corpus-store.ts";
import { isAddress } from "./connect-lance.ts";
import { folderBytes } from "./folder-bytes.ts";
import type { PinnedTables } from "./pinned-tables.ts";
import { embeddingsTable } from "./tables.ts";

const tableSuffix = ".lance";

export async function measureSpace(
  location: string,
  { documents, chunks, terms }: PinnedTables,
): Promise<StoreSpace> {
  const served = await Promise.all([documents, chunks, terms].map(tableBytes));
  const servedBytes = served.reduce((sum, bytes) => sum + bytes, 0);
  if (isAddress(location)) return { servedBytes };
  const folders = await readdir(location);
  const caches = folders.filter(isVectorCache);
  const rest = folders.filter((name) => !isVectorCache(name));
  return {
    servedBytes,
    corpusBytes: await bytesOf(location, rest),
    vectorCacheBytes: await bytesOf(location, caches),
  };
}

function isVectorCache(name: string): boolean {
  return name.endsWith(tableSuffix) && embeddingsTable.test(name.slice(0, -tableSuffix.length));
}

/** Of the rows as they are stored, and the indices. */
async function tableBytes(table: Table): Promise<number> {
  const { totalBytes } = await table.stats();
  const indices = await table.listIndices();
  return indices.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, totalBytes);
}

async function bytesOf(location: string, folders: readonly string[]): Promise<number> {
  const sizes = await Promise.all(folders.map((name) => folderBytes(join(location, name))));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
