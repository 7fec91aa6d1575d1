/** Says the same about a file over the limit wherever it is noticed. */

import { CorpusError } from "../errors.ts";

const bytesPerMegabyte = 1024 * 1024;

/** The error to throw; sizes in bytes. */
export function tooLarge(path: string, size: number, maxBytes: number): CorpusError {
  return new CorpusError(
    "E_FILE_TOO_LARGE",
    `Expected at most ${formatBytes(maxBytes)} (the limit maxBytes), found ${formatBytes(size)} ` +
      `in ${path}. Split the file or raise the limit.`,
  );
}

/** Whole bytes, or megabytes rounded up, so that what is over a limit also reads so. */
export function formatBytes(bytes: number): string {
  if (bytes < bytesPerMegabyte) return `${bytes} bytes`;
  return `${Math.ceil((bytes / bytesPerMegabyte) * 10) / 10} MB`;
}
