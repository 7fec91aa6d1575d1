/** Turns a scope that names tags into the documents and folders that have them. */

import type { Scope } from "../../retrieval/scope.ts";
import type { Tags } from "../operations/tags.ts";

/** Before a tag where a folder may stand too. */
export const tagMark = "#";

/**
 * The same scope where it names no tag. A folder whose name is just like the tag with its mark belongs
 * to it. A tag that nothing has holds no document.
 */
export async function withoutTags(scope: Scope, tags: Pick<Tags, "pathsOf">): Promise<Scope> {
  if (!scope.some((name) => name.startsWith(tagMark))) return scope;
  const paths = new Set(scope);
  for (const name of scope) {
    if (!name.startsWith(tagMark)) continue;
    for (const path of await tags.pathsOf(name.slice(tagMark.length))) paths.add(path);
  }
  return [...paths];
}
