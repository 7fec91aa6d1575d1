/** Keeps removed documents out of a load, and remembers which of their files are still there. */

import { leaveOut, type LeftOutFile } from "../../corpus/sources/leave-out.ts";
import type { DocumentSource } from "../../corpus/source.ts";
import type { RemovedDocument } from "../operations/removed-documents.ts";

export interface KeptOut {
  readonly source: DocumentSource;
  /** Paths. */
  readonly removed: ReadonlySet<string>;
  /** By path; filled when the source is listed. */
  readonly leftOut: ReadonlyMap<string, LeftOutFile>;
}

export function keepRemovedOut(
  source: DocumentSource,
  documents: readonly Pick<RemovedDocument, "path" | "contentHash">[],
): KeptOut {
  const hashes = new Map(documents.map(({ path, contentHash }) => [path, contentHash]));
  const leftOut = new Map<string, LeftOutFile>();
  return {
    source: leaveOut(source, hashes, (file) => leftOut.set(file.path, file)),
    removed: new Set(hashes.keys()),
    leftOut,
  };
}
