/** Limits a load to one path, and tells where there is no such path. */

import { PathMissingError } from "../../corpus/errors.ts";
import { isAtOrUnder } from "../../corpus/paths.ts";
import type { DocumentSource } from "../../corpus/source.ts";
import { narrowSource } from "../../corpus/sources/narrow-source.ts";
import type { HeldDocument } from "../corpus-store.ts";
import { nearbyPaths } from "./nearby-paths.ts";
import { type ScannedSource, type ScanOptions, scanSource } from "./scan-source.ts";

/**
 * The files at or under the path, and what could not be read of it; everything where it is undefined.
 *
 * @throws {CorpusError} `E_FOLDER_MISSING`
 */
export async function scanWithin(
  source: DocumentSource,
  path: string | undefined,
  options: ScanOptions,
): Promise<ScannedSource> {
  if (path === undefined) return scanSource(source, options);
  const { files, failed } = await scanSource(narrowSource(source, path), options);
  return { files: files.filter(({ file }) => isAtOrUnder(file.path, path)), failed };
}

/**
 * To be called where nothing stands at the path: then it is right only as that of documents which are
 * to be removed.
 *
 * @throws {PathMissingError}
 */
export async function guardPath(
  path: string,
  held: ReadonlyMap<string, HeldDocument>,
  source: DocumentSource,
): Promise<void> {
  const heldPaths = [...held.values()].map((document) => document.path);
  if (heldPaths.some((heldPath) => isAtOrUnder(heldPath, path))) return;
  const listed = (await source.list()).map((file) => file.path);
  throw new PathMissingError(path, nearbyPaths(path, [...new Set([...listed, ...heldPaths])]));
}
