/** What a load tells while it runs and when it is done. */

import type { Generation } from "./corpus-store.ts";

export type LoadStage = "list" | "read" | "embed" | "index" | "check" | "publish";

/** Progress, reported often; `done` and `total` count documents (stage `embed`: chunks). */
export interface LoadProgress {
  readonly stage: LoadStage;
  readonly done: number;
  readonly total: number;
}

/** A file that could not be loaded; the rest was. Its last good version keeps being served. */
export interface FailedFile {
  readonly path: string;
  readonly code: string;
  readonly reason: string;
}

/** What was left out of the citable text, counted by reason. */
export interface DroppedCount {
  readonly reason: string;
  readonly count: number;
}

export interface LoadReport {
  /** Absent for a dry run. The served generation where nothing changed. */
  readonly generation?: Generation;
  /** `false` where nothing changed and nothing was published. */
  readonly published: boolean;
  /** Paths relative to the documents folder, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly failed: readonly FailedFile[];
  readonly dropped: readonly DroppedCount[];
  readonly documents: number;
  readonly articles: number;
  readonly sentences: number;
  readonly chunksEmbedded: number;
  readonly elapsedMs: number;
}
