/** Reads which part of the corpus a person names. */

import { toDocumentPath } from "../../corpus/paths.ts";
import type { Scope } from "../../retrieval/scope.ts";
import type { Folder } from "../count-folders.ts";
import { tagMark } from "../documents/tag-scope.ts";
import { toTag } from "./read-tags.ts";

export type ReadScope =
  | { readonly kind: "scope"; readonly scope: Scope }
  /** The first of the names that is neither a folder of the corpus nor a tag, as it was written. */
  | { readonly kind: "unknown"; readonly name: string };

/**
 * Names as the corpus has them, each once; letter case, `./` and the slash at the end do not count. A
 * tag is named with its `#`.
 *
 * @param names at least one
 * @param tags without their `#`
 */
export function readScope(
  names: readonly string[],
  folders: readonly Folder[],
  tags: readonly string[] = [],
): ReadScope {
  const known = new Map(folders.map(({ path }) => [path.toLowerCase(), path]));
  const exact = new Set(folders.map(({ path }) => path));
  const scope = new Set<string>();
  for (const name of names) {
    const wanted = toDocumentPath(name);
    const tag = name.startsWith(tagMark) ? toTag(name) : undefined;
    const isTag = tag !== undefined && tags.includes(tag);
    const folder = exact.has(wanted) ? wanted : known.get(wanted.toLowerCase());
    const found = isTag ? `${tagMark}${tag}` : folder;
    if (found === undefined) return { kind: "unknown", name };
    scope.add(found);
  }
  return { kind: "scope", scope: [...scope] };
}

/** The names in one line, parted by blanks or commas; one with blanks in it stands in quotes. */
export function splitNames(line: string): readonly string[] {
  const parts = line.match(/"[^"]*"|“[^”]*”|[^\s,，、]+/gu) ?? [];
  return parts.map((part) => part.replace(/^["“]|["”]$/gu, "").trim()).filter(Boolean);
}
