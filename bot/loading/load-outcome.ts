/** What came of a load that was asked for in a chat, as it is kept until everyone knows it. */

import { z } from "zod";
import { loadFaultSchema } from "./load-fault.ts";
import { generationSchema, loadReportSchema } from "./load-report-schema.ts";

export const loadOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report"), report: loadReportSchema }),
  z.object({
    kind: z.literal("fault"),
    fault: loadFaultSchema,
    /** Files that are read and embedded, and kept for the next load; null where it did not come to that. */
    kept: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  }),
  /** Another process was at it already, and has published. */
  z.object({ kind: z.literal("elsewhere"), generation: generationSchema }),
]);
export type LoadOutcome = Readonly<z.infer<typeof loadOutcomeSchema>>;
