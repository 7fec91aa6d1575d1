/** What an answer is: statements, each resting on citations, each citation a stored sentence. */

import { z } from "zod";
import { publishedOnSchema } from "../../corpus/article.ts";
import { placeSchema } from "../../corpus/place.ts";
import { spanSchema } from "../../corpus/sentence.ts";

/** Another document in which a cited sentence stands, perhaps with another date or a scanner's slip. */
export const otherPlaceSchema = z.object({
  sentenceId: z.string(),
  documentId: z.string(),
  path: z.string(),
  /** Title of the article there. */
  article: z.string().optional(),
  publishedOn: publishedOnSchema.optional(),
  place: placeSchema.optional(),
});
export type OtherPlace = Readonly<z.infer<typeof otherPlaceSchema>>;

/** A sentence an answer relies on, word for word. */
export const citationSchema = z.object({
  /** The number a reader sees, from 1 in order of first use. */
  n: z.number().int().positive(),
  sentenceId: z.string(),
  text: z.string(),
  spans: z.array(spanSchema).readonly(),
  documentId: z.string(),
  path: z.string(),
  /** From its sentences: another id for the same sentence means that its article has changed. */
  articleId: z.string().optional(),
  /** Title of the article. */
  article: z.string().optional(),
  section: z.string().optional(),
  publishedOn: publishedOnSchema.optional(),
  /** Page or row on which it begins, in files that have them. */
  place: placeSchema.optional(),
  /** Documents that hold the same sentence, the best found first, at most five; absent for none. */
  alsoIn: z.array(otherPlaceSchema).readonly().optional(),
  /** How many such documents were found, where they are more than `alsoIn` lists. */
  copies: z.number().int().positive().optional(),
  /** The neighbouring sentences of the article. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** The neighbour without which it cannot be understood: 该院…, or a quote whose speaker follows. */
  leansOn: z.enum(["before", "after"]).optional(),
  /** Of an answer shown again: its document is shown no more, nor its words, title and path; since when. */
  removed: z.object({ on: z.string().optional() }).optional(),
});
export type Citation = Readonly<z.infer<typeof citationSchema>>;

/** One claim and the numbers of the citations it rests on, never empty. */
export const statementSchema = z.object({
  text: z.string(),
  citations: z.array(z.number().int().positive()).nonempty().readonly(),
});
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** Sources that say different things about the same. */
export const conflictSchema = z.object({
  citations: z.array(z.number().int().positive()).readonly(),
  /** What each citation says where they differ: 70个 / 170个. */
  what: z.string(),
});
export type Conflict = Readonly<z.infer<typeof conflictSchema>>;

/** Why two sources give different values without disagreeing. */
export const differenceKinds = ["date", "area", "definition"] as const;

/** A value that could be mistaken for the answer's: of another time or place, or measured otherwise. */
export const differenceSchema = z.object({
  kind: z.enum(differenceKinds),
  /** The one that answers, then the other. */
  citations: z.tuple([z.number().int().positive(), z.number().int().positive()]).readonly(),
  /** Of when, where or how measured each is: 2023年末, 2020年; null where its sentence does not say. */
  scopes: z.tuple([z.string().nullable(), z.string().nullable()]).readonly(),
  /** What each says. */
  values: z.tuple([z.string(), z.string()]).readonly(),
});
export type Difference = Readonly<z.infer<typeof differenceSchema>>;

/** Why a question was refused: no evidence at all, or a named thing the evidence lacks. */
export const refusalReasons = ["topic", "weak", "year", "subject", "unit", "role"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why the answer is not the written one that was wanted. */
export const degradations = [
  /** The model's server is down, refuses, or is configured wrongly. */
  "model-unavailable",
  "model-timeout",
  /** What the model said was empty, cut off, or of no known form. */
  "model-unusable",
  /** Nothing the model wrote passed the check against its sources. */
  "unchecked",
  /** The tokens of the day are spent. */
  "budget",
] as const;
export type Degradation = Readonly<{ reason: (typeof degradations)[number] }>;

const commonShape = {
  /** The question as understood after rewriting. */
  question: z.string(),
  /** What was searched for instead of what was written; absent where no typo was put right. */
  corrected: z.string().optional(),
  /** Folders that alone were looked into; absent for the whole corpus. */
  scope: z.array(z.string()).readonly().optional(),
  /** The corpus generation the answer was taken from. */
  generation: z.number().int().nonnegative(),
  /** `extractive`, or the name of the language model. */
  answerer: z.string(),
  timings: z.object({ retrieveMs: z.number(), answerMs: z.number(), totalMs: z.number() }),
  /** Answerability of the best sentence: log-odds, above 0 leans to "the corpus says it". */
  answerability: z.number().optional(),
  /** A written answer was wanted; this one, of the sentences themselves, stands in for it. */
  degraded: z.object({ reason: z.enum(degradations) }).optional(),
};

export const answerSchema = z.discriminatedUnion("kind", [
  z.object({
    ...commonShape,
    kind: z.literal("answered"),
    statements: z.array(statementSchema).nonempty().readonly(),
    citations: z.array(citationSchema).nonempty().readonly(),
    /** The date as of which a "now" answer holds. */
    asOf: z.string().optional(),
    conflicts: z.array(conflictSchema).readonly().optional(),
    differences: z.array(differenceSchema).readonly().optional(),
    /** Of several things asked, those that the documents do not say; as they were asked. */
    unanswered: z.array(z.string()).readonly().optional(),
    /** How many statements were left out because their sources do not bear them out. */
    leftOut: z.number().int().positive().optional(),
    /** The person who asked stopped the writing; these are the statements checked by then. */
    stopped: z.literal(true).optional(),
  }),
  z.object({
    ...commonShape,
    kind: z.literal("notFound"),
    reason: z.enum(refusalReasons),
    /** What the reason is about: the year, unit or role that is missing. */
    missing: z.string().optional(),
    /** At most three, best first; empty where nothing is near. */
    nearest: z.array(citationSchema).readonly(),
  }),
  z.object({
    ...commonShape,
    kind: z.literal("unclear"),
    /** What to ask back. */
    ask: z.string(),
    choices: z.array(z.string()).readonly(),
  }),
]);
export type Answer = Readonly<z.infer<typeof answerSchema>>;

/** One turn of the chat before the question. */
export const turnSchema = z.tuple([z.enum(["user", "bot"]), z.string()]);
export type Turn = Readonly<z.infer<typeof turnSchema>>;
