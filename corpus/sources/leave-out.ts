/** Keeps files out of a load that somebody has removed from the corpus, though they are still there. */

import { sha256 } from "../ids.ts";
import type { DocumentSource, SourceFile } from "../source.ts";

/** A file that a load left out. */
export interface LeftOutFile {
  readonly path: string;
  /** Whether its bytes are no longer those that were removed; undefined where that is not known. */
  readonly hasChanged: boolean | undefined;
}

/**
 * The files of the source but those at these paths, whatever their bytes have become.
 *
 * @param hashes by path the SHA-256 of what was removed; undefined where that is not known
 * @param onLeftOut told of each such file, before the list is given
 */
export function leaveOut(
  source: DocumentSource,
  hashes: ReadonlyMap<string, string | undefined>,
  onLeftOut: (file: LeftOutFile) => void,
): DocumentSource {
  return {
    async list() {
      const kept: SourceFile[] = [];
      for (const file of await source.list()) {
        if (hashes.has(file.path)) onLeftOut(await leftOut(file, hashes.get(file.path)));
        else kept.push(file);
      }
      return kept;
    },
  };
}

async function leftOut(file: SourceFile, removed: string | undefined): Promise<LeftOutFile> {
  const { path } = file;
  if (removed === undefined) return { path, hasChanged: undefined };
  try {
    return { path, hasChanged: sha256(await file.read()) !== removed };
  } catch {
    // A file that cannot be read is left out like any other, and fails no load.
    return { path, hasChanged: undefined };
  }
}
