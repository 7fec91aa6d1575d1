/** The condition under which a search looks at a chunk: its document is in the scope and not left out. */

import { type Scope, scopeFilter } from "../scope.ts";
import type { SearchOptions } from "../corpus-store.ts";
import { isAmong, isAtOrIn } from "./filters.ts";

/** A longer scope is turned into the documents it holds, which are compared by their hashes. */
const maxComparedPaths = 50;

/**
 * Returns a function that gives the condition; undefined where every chunk is looked at.
 *
 * @param listPaths of all documents; asked once, and only for a long scope
 */
export function createShownChunks(listPaths: () => Promise<readonly string[]>) {
  let listing: Promise<readonly string[]> | undefined;
  const known = new WeakMap<Scope, Promise<string>>();

  async function inLongScope(scope: Scope): Promise<string> {
    listing ??= listPaths();
    return isAmong("path", (await listing).filter(scopeFilter(scope)));
  }

  async function inScope(scope: Scope): Promise<string> {
    if (scope.length <= maxComparedPaths) return isAtOrIn("path", scope);
    const condition = known.get(scope) ?? inLongScope(scope);
    known.set(scope, condition);
    return condition;
  }

  return async ({
    scope,
    without = [],
  }: Pick<SearchOptions, "scope" | "without">): Promise<string | undefined> => {
    const conditions = [
      ...(scope === undefined ? [] : [await inScope(scope)]),
      ...(without.length === 0 ? [] : [`NOT ${isAmong("path", without)}`]),
    ];
    return conditions.length === 0 ? undefined : conditions.join(" AND ");
  };
}
