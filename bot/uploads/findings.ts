/** What reading an uploaded file told, as its card shows it and its row keeps it. */

import { z } from "zod";

const count = z.number().int().nonnegative();

export const findingsSchema = z.object({
  /** Files that could be read: one, or those of an archive. */
  documents: count,
  articles: count,
  sentences: count,
  /** Of the first articles. */
  titles: z.array(z.string()).readonly(),
  /** The first sentence. */
  opening: z.string().optional(),
  /** First and last day of publication, `YYYY-MM-DD`. */
  dates: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Passages that no answer will cite. */
  leftOut: count,
  /** The first files that could not be read; paths as documents have them. */
  failed: z.array(z.object({ path: z.string(), code: z.string() })).readonly(),
  failures: count,
  /** Files of an archive beyond those that were tried. */
  untried: count,
  change: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("new") }),
    /** The very bytes are served at this path. */
    z.object({ kind: z.literal("same") }),
    /** Sentences that come and go. */
    z.object({ kind: z.literal("replaces"), gained: count, lost: count }),
  ]),
  /** Another path under which the very bytes are served. */
  alsoAt: z.string().optional(),
});
export type Findings = Readonly<z.infer<typeof findingsSchema>>;
