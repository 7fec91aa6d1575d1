/** Deletes answers that are older than they are to be kept: at once, and then every day. */

import type { Logger } from "../logger.ts";
import type { Operations } from "../operations/open-operations.ts";
import { pauseUnlessStopped } from "./patiently.ts";

const dayMs = 24 * 60 * 60 * 1000;
export interface KeepPrunedOptions {
  readonly operations: Pick<Operations, "history">;
  readonly keepDays: number;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Resolves when the signal is given; never rejects. */
export async function keepPruned(options: KeepPrunedOptions): Promise<void> {
  const { operations, keepDays, logger, now, signal } = options;
  while (!signal.aborted) {
    try {
      const answers = await operations.history.prune(new Date(now() - keepDays * dayMs));
      if (answers > 0) logger.info("Old answers were deleted", { answers, keepDays });
    } catch (error) {
      logger.warn("Old answers could not be deleted", { error });
    }
    await pauseUnlessStopped(dayMs, signal);
  }
}
