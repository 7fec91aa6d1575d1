/** What a person may change of the corpus: all of it, some folders, or nothing. */

import type { User } from "grammy/types";
import { isInScope, type Scope } from "../../retrieval/scope.ts";
import type { Config } from "../config.ts";

export type Rights =
  | { readonly role: "admin" }
  /** Of the documents in these folders. */
  | { readonly role: "editor"; readonly scope: Scope }
  | { readonly role: "reader" };

/** An admin who is named as an editor too stays an admin. */
export function rightsOf(
  user: Pick<User, "id"> | undefined,
  { adminIds, editors }: Pick<Config["telegram"], "adminIds" | "editors">,
): Rights {
  if (user === undefined) return { role: "reader" };
  if (adminIds.includes(user.id)) return { role: "admin" };
  const scope = editors.filter(({ userId }) => userId === user.id).map(({ folder }) => folder);
  return scope.length === 0 ? { role: "reader" } : { role: "editor", scope };
}

/** @param path of a document or folder, as documents have it; empty for the whole corpus */
export function mayChange(rights: Rights, path: string): boolean {
  switch (rights.role) {
    case "admin":
      return true;
    case "editor":
      return rights.scope.includes(path) || isInScope(path, rights.scope);
    case "reader":
      return false;
  }
}
