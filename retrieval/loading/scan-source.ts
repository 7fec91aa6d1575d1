/** Finds out which files a source holds and whether their bytes are known. */

import pMap from "p-map";
import { AppError, CorpusError } from "../../corpus/errors.ts";
import { documentId, sha256 } from "../../corpus/ids.ts";
import { loaderVersion } from "../../corpus/loader-version.ts";
import { tokensVersion } from "../text/tokens.ts";
import type { DocumentSource, SourceFile } from "../../corpus/source.ts";
import type { FailedFile } from "../load-report.ts";

/** Enough to keep a disk busy, few enough for the memory of the largest files. */
const filesAtOnce = 4;
const titleKeyLength = 8;

export interface ScannedFile {
  readonly file: SourceFile;
  /** Of the document it becomes. */
  readonly id: string;
  /** In bytes. */
  readonly size: number;
  readonly contentHash: string;
  /** Of the code, and of the title given from outside: either changes what the bytes become. */
  readonly loaderVersion: string;
}

export interface ScannedSource {
  /** In the source's order. */
  readonly files: readonly ScannedFile[];
  readonly failed: readonly FailedFile[];
}

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each file. */
  readonly onScanned?: (done: number, total: number) => void;
}

/** Reads every file once and keeps its hash, not its bytes. @throws {CorpusError} `E_FOLDER_MISSING` */
export async function scanSource(
  source: DocumentSource,
  options: ScanOptions = {},
): Promise<ScannedSource> {
  const listed = await source.list();
  const failed: FailedFile[] = [];
  const paths = new Set<string>();
  let done = 0;
  const scanned = await pMap(
    listed,
    async (file) => {
      options.signal?.throwIfAborted();
      try {
        if (paths.has(file.path)) throw pathTaken(file.path);
        paths.add(file.path);
        const bytes = await file.read();
        return {
          file,
          id: documentId(file.path),
          size: bytes.length,
          contentHash: sha256(bytes),
          loaderVersion: versionOf(file),
        };
      } catch (error) {
        failed.push(toFailedFile(file.path, error));
        return undefined;
      } finally {
        done += 1;
        options.onScanned?.(done, listed.length);
      }
    },
    { concurrency: filesAtOnce },
  );
  return { files: scanned.filter((file) => file !== undefined), failed };
}

function versionOf({ title }: SourceFile): string {
  const version = `${loaderVersion} tokens ${tokensVersion}`;
  if (title === undefined) return version;
  return `${version} title ${sha256(title).slice(0, titleKeyLength)}`;
}

/** Names that differ only in how an accent is written are one path. */
function pathTaken(path: string): CorpusError {
  return new CorpusError(
    "E_FILE_UNREADABLE",
    `Expected one file at ${path}, found another of the same name. Rename one of them.`,
  );
}

/** Only faults with a code are a file's own; anything else is a slip of ours and goes on up. */
export function toFailedFile(path: string, error: unknown): FailedFile {
  if (!(error instanceof AppError)) throw error;
  return { path, code: error.code, reason: error.message };
}
