/** The trained weights, made anew by `tools/train-ranking.ts`. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AnswerabilityWeights } from "./answerability/judge-answerability.ts";
import type { RankWeights } from "./ranking/rank-sentences.ts";

const weightsSchema = z.object({
  /** Where they come from: command, data and licence. */
  provenance: z.string(),
  rank: z.record(z.string(), z.number()),
  answerability: z.object({
    bias: z.number(),
    weights: z.record(z.string(), z.number()),
  }),
});

const trained = weightsSchema.parse(
  JSON.parse(readFileSync(new URL("weights.json", import.meta.url), "utf8")),
);

// Safe: the training script writes only names that the feature functions return, and a test
// compares the two.
export const rankWeights = trained.rank as RankWeights;
export const answerabilityWeights = trained.answerability as AnswerabilityWeights;
