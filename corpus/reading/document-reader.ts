/** Port: turns the bytes of one file into a document and its chunks, within the limits. */

import { buildChunks } from "../build-chunks.ts";
import type { Chunk } from "../chunk.ts";
import type { Document } from "../document.ts";
import { CorpusError } from "../errors.ts";
import { type CorpusLimits, defaultLimits } from "../limits.ts";
import { readDocument } from "../read-document.ts";
import { brokeItsParser } from "./reading-failures.ts";

export interface NamedFile {
  /** Identifies the document. */
  readonly path: string;
  /** Title known from outside the bytes. */
  readonly title?: string;
}

export interface ReadFile {
  readonly document: Document;
  /** In reading order; see `build-chunks.ts`. */
  readonly chunks: readonly Chunk[];
}

export interface DocumentReader {
  /**
   * @param bytes given away: they must not be used afterwards
   * @throws {CorpusError} as `readDocument`; `E_FILE_TIMEOUT`, `E_FILE_TOO_LARGE` where time or
   *   memory run out, `E_FILE_DAMAGED` where the file breaks its parser
   */
  read(bytes: Uint8Array, file: NamedFile, signal?: AbortSignal): Promise<ReadFile>;
  /** Whoever is still reading is told that it was stopped. */
  close(): Promise<void>;
}

/** Reads in the calling thread, which nothing can interrupt: for tests and tools. */
export function createInlineReader(limits: CorpusLimits = defaultLimits): DocumentReader {
  return {
    read: (bytes, file) => readFile(bytes, file, limits),
    close: () => Promise.resolve(),
  };
}

/** What every reader does with a file, whatever its thread. @throws {CorpusError} */
export async function readFile(
  bytes: Uint8Array,
  file: NamedFile,
  limits: CorpusLimits,
): Promise<ReadFile> {
  try {
    const document = await readDocument(bytes, { ...file, limits });
    return { document, chunks: buildChunks(document) };
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw brokeItsParser(file.path, error);
  }
}
