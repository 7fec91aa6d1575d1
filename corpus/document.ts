/** One source file as loaded. */

import { z } from "zod";
import { articleSchema } from "./article.ts";

/** Text that stands in the file but in no citable sentence, and why. */
export const droppedTextSchema = z.object({
  text: z.string(),
  reason: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type DroppedText = Readonly<z.infer<typeof droppedTextSchema>>;

export const documentSchema = z.object({
  /** From the path, so a changed file stays the same document (see `ids.ts`). */
  id: z.string(),
  /** Relative to the documents folder, with `/` on every system. */
  path: z.string(),
  mediaType: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal. */
  contentHash: z.string(),
  /** What a reader of the file sees, as one string; every span points into it. */
  text: z.string(),
  articles: z.array(articleSchema).readonly(),
  dropped: z.array(droppedTextSchema).readonly(),
});
export type Document = Readonly<z.infer<typeof documentSchema>>;
