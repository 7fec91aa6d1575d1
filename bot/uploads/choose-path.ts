/** Decides where an uploaded file is to stand: where its caption says, where an older one stands, or by day. */

import type { Folder } from "../count-folders.ts";
import { countFolders } from "../count-folders.ts";
import { isInScope, type Scope } from "../../retrieval/scope.ts";
import { linkPath } from "./links/link-path.ts";
import { folderOf, freePath, joinPath, nameOf, readFolder } from "./upload-path.ts";

export interface PathAsked {
  readonly name: string;
  /** Of a page that was fetched. */
  readonly url: string | undefined;
  /** That the person named. */
  readonly folder: string | undefined;
}

export interface PathsKnown {
  /** Of the documents served now. */
  readonly served: readonly string[];
  /** Taken by other files of the same card. */
  readonly taken: ReadonlySet<string>;
  /** Folders that the person may change; undefined for all. */
  readonly scope: Scope | undefined;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/**
 * In the named folder; else a page by its address, so that fetched again it replaces itself; else in
 * the folder of the one document of this name, which it replaces; else `uploads/<day>`. Two files of a
 * card never share a path.
 */
export function choosePath({ name, url, folder }: PathAsked, known: PathsKnown): string {
  const { served, taken, scope, day } = known;
  const root = scope?.[0];
  const inRoot = (path: string): string => (root === undefined ? path : joinPath(root, path));
  const mayStand = (path: string): boolean => scope === undefined || isInScope(path, scope);
  const isTaken = (path: string): boolean => taken.has(path);
  if (folder !== undefined) return freePath(joinPath(folder, name), isTaken);
  if (url !== undefined) return freePath(inRoot(linkPath(url, name)), isTaken);
  const older = served.filter(
    (path) => nameOf(path) === name && mayStand(path) && !inArchive(path),
  );
  const [only] = older;
  if (only !== undefined && older.length === 1 && !isTaken(only)) return only;
  return freePath(inRoot(joinPath(`uploads/${day}`, name)), isTaken);
}

export type ReadCaption =
  | { readonly kind: "folder"; readonly folder: string }
  /** It names no folder. */
  | { readonly kind: "other" }
  /** It names one that the person may not change. */
  | { readonly kind: "notYours"; readonly folder: string };

/** A caption names a folder where there is one of this name, or where it ends with a slash. */
export function readCaption(
  caption: string,
  folders: readonly Folder[],
  scope: Scope | undefined,
): ReadCaption {
  const wanted = readFolder(caption);
  if (wanted === undefined || wanted === "") return { kind: "other" };
  const known = folders.find(({ path }) => path.toLowerCase() === wanted.toLowerCase());
  if (known === undefined && !/[/\\]\s*$/u.test(caption)) return { kind: "other" };
  const folder = known?.path ?? wanted;
  const isAllowed = scope === undefined || scope.includes(folder) || isInScope(folder, scope);
  return { kind: isAllowed ? "folder" : "notYours", folder };
}

/** Folders to choose from, those with most documents first; archives are none. */
export function offeredFolders(
  served: readonly string[],
  { scope, day }: Pick<PathsKnown, "scope" | "day">,
): readonly string[] {
  const root = scope?.[0];
  const today = `uploads/${day}`;
  const standing = countFolders(served)
    .filter(({ path }) => readFolder(path) === path)
    .filter(({ path }) => scope === undefined || scope.includes(path) || isInScope(path, scope))
    .toSorted((one, other) => other.documents - one.documents)
    .map(({ path }) => path);
  const always = scope === undefined ? [today, ""] : [...scope, joinPath(root ?? "", today)];
  return [...new Set([...standing, ...always])];
}

function inArchive(path: string): boolean {
  return readFolder(folderOf(path)) === undefined;
}
