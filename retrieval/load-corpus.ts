/** Brings the store up to date with a folder of documents, and publishes what changed. */

import { createInlineReader, type DocumentReader } from "../corpus/reading/document-reader.ts";
import { sharedReason } from "../corpus/noise/shared-lines.ts";
import type { DocumentSource } from "../corpus/source.ts";
import type {
  Candidate,
  CorpusStore,
  CorpusWriter,
  Generation,
  HeldDocument,
} from "./corpus-store.ts";
import type { Embedder } from "./embedder.ts";
import { RetrievalError } from "./errors.ts";
import type { CheckReport, LoadProgress, LoadReport } from "./load-report.ts";
import { joinCounts } from "./loading/count-reasons.ts";
import { countSentences, guardFirstLoad, guardSize } from "./loading/guard-corpus.ts";
import { compareDocuments, filesToRead, vanishedDocuments } from "./loading/plan-load.ts";
import { recordChanges } from "./loading/record-changes.ts";
import type { ScannedFile } from "./loading/scan-source.ts";
import { guardPath, scanWithin } from "./loading/scan-within.ts";
import { documentsToClean, linesSharedBy, type SharedLines } from "./loading/shared-lines-left.ts";
import { createStopwatch } from "./loading/stopwatch.ts";
import { writeDocuments } from "./loading/write-documents.ts";

const bytesPerMegabyte = 1024 * 1024;
const millisecondsPerSecond = 1000;

/** What a check gets to work with. */
export interface CheckOptions {
  readonly signal?: AbortSignal;
  /** To be called after each question. */
  readonly onChecked: (done: number, total: number) => void;
}

/**
 * Says what readers would gain and lose with the generation that is about to be served. It must not
 * close the snapshots.
 */
export type CheckCandidate = (candidate: Candidate, options: CheckOptions) => Promise<CheckReport>;

