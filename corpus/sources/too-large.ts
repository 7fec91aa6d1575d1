/** Says the same about a file over the limit wherever it is noticed. */

import { CorpusError } from "../errors.ts";

/** The error to throw; sizes in bytes. */
export function tooLarge(path: string, size: number, maxBytes: number): CorpusError {
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected at most ${maxBytes} bytes (the limit maxBytes), found ${size} in ${path}. ` +
      "Split the file or raise the limit.",
  );
}
