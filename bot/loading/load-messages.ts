/** What the bot's process and that of a load say to each other; both check what they hear. */

import { z } from "zod";
import { loadFaultSchema } from "./load-fault.ts";
import { loadProgressSchema, loadReportSchema } from "./load-report-schema.ts";

export const toLoadSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("load"),
    /** Settings of the asking process, from which this one makes its own configuration. */
    given: z.record(z.string(), z.string().optional()),
    request: z.object({
      folder: z.string().exactOptional(),
      path: z.string().exactOptional(),
      readAll: z.boolean().exactOptional(),
      force: z.boolean().exactOptional(),
      dryRun: z.boolean().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal("cancel") }),
]);
export type ToLoad = z.infer<typeof toLoadSchema>;

export const fromLoadSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), progress: loadProgressSchema }),
  z.object({ kind: z.literal("report"), report: loadReportSchema }),
  z.object({ kind: z.literal("fault"), fault: loadFaultSchema }),
]);
export type FromLoad = z.infer<typeof fromLoadSchema>;