export interface LoadCorpusOptions {
  readonly source: DocumentSource;
  readonly store: CorpusStore;
  readonly embedder: Embedder;
  /** Default: one in this thread, within the default limits. The caller closes it. */
  readonly reader?: DocumentReader | undefined;
  /**
   * Load only the file at this path, or those under it; of all else nothing is read or removed. What a
   * killed load has left elsewhere is published with it. Default: everything.
   */
  readonly path?: string | undefined;
  /** Read every file anew, even if its bytes are known; vectors of known texts are kept. */
  readonly readAll?: boolean;
  /** Asked before publishing; where it does not pass, nothing is published. Default: no check. */
  readonly check?: CheckCandidate | undefined;
  /**
   * Publish without the check, even if less than half of the sentences stay or a leg finds nothing.
   */
  readonly force?: boolean;
  /** Paths of documents that are to go: they do not count where the corpus must not shrink. */
  readonly removed?: ReadonlySet<string> | undefined;
  /** Only tell what would change; nothing is written. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/**
 * 1. Lists the files, of one path or all, and hashes their bytes.
 * 2. Compares with the head of the store, where a killed load may have left finished documents.
 * 3. Reads, embeds and writes in batches what the head does not hold.
 * 4. Reads once more the documents that turned out to share lines, and leaves those out.
 * 5. Refuses to go on where nearly everything is gone.
 * 6. Removes documents whose file is gone.
 * 7. Publishes, unless readers are already served just that, or the check holds it back.
 *
 * A file that cannot be loaded fails alone; if an older version of it was loaded, that stays. Until
 * the last step readers see the old generation, whatever happens. One load at a time per store: the
 * caller holds a lease.
 *
 * @returns what differs from the generation that was served before
 * @throws {CorpusError} `E_FOLDER_MISSING`, `E_FOLDER_EMPTY` (nothing served, nothing to load)
 * @throws {PathMissingError} where nothing stands at `path`, and nothing of it was loaded before
 * @throws {RetrievalError} `E_CORPUS_SHRANK`, `E_LOAD_CANCELLED`, `E_EMBEDDING_FAILED`,
 *   `E_EMBEDDING_DIMENSION`, `E_LEG_UNHEALTHY`, `E_ALREADY_PUBLISHED`, `E_STATE_BROKEN`
 */
export async function loadCorpus(options: LoadCorpusOptions): Promise<LoadReport> {
  const { store, embedder, signal } = options;
  const writer = await store.openWriter({ name: embedder.name, dimension: embedder.dimension });
  try {
    return await runLoad(options, writer);
  } catch (error) {
    if (signal?.aborted !== true || error instanceof RetrievalError) throw error;
    throw new RetrievalError(
      "E_LOAD_CANCELLED",
      "Expected to finish loading, found a request to stop. The old corpus stays served; what was " +
        "done is kept, and the next load goes on from there.",
      { cause: error, retryable: true },
    );
  } finally {
    writer.close();
  }
}

async function runLoad(options: LoadCorpusOptions, writer: CorpusWriter): Promise<LoadReport> {
  const { store, path: within, readAll = false, force = false, dryRun = false, signal } = options;
  const removed = options.removed ?? new Set();
  const onProgress = options.onProgress ?? (() => {});
  const startedAt = performance.now();
  const stopwatch = createStopwatch();

  const { files, failed: unread } = await stopwatch.time("list", () =>
    scanWithin(options.source, within, {
      signal,
      onScanned: (done, total) => onProgress({ stage: "list", done, total }),
    }),
  );

  const served = await writer.served();
  const held = await writer.heldDocuments();
  if (within !== undefined && files.length + unread.length === 0) {
    await guardPath(within, held, options.source);
  }
  const isEmptySource = files.length === 0 && unread.length === 0;
  if (isEmptySource && served === undefined) guardFirstLoad(new Map(), []);

  const recorder = dryRun ? await recordChanges(store, served) : undefined;
  try {
    const write = (wanted: readonly ScannedFile[], shared: SharedLines) =>
      writeDocuments({
        files: wanted,
        shared,
        reader: options.reader ?? createInlineReader(),
        embedder: options.embedder,
        writer: dryRun ? undefined : writer,
        stopwatch,
        signal,
        onProgress,
        onRead: async (document) => recorder?.onRead(document),
      });
    const wanted = readAll ? files : filesToRead(held, files);
    const written = await write(wanted, linesSharedBy(held));
    const failed = [...unread, ...written.failed].sort(byPath);

    const after = new Map<string, HeldDocument>(held);
    for (const document of written.documents) after.set(document.id, document);
    const failedPaths = failed.map(({ path }) => path);
    const vanished = vanishedDocuments(held, { files, failedPaths, removed, path: within });
    for (const id of vanished) after.delete(id);

    const unclean = documentsToClean(after);
    const filesToClean = files.filter(({ id }) => unclean.has(id));
    const cleaned =
      filesToClean.length === 0 ? undefined : await write(filesToClean, linesSharedBy(after));
    for (const document of cleaned?.documents ?? []) after.set(document.id, document);

    if (served === undefined) guardFirstLoad(after, failed);
    else guardSize(served, after, { force, removed });

    const difference = compareDocuments(served?.documents ?? new Map(), after);
    const isSame =
      served?.extendable === true &&
      !(readAll && written.documents.length > 0) &&
      difference.added.length + difference.changed.length + difference.removed.length === 0;

    let published: Generation | undefined;
    let check: CheckReport | undefined;
    if (!dryRun && !isSame) {
      signal?.throwIfAborted();
      await writer.removeDocuments(vanished);
      const stoppable = signal === undefined ? {} : { signal };
      published = await stopwatch.time("index", () =>
        writer.publish({
          ...stoppable,
          force,
          onStage: (stage) => onProgress({ stage, done: 0, total: after.size }),
          approve: async (candidate) => {
            if (force || options.check === undefined) return true;
            check = await options.check(candidate, {
              ...stoppable,
              onChecked: (done, total) => onProgress({ stage: "check", done, total }),
            });
            return check.passes;
          },
        }),
      );
    }
    const generation = published ?? served?.generation;

    const elapsedMs = performance.now() - startedAt;
    const seconds = elapsedMs / millisecondsPerSecond;
    return {
      ...(generation === undefined || dryRun ? {} : { generation }),
      published: published !== undefined,
      ...(check === undefined ? {} : { check }),
      ...difference,
      unchanged: after.size - difference.added.length - difference.changed.length,
      ...(recorder === undefined ? {} : { changes: recorder.changes(difference, after) }),
      failed,
      dropped: joinCounts(written.dropped, cleaned?.dropped ?? [], sharedReason),
      documents: after.size,
      articles: [...after.values()].reduce((sum, { articles }) => sum + articles, 0),
      sentences: countSentences(after.values()),
      chunksEmbedded: written.chunksEmbedded + (cleaned?.chunksEmbedded ?? 0),
      bytesRead: written.bytesRead,
      documentsPerSecond: written.documents.length / seconds,
      megabytesPerSecond: written.bytesRead / bytesPerMegabyte / seconds,
      elapsedMs,
      timesMs: stopwatch.times(),
    };
  } finally {
    recorder?.close();
  }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : 1;
}
