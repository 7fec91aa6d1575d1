/** Makes a card ready to be decided about: every file has its path, and was read there. */

import type { CorpusLimits } from "../../corpus/limits.ts";
import { createWorkerReader } from "../../corpus/reading/create-worker-reader.ts";
import type { Scope } from "../../retrieval/scope.ts";
import { countFolders } from "../count-folders.ts";
import type { Upload, UploadCard } from "../operations/upload-rows.ts";
import type { Uploads } from "../operations/uploads.ts";
import { choosePath, readCaption, type ReadCaption } from "./choose-path.ts";
import { examineUpload } from "./examine-upload.ts";
import type { ServedDocuments } from "./served-documents.ts";
import type { Staging } from "./staging.ts";

export interface PrepareAsked {
  /** Folders that the person may change; undefined for all. */
  readonly scope: Scope | undefined;
  readonly signal: AbortSignal;
  /** Told before each file. */
  readonly onRead?: ((done: number, total: number) => void) | undefined;
}

interface PrepareOptions extends PrepareAsked {
  readonly uploads: Uploads;
  readonly staging: Staging;
  readonly served: ServedDocuments;
  readonly limits: CorpusLimits;
}

export interface PreparedCard {
  readonly card: UploadCard;
  /** What became of the caption; undefined where there is none, or its files had their paths. */
  readonly caption: ReadCaption | undefined;
}

const dayLength = 10;

/** @throws {RetrievalError} of the served corpus; the signal's reason */
export async function prepareCard(
  card: UploadCard,
  options: PrepareOptions,
): Promise<PreparedCard> {
  const caption = await givePaths(card, options);
  await examineAll(await reread(card, options), options);
  return { card: await reread(card, options), caption };
}

async function givePaths(
  card: UploadCard,
  { uploads, served, scope }: PrepareOptions,
): Promise<ReadCaption | undefined> {
  const open = card.uploads.filter(
    ({ path, failure }) => path === undefined && failure === undefined,
  );
  if (open.length === 0) return undefined;
  const servedPaths = (await served.list()).map(({ path }) => path);
  const caption =
    card.caption === undefined
      ? undefined
      : readCaption(card.caption, countFolders(servedPaths), scope);
  const folder = caption?.kind === "folder" ? caption.folder : undefined;
  const taken = new Set(card.uploads.flatMap(({ path }) => (path === undefined ? [] : [path])));
  for (const { id, name, link } of open) {
    const known = { served: servedPaths, taken, scope, day: dayOf(card) };
    const path = choosePath({ name, url: link?.url, folder }, known);
    taken.add(path);
    await uploads.setPath(id, path);
  }
  return caption;
}

/** Of its opening, so that a card keeps its paths over midnight. */
export function dayOf({ createdAt }: Pick<UploadCard, "createdAt">): string {
  return createdAt.toISOString().slice(0, dayLength);
}

async function examineAll(card: UploadCard, options: PrepareOptions): Promise<void> {
  const { uploads, staging, served, limits, signal } = options;
  const unread = card.uploads.filter((upload) => isUnread(upload));
  if (unread.length === 0) return;
  const reader = createWorkerReader(limits);
  try {
    for (const [done, { id, path = "", sha256 }] of unread.entries()) {
      options.onRead?.(done, unread.length);
      const file = staging.pathOf(id);
      const examined = { file, path, sha256, reader, limits, served, signal };
      await uploads.setFindings(id, await examineUpload(examined));
    }
  } finally {
    await reader.close();
  }
}

function isUnread({ failure, findings }: Upload): boolean {
  return failure === undefined && findings === undefined;
}

async function reread(card: UploadCard, { uploads }: PrepareOptions): Promise<UploadCard> {
  return (await uploads.card(card.id)) ?? card;
}

/** Whether it holds something that can be indexed. */
export function isTakeable({ failure, findings }: Upload): boolean {
  return failure === undefined && findings !== undefined && findings.documents > 0;
}
