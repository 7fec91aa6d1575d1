/** What a golden question is: one whose answer must not get worse without somebody looking. */

import { z } from "zod";
import type { Scope } from "../../../retrieval/scope.ts";
import type { Turn } from "../../answering/answer.ts";

/** A sentence of a source. */
export const quoteSchema = z.object({
  text: z.string(),
  /** Of the document it stood in; absent where a file of questions does not say. */
  path: z.string().optional(),
});
export type Quote = Readonly<z.infer<typeof quoteSchema>>;

export const expectationKinds = ["cites", "says", "answers", "refuses"] as const;

/** What the answer must be. */
export const expectationSchema = z.discriminatedUnion("kind", [
  /** It cites these sentences: all of them, or any. */
  z.object({
    kind: z.literal("cites"),
    sentences: z.array(quoteSchema).nonempty().readonly(),
    needed: z.enum(["all", "any"]),
  }),
  /** Each group has one string that stands in the answer or in what it cites. */
  z.object({
    kind: z.literal("says"),
    groups: z.array(z.array(z.string()).readonly()).nonempty().readonly(),
  }),
  /** A wish, not met when it was made: the question is answered, and not by the sentence it was. */
  z.object({ kind: z.literal("answers"), insteadOf: z.string().optional() }),
  /** The documents do not say, and the answer must not pretend that they do. */
  z.object({ kind: z.literal("refuses") }),
]);
export type Expectation = Readonly<z.infer<typeof expectationSchema>>;

export interface GoldenQuestion {
  readonly id: string;
  readonly question: string;
  readonly expected: Expectation;
  /** Folders that alone are looked into. Default: the whole corpus. */
  readonly scope?: Scope | undefined;
  /** Turns before the question. Default: none. */
  readonly history?: readonly Turn[];
}
