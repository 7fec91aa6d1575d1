/** What a load tells while it runs and when it is done. */

import type { LeftOutFile } from "../corpus/sources/leave-out.ts";
import type { Generation } from "./corpus-store.ts";
import type { LoadTimes } from "./loading/stopwatch.ts";

export type LoadStage = "list" | "read" | "embed" | "index" | "check" | "publish";

/** Progress, reported often; `done` and `total` count files, in stage `embed` those embedded. */
export interface LoadProgress {
  readonly stage: LoadStage;
  readonly done: number;
  readonly total: number;
  /**
   * In the stages `read` and `embed`, which take turns: how much of the work of both is done, in
   * bytes of the files; tells better than their number how long it will take. Never falls but where
   * some files, a `total` of their own, are read once more.
   */
  readonly bytes?: { readonly done: number; readonly total: number };
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

/** What a dry run found out about one document. */
export interface DocumentChange {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
  /** Sentences that readers will find and could not find before. */
  readonly sentencesGained: number;
  readonly sentencesLost: number;
}

/** How one question fares with a generation that is about to be served. */
export interface CheckedQuestion {
  readonly question: string;
  /** Beside the served generation: `worse` lost what was expected, `changed` is neither gain nor loss. */
  readonly verdict: "same" | "changed" | "better" | "worse";
  /** Answers as a person reads them: of the served generation, and of the one that was checked. */
  readonly before?: string;
  readonly after?: string;
  readonly why?: string;
}

/** What a check before publishing found. */
export interface CheckReport {
  /** Whether readers may get the generation without being forced to. */
  readonly passes: boolean;
  readonly questions: readonly CheckedQuestion[];
}

export interface LoadReport {
  /** Absent for a dry run. The served one where nothing was published; absent if there is none. */
  readonly generation?: Generation;
  /** `false` where nothing changed, and where the generation was held back. */
  readonly published: boolean;
  /**
   * Where it does not pass the generation was held back: the work is kept, and a load with force
   * publishes it. Absent where nothing was to be published, nothing checks, or the load was forced.
   */
  readonly check?: CheckReport;
  /** Paths relative to the documents folder, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Files that are there but were removed from the corpus by an admin; absent for none. */
  readonly leftOut?: readonly LeftOutFile[];
  /** Of a dry run only: how each document would change, sorted by path. */
  readonly changes?: readonly DocumentChange[];
  readonly failed: readonly FailedFile[];
  readonly dropped: readonly DroppedCount[];
  readonly documents: number;
  readonly articles: number;
  readonly sentences: number;
  readonly chunksEmbedded: number;
  /** Of the files that were new or changed, and so were read; compare with `elapsedMs`. */
  readonly bytesRead: number;
  readonly documentsPerSecond: number;
  /** Of 1,048,576 bytes. */
  readonly megabytesPerSecond: number;
  readonly elapsedMs: number;
  /** How long the load was busy with, or waited for, each part; the rest of `elapsedMs` is trifles. */
  readonly timesMs: LoadTimes;
}
