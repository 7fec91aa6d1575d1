/** The smallest citable span of a document. */

import { z } from "zod";
import { placeSchema } from "./place.ts";

/** Half-open range `[start, end)` of UTF-16 offsets into the document's extracted text. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** What a time in a sentence means: 今年 is `2025` in a piece of 2025. */
export const timeReadingSchema = z.object({
  /** Offsets of its words in the sentence's text, in UTF-16 units. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of a kind joined by `/`. */
  value: z.string(),
});
export type TimeReading = Readonly<z.infer<typeof timeReadingSchema>>;

/**
 * A sentence as a reader sees it.
 *
 * Law: `text`, white space aside, equals the document's text at `spans` joined in order. A sentence
 * that a column break or a caption cut in two has two spans. `id` comes from content: the same
 * sentence of the same document keeps it across reloads (see `ids.ts`).
 */
export const sentenceSchema = z.object({
  id: z.string(),
  text: z.string(),
  spans: z.array(spanSchema).readonly(),
  /** Heading the sentence stands under, innermost one. */
  section: z.string().optional(),
  /** Page or row on which it begins, in files that have them. */
  place: placeSchema.optional(),
  /** Of the times that do not name their year; beside the text and never in a quote. */
  times: z.array(timeReadingSchema).readonly().optional(),
});
export type Sentence = Readonly<z.infer<typeof sentenceSchema>>;
