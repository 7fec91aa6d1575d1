/** What the front ends do with files that people send: the same acts for Telegram and the terminal. */

import type { CorpusLimits } from "../../corpus/limits.ts";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { Scope } from "../../retrieval/scope.ts";
import type { LoadRequest } from "../app.ts";
import { UploadError } from "../errors.ts";
import type { UploadCard } from "../operations/upload-rows.ts";
import type { NewCard, Uploads } from "../operations/uploads.ts";
import { offeredFolders } from "./choose-path.ts";
import { indexCard, type IndexedCard, type IndexOptions } from "./index-card.ts";
import { type FetchedLink, fetchLink } from "./links/fetch-link.ts";
import type { AllowedAddress } from "./links/public-address.ts";
import { dayOf, type PrepareAsked, type PreparedCard, prepareCard } from "./prepare-card.ts";
import { type ReceivedFile, receiveFile } from "./receive-file.ts";
import { refreshLinks, type RefreshAsked, type RefreshReport } from "./refresh-links.ts";
import type { ServedDocuments } from "./served-documents.ts";
import type { Staging } from "./staging.ts";
import { freePath, joinPath } from "./upload-path.ts";

/** Days after which a card that nobody decided about is dropped. */
export const stagedDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

export interface UploadDesk {
  /** Opens a card, or finds it by its key. */
  open(card: Omit<NewCard, "at">): Promise<string>;
  caption(cardId: string, caption: string): Promise<void>;
  receive(file: ReceivedFile): Promise<void>;
  /** @throws {UploadError} as `fetchLink` */
  fetch(url: string, signal: AbortSignal): Promise<FetchedLink>;
  refresh(asked: Omit<RefreshAsked, "fetch">): Promise<RefreshReport>;
  card(cardId: string): Promise<UploadCard | undefined>;
  /** Gives every file its path, and reads it. @throws {UploadError} `E_UPLOAD_UNKNOWN` */
  prepare(cardId: string, how: PrepareAsked): Promise<PreparedCard>;
  /** Folders to choose from; they are remembered as the card's choices. */
  offerFolders(cardId: string, scope: Scope | undefined): Promise<readonly string[]>;
  /** All files of a waiting card go to this folder; to be prepared anew. */
  moveTo(cardId: string, folder: string): Promise<void>;
  /** Whether it waited, and nobody else has decided. */
  discard(cardId: string): Promise<boolean>;
  /** The same, for indexing: from here on it is gone on with, even by the next process. */
  begin(cardId: string): Promise<boolean>;
  /** Goes on with a card that was begun. @throws {UploadError} `E_UPLOAD_UNKNOWN`; as `indexCard` */
  index(cardId: string, options: IndexOptions): Promise<IndexedCard>;
  /** Ends what was begun, once its result is told. */
  finish(indexed: IndexedCard): Promise<void>;
  /** Cards that were begun and not finished. */
  unfinished(): Promise<readonly UploadCard[]>;
  /** Discards the cards that have waited too long at this moment, and returns them. */
  prune(at: Date): Promise<readonly UploadCard[]>;
}

export interface UploadDeskOptions {
  readonly uploads: () => Promise<Uploads>;
  readonly staging: Staging;
  readonly served: ServedDocuments;
  readonly load: (request: LoadRequest) => Promise<LoadReport>;
  /** A document that was removed at this path is to be served again. */
  readonly bringBack: (path: string) => Promise<void>;
  readonly limits: CorpusLimits;
  /** Addresses of private networks that may be fetched from; for tests. */
  readonly allowedAddresses?: readonly AllowedAddress[] | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createUploadDesk(options: UploadDeskOptions): UploadDesk {
  const { uploads: open, staging, served, load, bringBack, limits, now } = options;
  const found = async (cardId: string): Promise<UploadCard> => {
    const card = await (await open()).card(cardId);
    if (card === undefined) throw unknownCard(cardId);
    return card;
  };
  const removeFiles = async ({ uploads }: UploadCard): Promise<void> => {
    for (const { id } of uploads) await staging.discard(id);
  };
  const fetch = (url: string, signal: AbortSignal): Promise<FetchedLink> =>
    fetchLink(url, {
      maxBytes: limits.maxBytes,
      signal,
      allowed: options.allowedAddresses,
    });
  return {
    open: async (card) => (await open()).openCard({ ...card, at: new Date(now()) }),
    caption: async (cardId, caption) => (await open()).setCaption(cardId, caption),
    receive: async (file) => {
      await receiveFile(file, { uploads: await open(), staging, limits, now });
    },
    fetch,
    refresh: async (asked) =>
      refreshLinks(
        { ...asked, fetch: (url) => fetch(url, asked.signal) },
        { uploads: await open(), staging, limits, now },
      ),
    card: async (cardId) => (await open()).card(cardId),
    prepare: async (cardId, how) => {
      const rooms = { uploads: await open(), staging, served, limits };
      return prepareCard(await found(cardId), { ...rooms, ...how });
    },
    offerFolders: async (cardId, scope) => {
      const paths = (await served.list()).map(({ path }) => path);
      const folders = offeredFolders(paths, { scope, day: dayOf(await found(cardId)) });
      await (await open()).setChoices(cardId, folders);
      return folders;
    },
    moveTo: async (cardId, folder) => {
      const uploads = await open();
      const taken = new Set<string>();
      for (const { id, name } of (await found(cardId)).uploads) {
        const path = freePath(joinPath(folder, name), (one) => taken.has(one));
        taken.add(path);
        await uploads.setPath(id, path);
      }
    },
    discard: async (cardId) => {
      const isOurs = await (await open()).changeState(cardId, ["staged"], "discarded");
      if (isOurs) await removeFiles(await found(cardId));
      return isOurs;
    },
    begin: async (cardId) => (await open()).changeState(cardId, ["staged", "failed"], "indexing"),
    index: async (cardId, how) =>
      indexCard(await found(cardId), { staging, served, load, bringBack }, how),
    finish: async ({ card, error }) => {
      const state = error === undefined ? "indexed" : "failed";
      await (await open()).changeState(card.id, ["indexing"], state);
      // What could not be placed has no use any more.
      if (error === undefined) await removeFiles(card);
    },
    unfinished: async () => (await open()).inState("indexing"),
    prune: async (at) => {
      const uploads = await open();
      const before = new Date(at.getTime() - stagedDays * dayMs);
      const pruned = [];
      for (const card of await uploads.inState("staged", before)) {
        if (!(await uploads.changeState(card.id, ["staged"], "discarded"))) continue;
        await removeFiles(card);
        pruned.push(card);
      }
      await staging.sweep(await uploads.waiting(), new Date(at.getTime() - dayMs));
      return pruned;
    },
  };
}

function unknownCard(cardId: string): UploadError {
  return new UploadError(
    "E_UPLOAD_UNKNOWN",
    `Expected files that wait for a decision under ${cardId}, found none. Send them again.`,
  );
}
