/** Says why a file could not be read to its end. */

import { CorpusError } from "../errors.ts";
import type { CorpusLimits } from "../limits.ts";
import { formatBytes } from "../sources/too-large.ts";

const millisecondsPerSecond = 1000;

/** A slip of a parser on one strange file must not keep the others from being loaded. */
export function brokeItsParser(path: string, cause: unknown): CorpusError {
  const found = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new CorpusError(
    "E_FILE_DAMAGED",
    `Expected a file that can be read to its end at ${path}, found one that breaks its parser ` +
      `(${found}). Save it anew with the program it was made with, or leave it out.`,
    { cause },
  );
}

export function tooSlow(path: string, { maxMillisecondsPerFile }: CorpusLimits): CorpusError {
  const seconds = maxMillisecondsPerFile / millisecondsPerSecond;
  return new CorpusError(
    "E_FILE_TIMEOUT",
    `Expected to read ${path} within ${seconds} seconds (the limit maxMillisecondsPerFile), found ` +
      "it unfinished. Split the file, raise the limit or leave it out.",
  );
}

/** @param error with which the file's thread ended */
export function crashed(path: string, { maxMemoryBytes }: CorpusLimits, error: Error): CorpusError {
  if (!isOutOfMemory(error)) return brokeItsParser(path, error);
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected to read ${path} with ${formatBytes(maxMemoryBytes)} of memory (the limit ` +
      "maxMemoryBytes), found that it needs more. Split the file, raise the limit or leave it out.",
    { cause: error },
  );
}

export function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
