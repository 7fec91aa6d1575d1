/** Fetches the pages of the corpus again, and puts those that changed on a card. */

import pMap from "p-map";
import { AppError } from "../../corpus/errors.ts";
import { isInScope, type Scope } from "../../retrieval/scope.ts";
import { newUploadId } from "../operations/uploads.ts";
import type { FetchedLink } from "./links/fetch-link.ts";
import type { ReceiveOptions } from "./receive-file.ts";
import { nameOf } from "./upload-path.ts";

export interface RefreshAsked {
  readonly cardId: string;
  /** Part of an address or path; empty for all. */
  readonly wanted: string;
  /** Folders that the person may change; undefined for all. */
  readonly scope: Scope | undefined;
  readonly fetch: (url: string) => Promise<FetchedLink>;
  readonly signal: AbortSignal;
}

export interface RefreshReport {
  readonly checked: number;
  readonly changed: number;
  readonly failed: readonly { readonly url: string; readonly code: string }[];
}

const fetchesAtOnce = 4;

/** A page counts as changed when its bytes did. @throws what is no fault of an address */
export async function refreshLinks(
  { cardId, wanted, scope, fetch, signal }: RefreshAsked,
  { uploads, staging, limits, now }: ReceiveOptions,
): Promise<RefreshReport> {
  const links = (await uploads.links())
    .filter(({ path, link }) => path.includes(wanted) || link.url.includes(wanted))
    .filter(({ path }) => scope === undefined || isInScope(path, scope));
  const failed: { readonly url: string; readonly code: string }[] = [];
  let changed = 0;
  await pMap(
    links,
    async ({ path, sha256, link: { url } }, position) => {
      signal.throwIfAborted();
      const id = newUploadId();
      try {
        const { content } = await fetch(url);
        const limit = { name: url, maxBytes: limits.maxBytes };
        const kept = await staging.keep(id, [content], limit);
        if (kept.sha256 === sha256) {
          await staging.discard(id);
          return;
        }
        const link = { url, fetchedAt: new Date(now()) };
        const name = nameOf(path);
        await uploads.add(cardId, { id, position, name, ...kept, failure: undefined, link });
        await uploads.setPath(id, path);
        changed += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failed.push({ url, code: error.code });
      }
    },
    { concurrency: fetchesAtOnce },
  );
  return { checked: links.length, changed, failed };
}
