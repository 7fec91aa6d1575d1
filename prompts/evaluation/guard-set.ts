/** Reads the set of right and wrongly altered statements by which the guard is measured. */

import { z } from "zod";
import { publishedOnSchema } from "../../corpus/article.ts";
import { timeReadingSchema } from "../../corpus/sentence.ts";

const evidenceSchema = z.object({
  n: z.number().int().positive(),
  text: z.string(),
  before: z.string().exactOptional(),
  after: z.string().exactOptional(),
  title: z.string().exactOptional(),
  section: z.string().exactOptional(),
  publishedOn: publishedOnSchema.exactOptional(),
  times: z.array(timeReadingSchema).readonly().exactOptional(),
});

const caseSchema = z.object({
  text: z.string(),
  citations: z.array(z.number().int().positive()).readonly(),
  label: z.enum(["right", "wrong"]),
  /** How it was altered, or in which way it is right. */
  kind: z.string(),
});

/** Some evidence and the statements made of it. */
export const guardRowSchema = z.object({
  id: z.string(),
  /**
   * `shaped` rows were known while the rules were written; each batch of `held out` ones was measured
   * once before a rule was changed for it (see the record of the guard in `docs/decisions/`).
   */
  part: z.enum(["shaped", "held out"]),
  evidence: z.array(evidenceSchema).readonly(),
  cases: z.array(caseSchema).readonly(),
});
export type GuardRow = Readonly<z.infer<typeof guardRowSchema>>;

/** @param text one JSON object a line */
export function readGuardSet(text: string): readonly GuardRow[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => guardRowSchema.parse(JSON.parse(line)));
}
