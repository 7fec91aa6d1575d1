/** Decides what a load has to do, and what it will have changed for readers. */

import { isAtOrUnder } from "../../corpus/paths.ts";
import type { HeldDocument } from "../corpus-store.ts";
import type { ScannedFile } from "./scan-source.ts";

type Held = ReadonlyMap<string, HeldDocument>;

/** Whether the store holds just what reading the file would give. */
function holds(held: HeldDocument | undefined, file: ScannedFile): boolean {
  return held?.contentHash === file.contentHash && held.loaderVersion === file.loaderVersion;
}

/** The files that the store does not hold as they are now, in their order. */
export function filesToRead(held: Held, files: readonly ScannedFile[]): readonly ScannedFile[] {
  return files.filter((file) => !holds(held.get(file.id), file));
}

export interface LookedThrough {
  readonly files: readonly ScannedFile[];
  /** Of files and folders. */
  readonly failedPaths: readonly string[];
  /** Paths of documents that are to go. */
  readonly removed: ReadonlySet<string>;
  /** Only what stands at or under it was looked for. Undefined: everything. */
  readonly path: string | undefined;
}

/**
 * Ids of held documents whose file is gone. A file that could not be read is not gone, and of a
 * folder that could not be read, or was not looked through, nothing is known to be gone; but what was
 * removed goes.
 */
export function vanishedDocuments(
  held: Held,
  { files, failedPaths, removed, path: within }: LookedThrough,
): readonly string[] {
  const present = new Set(files.map(({ id }) => id));
  const failed = new Set(failedPaths);
  return [...held.values()]
    .filter(({ path }) => within === undefined || isAtOrUnder(path, within))
    .filter(
      ({ id, path }) => !present.has(id) && (removed.has(path) || !isAtOrUnderAny(path, failed)),
    )
    .map(({ id }) => id);
}

function isAtOrUnderAny(path: string, failed: ReadonlySet<string>): boolean {
  if (failed.has(path)) return true;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    if (failed.has(path.slice(0, at))) return true;
  }
  return false;
}

export interface CorpusDifference {
  /** Paths, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

function isSame(one: HeldDocument, other: HeldDocument): boolean {
  return (
    one.contentHash === other.contentHash &&
    one.loaderVersion === other.loaderVersion &&
    one.edges.left.join() === other.edges.left.join()
  );
}

/** How the documents that will be served differ from those that are. */
export function compareDocuments(before: Held, after: Held): CorpusDifference {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [id, document] of after) {
    const old = before.get(id);
    if (old === undefined) added.push(document.path);
    else if (!isSame(old, document)) changed.push(document.path);
  }
  const removed = [...before.values()].filter(({ id }) => !after.has(id)).map(({ path }) => path);
  return { added: added.sort(), changed: changed.sort(), removed: removed.sort() };
}
