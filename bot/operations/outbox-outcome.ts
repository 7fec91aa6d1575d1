/** How a message of the outbox ended, if it did. */

import { z } from "zod";

/** What became of a message. */
export type Outcome =
  | { readonly kind: "open" }
  | { readonly kind: "sent"; readonly messageId: number }
  | { readonly kind: "failed"; readonly why: string };

/** A row's `state`, `message_id` and `failure`. */
export const outcomeSchema = z
  .object({
    state: z.enum(["waiting", "sending", "sent", "failed"]),
    message_id: z.number().int().nullable(),
    failure: z.string().nullable(),
  })
  .transform((row): Outcome => {
    if (row.state === "sent") return { kind: "sent", messageId: row.message_id ?? 0 };
    return row.state === "failed" ? { kind: "failed", why: row.failure ?? "" } : { kind: "open" };
  });
