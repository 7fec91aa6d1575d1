/** Checks a load's report, and its progress, that come from another process or out of the database. */

import { z } from "zod";
import type { LeftOutFile } from "../../corpus/sources/leave-out.ts";
import type { Generation } from "../../retrieval/corpus-store.ts";
import type {
  CheckedQuestion,
  CheckReport,
  DocumentChange,
  DroppedCount,
  FailedFile,
  LoadProgress,
  LoadReport,
  LoadStage,
} from "../../retrieval/load-report.ts";
import { type LoadTimes, timedParts } from "../../retrieval/loading/stopwatch.ts";

const count = z.number().int().nonnegative();
const paths = z.array(z.string()).readonly();

/** A schema for every field, optional ones too: what is left out here would be lost on the way. */
type Fields<Shape> = { readonly [Name in keyof Required<Shape>]: z.ZodType };

const stages = [
  "list",
  "read",
  "embed",
  "index",
  "check",
  "publish",
] as const satisfies readonly LoadStage[];

export const generationSchema = z.object({
  number: count,
  // JSON holds it as text.
  publishedAt: z.coerce.date(),
  embedder: z.string(),
  dimension: count,
  documents: count,
  articles: count,
  sentences: count,
  chunks: count,
  rolledBackTo: count.exactOptional(),
} satisfies Fields<Generation>);

const failedFileSchema = z.object({
  path: z.string(),
  code: z.string(),
  reason: z.string(),
} satisfies Fields<FailedFile>);

const droppedSchema = z.object({ reason: z.string(), count } satisfies Fields<DroppedCount>);

const changeSchema = z.object({
  path: z.string(),
  kind: z.enum(["added", "changed", "removed"]),
  sentencesGained: count,
  sentencesLost: count,
} satisfies Fields<DocumentChange>);

const timesSchema = z.record(z.enum(timedParts), z.number()) satisfies z.ZodType<LoadTimes>;

const checkedQuestionSchema = z.object({
  question: z.string(),
  verdict: z.enum(["same", "changed", "better", "worse"]),
  before: z.string().exactOptional(),
  after: z.string().exactOptional(),
  why: z.string().exactOptional(),
} satisfies Fields<CheckedQuestion>);

const checkSchema = z.object({
  passes: z.boolean(),
  questions: z.array(checkedQuestionSchema).readonly(),
} satisfies Fields<CheckReport>);

const leftOutSchema = z
  .object({ path: z.string(), hasChanged: z.boolean().optional() } satisfies Fields<LeftOutFile>)
  // JSON knows no undefined.
  .transform(({ path, hasChanged }): LeftOutFile => ({ path, hasChanged }));

export const loadReportSchema: z.ZodType<LoadReport> = z.object({
  generation: generationSchema.exactOptional(),
  published: z.boolean(),
  check: checkSchema.exactOptional(),
  added: paths,
  changed: paths,
  removed: paths,
  unchanged: count,
  leftOut: z.array(leftOutSchema).readonly().exactOptional(),
  changes: z.array(changeSchema).readonly().exactOptional(),
  failed: z.array(failedFileSchema).readonly(),
  dropped: z.array(droppedSchema).readonly(),
  documents: count,
  articles: count,
  sentences: count,
  chunksEmbedded: count,
  bytesRead: count,
  documentsPerSecond: z.number(),
  megabytesPerSecond: z.number(),
  elapsedMs: z.number(),
  timesMs: timesSchema,
} satisfies Fields<LoadReport>);

export const loadProgressSchema: z.ZodType<LoadProgress> = z.object({
  stage: z.enum(stages),
  done: count,
  total: count,
  bytes: z.object({ done: count, total: count }).exactOptional(),
} satisfies Fields<LoadProgress>);
