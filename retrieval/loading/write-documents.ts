/** Reads, embeds and writes the files that changed, in batches that a kill may cut short anywhere. */

import { buildChunks } from "../../corpus/build-chunks.ts";
import type { Chunk } from "../../corpus/chunk.ts";
import type { Document } from "../../corpus/document.ts";
import type { DocumentReader, ReadFile } from "../../corpus/reading/document-reader.ts";
import type { CorpusWriter, HeldDocument } from "../corpus-store.ts";
import type { Embedder } from "../embedder.ts";
import type { DroppedCount, FailedFile, LoadProgress } from "../load-report.ts";
import { countReasons } from "./count-reasons.ts";
import { embedTexts } from "./embed-texts.ts";
import { readAhead } from "./read-ahead.ts";
import { type ScannedFile, toFailedFile } from "./scan-source.ts";
import { type CleanedDocument, leaveShared, type SharedLines } from "./shared-lines-left.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { createWorkMeter } from "./work-meter.ts";

const maxBatchDocuments = 300;
const maxBatchChunks = 1000;

export interface WriteDocumentsOptions {
  readonly files: readonly ScannedFile[];
  readonly reader: DocumentReader;
  readonly embedder: Embedder;
  /** Absent for a dry run, which only reads. */
  readonly writer: CorpusWriter | undefined;
  readonly stopwatch: Stopwatch;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: LoadProgress) => void;
  /** Called with each document as soon as it is read. */
  readonly onRead: (document: Document) => Promise<void>;
  /** Lines to leave out of the documents that have them. */
  readonly shared: SharedLines;
}

export interface WrittenDocuments {
  readonly documents: readonly HeldDocument[];
  readonly failed: readonly FailedFile[];
  readonly dropped: readonly DroppedCount[];
  readonly chunksEmbedded: number;
  /** Of the files that were read. */
  readonly bytesRead: number;
}

interface Outcome {
  readonly file: ScannedFile;
  /** A failure where the file cannot be loaded. */
  readonly result: ReadFile | { readonly failure: FailedFile };
}

interface BatchedDocument extends CleanedDocument {
  readonly file: ScannedFile;
  readonly chunks: readonly Chunk[];
}

export async function writeDocuments(options: WriteDocumentsOptions): Promise<WrittenDocuments> {
  const { files, reader, embedder, writer, stopwatch, signal, onProgress } = options;
  const documents: HeldDocument[] = [];
  const failed: FailedFile[] = [];
  const dropped = countReasons();
  const meter = createWorkMeter(files, { isWriting: writer !== undefined });
  let batch: BatchedDocument[] = [];
  let batchChunks = 0;
  let chunksEmbedded = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0 || writer === undefined) return;
    signal?.throwIfAborted();
    const texts = batch.flatMap(({ chunks }) => chunks.map(({ embeddedText }) => embeddedText));
    const { vectors, embedded } = await stopwatch.time("embed", () =>
      embedTexts(texts, { embedder, writer, signal }),
    );
    chunksEmbedded += embedded;
    for (const { file } of batch) meter.written(file);
    onProgress(meter.progress("embed"));
    signal?.throwIfAborted();
    let at = 0;
    const prepared = batch.map(({ file: { loaderVersion }, document, edges, chunks }) => {
      const own = vectors.slice(at, (at += chunks.length));
      return { document, loaderVersion, edges, chunks, vectors: own };
    });
    await stopwatch.time("write", () => writer.replaceDocuments(prepared));
    batch = [];
    batchChunks = 0;
  }

  if (files.length > 0) onProgress(meter.progress("read"));
  const outcomes = readAhead(files, (file, leaving) => readFile(file, reader, leaving), signal);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const next = await stopwatch.time("read", () => outcomes.next());
      if (next.done === true) break;
      const { file, result } = next.value;
      meter.read(file);
      onProgress(meter.progress("read"));
      if ("failure" in result) {
        failed.push(result.failure);
        meter.written(file);
        continue;
      }
      const read = toBatched(file, result, options.shared);
      documents.push(toHeld(read));
      for (const { reason } of read.document.dropped) dropped.add(reason);
      await options.onRead(read.document);
      if (writer === undefined) continue;
      if (batchChunks + read.chunks.length > maxBatchChunks) await flush();
      batch.push(read);
      batchChunks += read.chunks.length;
      if (batch.length >= maxBatchDocuments || batchChunks >= maxBatchChunks) await flush();
    }
    await flush();
  } finally {
    await outcomes.return();
  }
  const bytesRead = files.reduce((sum, { size }) => sum + size, 0);
  return { documents, failed, dropped: dropped.counts(), chunksEmbedded, bytesRead };
}

async function readFile(
  scanned: ScannedFile,
  reader: DocumentReader,
  signal: AbortSignal,
): Promise<Outcome> {
  const { path, title } = scanned.file;
  try {
    const bytes = await scanned.file.read();
    const named = title === undefined ? { path } : { path, title };
    return { file: scanned, result: await reader.read(bytes, named, signal) };
  } catch (error) {
    return { file: scanned, result: { failure: toFailedFile(path, error) } };
  }
}

function toBatched(file: ScannedFile, read: ReadFile, shared: SharedLines): BatchedDocument {
  const cleaned = leaveShared(read.document, shared);
  const isSame = cleaned.document === read.document;
  return { file, ...cleaned, chunks: isSame ? read.chunks : buildChunks(cleaned.document) };
}

function toHeld({ file: { loaderVersion }, document, edges }: BatchedDocument): HeldDocument {
  return {
    id: document.id,
    path: document.path,
    contentHash: document.contentHash,
    loaderVersion,
    articles: document.articles.length,
    sentences: document.articles.reduce((sum, { sentences }) => sum + sentences.length, 0),
    edges,
  };
}
