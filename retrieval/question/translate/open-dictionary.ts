/** Opens the dictionary for English questions: packed once, then read from the cache. */

import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDictionary, type Dictionary } from "./dictionary.ts";
import { packingVersion } from "./pack-dictionary.ts";
import { packInThread } from "./pack-in-thread.ts";
import { cedictVersion } from "./read-cedict.ts";

const cacheName = "english-phrases.txt";

export interface OpenDictionaryOptions {
  /** Where the packed dictionary (6 MB) is kept; absent: packed anew in every process. */
  readonly cacheFolder?: string | undefined;
  /** Told where the cache cannot be written; the dictionary works all the same. */
  readonly onCacheFailure?: ((cause: unknown) => void) | undefined;
  /** Gives the lines of `packDictionary`. Default: a thread of its own packs CC-CEDICT. */
  readonly pack?: (() => Promise<string>) | undefined;
}

/**
 * Reads the cache in some milliseconds. The first time, after an update of the dictionary, and
 * where the cache is broken, a thread packs it anew in some seconds.
 *
 * @throws {Error} where the package `cc-cedict` is not installed or not what is expected
 */
export async function openDictionary({
  cacheFolder,
  onCacheFailure,
  pack = packInThread,
}: OpenDictionaryOptions = {}): Promise<Dictionary> {
  const version = `wenju ${packingVersion} CC-CEDICT ${await cedictVersion()} CC BY-SA 4.0`;
  if (cacheFolder === undefined) return createDictionary(await pack());
  const file = join(cacheFolder, cacheName);
  const cached = await readCache(file, version);
  if (cached !== undefined) return createDictionary(cached);
  const packed = await pack();
  try {
    await writeCache(cacheFolder, file, `${headOf(version, packed)}\n${packed}`);
  } catch (error) {
    onCacheFailure?.(error);
  }
  return createDictionary(packed);
}

/** The packed dictionary; undefined where the file is not there, of another version, or not whole. */
async function readCache(file: string, version: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const headEnd = text.indexOf("\n");
  const packed = text.slice(headEnd + 1);
  return text.slice(0, Math.max(0, headEnd)) === headOf(version, packed) ? packed : undefined;
}

function headOf(version: string, packed: string): string {
  return `${version} sha256 ${createHash("sha256").update(packed).digest("hex")}`;
}

/** Whole or not at all: another process may read it, or write the same, at any time. */
async function writeCache(folder: string, file: string, text: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
