/** What checking a golden question found: how its answer stands, before and after. */

import type { Answer } from "../../answering/answer.ts";
import type { GoldenQuestion, Quote } from "./golden-question.ts";

/**
 * - `worse`: what was as expected no longer is
 * - `better`: what was not as expected now is
 * - `changed`: neither, but another answer
 */
export const goldenVerdicts = ["worse", "changed", "better", "same"] as const;
export type GoldenVerdict = (typeof goldenVerdicts)[number];

export type GoldenReason =
  /** Not answered. */
  | "refused"
  /** Answered, where the documents do not say. */
  | "answered"
  /** An expected sentence stands nowhere any more, and its document is not what answers. */
  | "lostSource"
  /** The expected sentence is there, and other ones are cited. */
  | "otherSource"
  /** The expected words are not among what is said. */
  | "otherWords"
  /** By the sentence that was not wanted. */
  | "asBefore"
  /** As expected: by the expected document, of which the sentence has been edited. */
  | "edited";

/** An answer, as far as it matters here. */
export interface GoldenAnswer {
  readonly kind: Answer["kind"];
  /** The sentences it cites; of a refusal none. */
  readonly sentences: readonly Quote[];
}

export interface GoldenResult {
  readonly question: GoldenQuestion;
  readonly verdict: GoldenVerdict;
  /** Whether the answer is now as expected. */
  readonly isMet: boolean;
  /** From the served snapshot; absent where there is none to compare with. */
  readonly before?: GoldenAnswer;
  readonly after: GoldenAnswer;
  readonly why?: GoldenReason;
}
