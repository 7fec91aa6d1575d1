/** Gives documents and folders tags, under which chats can be bound to them. */

import { type Scope, scopeFilter } from "../../retrieval/scope.ts";
import type { Operations } from "../operations/open-operations.ts";
import type { ServedView } from "./served-view.ts";
import { withoutTags } from "./tag-scope.ts";

/** What is to become of the tags of a path. */
export interface TagChange {
  /** Of a document or folder of the served corpus, without a slash at the end. */
  readonly path: string;
  readonly add: readonly string[];
  readonly take: readonly string[];
  /** As the audit names people. */
  readonly by: string;
}

export type TagOutcome =
  /** Nothing is served there. */
  | { readonly kind: "unknown" }
  /** The tags it has now, sorted. */
  | { readonly kind: "tagged"; readonly tags: readonly string[] };

export interface ListedTag {
  readonly tag: string;
  /** Of documents and folders, sorted. */
  readonly paths: readonly string[];
  /** Served documents that it stands for. */
  readonly documents: number;
}

export interface Tagging {
  changeTags(change: TagChange): Promise<TagOutcome>;
  /** Sorted by tag. */
  tags(): Promise<readonly ListedTag[]>;
}

export function createTagging(view: ServedView, operations: () => Promise<Operations>): Tagging {
  const servedPaths = () =>
    view.use(async (snapshot) => (await snapshot.listDocuments()).map(({ path }) => path));
  const countIn = (paths: readonly string[], scope: Scope): number =>
    paths.filter(scopeFilter(scope)).length;

  return {
    async changeTags({ path, add, take, by }) {
      const { tags, audit } = await operations();
      if (add.length > 0 && countIn(await servedPaths(), [path]) === 0) return { kind: "unknown" };
      await tags.add(path, add, by);
      const taken = await tags.take(path, take);
      const has = (await tags.list()).filter(({ paths }) => paths.includes(path));
      if (add.length === 0 && taken === 0) return { kind: "unknown" };
      await audit.append({ who: by, act: "tag", details: { path, add, take } });
      return { kind: "tagged", tags: has.map(({ tag }) => tag) };
    },

    async tags() {
      const { tags } = await operations();
      const paths = await servedPaths();
      const listed = await tags.list();
      return listed.map((use) => ({ ...use, documents: countIn(paths, use.paths) }));
    },
  };
}

/** The scope of a request with its tags read, as far as there is one. */
export async function scopeOf(
  scope: Scope | undefined,
  operations: () => Promise<Operations>,
): Promise<Scope | undefined> {
  return scope && withoutTags(scope, (await operations()).tags);
}
