/** Counts what an archive holds, archives within it included, and stops where a limit is passed. */

import { CorpusError } from "../errors.ts";
import type { CorpusLimits } from "../limits.ts";

export interface ArchiveBudget {
  /** @throws {CorpusError} `E_FILE_TOO_LARGE` */
  countFiles(count: number): void;
  /** Counts what really came out of an entry. @throws {CorpusError} `E_FILE_TOO_LARGE` */
  countBytes(bytes: number): void;
  /** How much an entry may still inflate to. */
  remainingBytes(): number;
}

export interface ArchiveBudgetOptions {
  /** Of the outermost archive. */
  readonly path: string;
  /** Size of the outermost archive; infinite where its ratio was checked before. */
  readonly archiveBytes: number;
  readonly limits: CorpusLimits;
}

/** Headers may lie about sizes, so only what was inflated counts. */
export function createArchiveBudget(options: ArchiveBudgetOptions): ArchiveBudget {
  const { path, archiveBytes, limits } = options;
  const maxBytes = Math.min(limits.maxBytes, archiveBytes * limits.maxArchiveRatio);
  let files = 0;
  let bytes = 0;
  return {
    countFiles(count) {
      files += count;
      if (files <= limits.maxArchiveFiles) return;
      throw new CorpusError(
        "E_FILE_TOO_LARGE",
        `Expected at most ${limits.maxArchiveFiles} files (the limit maxArchiveFiles), found ` +
          `more in ${path}. Split the archive or raise the limit.`,
      );
    },
    countBytes(count) {
      bytes += count;
      if (bytes <= maxBytes) return;
      throw new CorpusError(
        "E_FILE_TOO_LARGE",
        bytes > limits.maxBytes
          ? `Expected at most ${limits.maxBytes} bytes in all files together (the limit ` +
              `maxBytes), found more in ${path}. Split the archive or raise the limit.`
          : `Expected files at most ${limits.maxArchiveRatio} times as large as their archive ` +
              `(the limit maxArchiveRatio), found more in ${path}. ` +
              "Unpack it yourself if you trust it, or raise the limit.",
      );
    },
    remainingBytes: () => Math.max(0, maxBytes - bytes),
  };
}
