/** Measures how far the reading and writing of files is, in files for the eye and bytes for the clock. */

import type { LoadProgress } from "../load-report.ts";

interface SizedFile {
  /** In bytes. */
  readonly size: number;
}

export interface WorkMeter {
  read(file: SizedFile): void;
  written(file: SizedFile): void;
  progress(stage: "read" | "embed"): LoadProgress;
}

/** Reading and writing a file are half of its work each; without writing, reading is all. */
export function createWorkMeter(
  files: readonly SizedFile[],
  { isWriting }: { readonly isWriting: boolean },
): WorkMeter {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const steps = isWriting ? 2 : 1;
  let bytes = 0;
  let filesRead = 0;
  let filesWritten = 0;
  return {
    read({ size }) {
      filesRead += 1;
      bytes += size / steps;
    },
    written({ size }) {
      filesWritten += 1;
      if (isWriting) bytes += size / steps;
    },
    progress: (stage) => ({
      stage,
      done: stage === "read" ? filesRead : filesWritten,
      total: files.length,
      bytes: { done: Math.round(bytes), total },
    }),
  };
}
