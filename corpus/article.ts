/** One piece of writing inside a document; a newspaper page holds many. */

import { z } from "zod";
import { sentenceSchema } from "./sentence.ts";

export const articleKinds = ["feature", "commentary", "brief", "note", "caption"] as const;

/** When a piece was published and how that is known. */
export const publishedOnSchema = z.object({
  /** `YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD` for a range. */
  value: z.string(),
  /** `printed` in the piece, `metadata` of the file or page, or `inferred` from its text. */
  kind: z.enum(["printed", "metadata", "inferred"]),
  /** The words that show it. */
  evidence: z.string(),
});
export type PublishedOn = Readonly<z.infer<typeof publishedOnSchema>>;

export const articleSchema = z.object({
  id: z.string(),
  kind: z.enum(articleKinds),
  title: z.string().optional(),
  subtitle: z.string().optional(),
  byline: z.string().optional(),
  authors: z.array(z.string()).readonly(),
  publishedOn: publishedOnSchema.optional(),
  /** Headings inside the article, in reading order. */
  sections: z.array(z.string()).readonly(),
  /** Parts that the page does not show: it begins or ends elsewhere, or on another page. */
  missing: z
    .array(z.enum(["beginning", "end"]))
    .readonly()
    .optional(),
  /** Sections that the page shows behind the article's end, where they do not belong. */
  displacedSections: z.array(z.string()).readonly().optional(),
  /** In reading order. */
  sentences: z.array(sentenceSchema).readonly(),
});
export type Article = Readonly<z.infer<typeof articleSchema>>;
