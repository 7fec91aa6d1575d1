/** The smallest citable span of a document. */

import { z } from "zod";

/** Half-open range `[start, end)` of UTF-16 offsets into the document's extracted text. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

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
});
export type Sentence = Readonly<z.infer<typeof sentenceSchema>>;
