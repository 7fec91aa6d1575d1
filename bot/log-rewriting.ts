/** The line that a follow-up which a model was to write out leaves in the log: what it cost and came to. */

import type { RewritingReport } from "../prompts/understanding/rewrite-question.ts";
import type { Logger } from "./logger.ts";

export function logRewriting(logger: Logger, rewriting: RewritingReport): void {
  const { isUsed, ...figures } = rewriting;
  const said = isUsed ? "A follow-up was written out" : "A follow-up was read by rule";
  logger.info(said, figures);
}
