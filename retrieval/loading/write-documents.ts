/** Reads, embeds and writes the files that changed, in batches that a kill may cut short anywhere. */

import type { Chunk } from "../../corpus/chunk.ts";
import { buildChunks } from "../../corpus/build-chunks.ts";
import type { Document, DroppedText } from "../../corpus/document.ts";
import { sha256 } from "../../corpus/ids.ts";
import { readDocument } from "../../corpus/read-document.ts";
import type { CorpusWriter, HeldDocument } from "../corpus-store.ts";
import type { Embedder } from "../embedder.ts";
import type { FailedFile, LoadProgress } from "../load-report.ts";
import { type ScannedFile, toFailedFile } from "./scan-source.ts";

const maxBatchDocuments = 300;
const maxBatchChunks = 1000;
/** Vectors are kept as soon as they are paid for: a kill costs at most this many texts. */
const textsPerEmbedding = 256;

export interface WriteDocumentsOptions {
  readonly files: readonly ScannedFile[];
  readonly embedder: Embedder;
  /** Absent for a dry run, which only reads. */
  readonly writer: CorpusWriter | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface WrittenDocuments {
  readonly documents: readonly HeldDocument[];
  readonly failed: readonly FailedFile[];
  readonly dropped: readonly DroppedText[];
  readonly chunksEmbedded: number;
}

interface ReadFile {
  readonly document: Document;
  readonly loaderVersion: string;
  readonly chunks: readonly Chunk[];
}

export async function writeDocuments(options: WriteDocumentsOptions): Promise<WrittenDocuments> {
  const { files, embedder, writer, signal, onProgress } = options;
  const documents: HeldDocument[] = [];
  const failed: FailedFile[] = [];
  const dropped: DroppedText[] = [];
  let batch: ReadFile[] = [];
  let batchChunks = 0;
  let chunksEmbedded = 0;
  let chunksRead = 0;
  let chunksDone = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0 || writer === undefined) return;
    signal?.throwIfAborted();
    const texts = batch.flatMap(({ chunks }) => chunks.map(({ embeddedText }) => embeddedText));
    const vectors = await embedTexts(texts, { embedder, writer, signal }, (embedded) => {
      chunksEmbedded += embedded;
    });
    chunksDone += texts.length;
    onProgress({ stage: "embed", done: chunksDone, total: chunksRead });
    signal?.throwIfAborted();
    let at = 0;
    await writer.replaceDocuments(
      batch.map(({ document, loaderVersion, chunks }) => ({
        document,
        loaderVersion,
        chunks,
        vectors: vectors.slice(at, (at += chunks.length)),
      })),
    );
    batch = [];
    batchChunks = 0;
  }

  for (const [done, file] of files.entries()) {
    signal?.throwIfAborted();
    onProgress({ stage: "read", done, total: files.length });
    // A bot in the same process answers between two documents.
    await new Promise(setImmediate);
    const read = await readFile(file, failed);
    if (read === undefined) continue;
    documents.push(toHeld(read));
    dropped.push(...read.document.dropped);
    chunksRead += read.chunks.length;
    if (writer === undefined) continue;
    if (batchChunks + read.chunks.length > maxBatchChunks) await flush();
    batch.push(read);
    batchChunks += read.chunks.length;
    if (batch.length >= maxBatchDocuments || batchChunks >= maxBatchChunks) await flush();
  }
  await flush();
  onProgress({ stage: "read", done: files.length, total: files.length });
  return { documents, failed, dropped, chunksEmbedded };
}

/** Undefined for a file that cannot be loaded, which then stands in `failed`. */
async function readFile(
  { file, loaderVersion }: ScannedFile,
  failed: FailedFile[],
): Promise<ReadFile | undefined> {
  try {
    const { path, title } = file;
    const bytes = await file.read();
    const document = readDocument(bytes, title === undefined ? { path } : { path, title });
    return { document, loaderVersion, chunks: buildChunks(document) };
  } catch (error) {
    failed.push(toFailedFile(file.path, error));
    return undefined;
  }
}

function toHeld({ document, loaderVersion }: ReadFile): HeldDocument {
  return {
    id: document.id,
    path: document.path,
    contentHash: document.contentHash,
    loaderVersion,
    articles: document.articles.length,
    sentences: document.articles.reduce((sum, { sentences }) => sum + sentences.length, 0),
  };
}

/** Vectors in the order of `texts`; only texts the store has no vector of are embedded. */
async function embedTexts(
  texts: readonly string[],
  {
    embedder,
    writer,
    signal,
  }: { embedder: Embedder; writer: CorpusWriter; signal: AbortSignal | undefined },
  onEmbedded: (count: number) => void,
): Promise<readonly Float32Array[]> {
  const hashes = texts.map(sha256);
  const known = new Map(await writer.cachedVectors([...new Set(hashes)]));
  const missing = new Map<string, string>();
  texts.forEach((text, at) => {
    const hash = hashes[at];
    if (hash !== undefined && !known.has(hash)) missing.set(hash, text);
  });
  const wanted = [...missing];
  for (let at = 0; at < wanted.length; at += textsPerEmbedding) {
    const part = wanted.slice(at, at + textsPerEmbedding);
    const vectors = await embedder.embed(
      part.map(([, text]) => text),
      { role: "passage", ...(signal === undefined ? {} : { signal }) },
    );
    const fresh = new Map<string, Float32Array>();
    part.forEach(([hash], index) => {
      const vector = vectors[index];
      if (vector !== undefined) fresh.set(hash, vector);
    });
    await writer.cacheVectors(fresh);
    for (const [hash, vector] of fresh) known.set(hash, vector);
    onEmbedded(fresh.size);
  }
  return hashes.map((hash) => known.get(hash) ?? new Float32Array(0));
}
