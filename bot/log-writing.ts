/** The line that a written answer leaves in the log: what it cost, and every verdict on it. */

import type { WritingReport } from "../prompts/answering/writing-report.ts";
import type { Logger } from "./logger.ts";

/** What was written itself is logged only where debugging: it tells what people ask about. */
export function logWriting(logger: Logger, writing: WritingReport): void {
  const { drafts, failure, ...figures } = writing;
  const verdicts = drafts.map(({ attempt, supported, rules, problems }) => ({
    attempt,
    supported,
    rules,
    problems: problems.map(({ kind }) => kind),
  }));
  if (failure === undefined) logger.info("An answer was written", { ...figures, verdicts });
  else logger.warn("An answer was not written as it should be", { ...figures, verdicts, failure });
  if (drafts.length > 0) logger.debug("What was written, and why it passed or not", { drafts });
}
