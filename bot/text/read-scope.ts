/** Reads which part of the corpus a person names. */

import { toDocumentPath } from "../../corpus/paths.ts";
import type { Scope } from "../../retrieval/scope.ts";
import type { Folder } from "../count-folders.ts";

export type ReadScope =
  | { readonly kind: "scope"; readonly scope: Scope }
  /** The first of the names that is no folder of the corpus, as it was written. */
  | { readonly kind: "unknown"; readonly name: string };

/**
 * Names as the corpus has them, each once; letter case, `./` and the slash at the end do not count.
 *
 * @param names at least one
 */
export function readScope(names: readonly string[], folders: readonly Folder[]): ReadScope {
  const known = new Map(folders.map(({ path }) => [path.toLowerCase(), path]));
  const exact = new Set(folders.map(({ path }) => path));
  const scope = new Set<string>();
  for (const name of names) {
    const wanted = toDocumentPath(name);
    const folder = exact.has(wanted) ? wanted : known.get(wanted.toLowerCase());
    if (folder === undefined) return { kind: "unknown", name };
    scope.add(folder);
  }
  return { kind: "scope", scope: [...scope] };
}

/** The names in one line, parted by blanks or commas; one with blanks in it stands in quotes. */
export function splitNames(line: string): readonly string[] {
  const parts = line.match(/"[^"]*"|“[^”]*”|[^\s,，、]+/gu) ?? [];
  return parts.map((part) => part.replace(/^["“]|["”]$/gu, "").trim()).filter(Boolean);
}
