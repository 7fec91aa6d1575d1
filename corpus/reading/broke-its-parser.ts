/** Keeps a slip of a parser on one strange file from stopping the load of all the others. */

import { CorpusError } from "../errors.ts";

/** The error of the file; `cause` is what its parser threw. */
export function brokeItsParser(path: string, cause: unknown): CorpusError {
  const found = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new CorpusError(
    "E_FILE_DAMAGED",
    `Expected a file that can be read to its end at ${path}, found one that breaks its parser ` +
      `(${found}). Save it anew with the program it was made with, or leave it out.`,
    { cause },
  );
}
