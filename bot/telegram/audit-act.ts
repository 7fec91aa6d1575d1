/** Leaves a line about what an admin did; the act is done already, so a failure is only logged. */

import type { Parts } from "./parts.ts";

export interface ActDone {
  readonly userId: number;
  readonly act:
    | "load"
    | "rollback"
    | "discard upload"
    | "golden"
    | "drop golden"
    | "settle"
    | "digest";
  /** Small, JSON-able and free of secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Never rejects. */
export async function auditAct(
  { operations, logger }: Pick<Parts, "operations" | "logger">,
  { userId, act, details }: ActDone,
): Promise<void> {
  try {
    await operations.audit.append({ who: `telegram ${userId}`, act, details });
  } catch (error) {
    logger.error("An act could not be audited", { error, userId, act });
  }
}
