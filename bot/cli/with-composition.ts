/** Opens the system for one command and closes it whatever happens. */

import type { ComposeOptions, Composition } from "../compose.ts";
import type { Config } from "../config.ts";
import { createLogger, type Logger } from "../logger.ts";

/**
 * The work's result.
 *
 * LanceDB, jieba and the rest are loaded here and not with the command line, so that help, wrong
 * usage and `doctor` answer even where they cannot be loaded.
 */
export async function withComposition<Result>(
  config: Config,
  work: (composition: Composition, logger: Logger) => Promise<Result>,
  options?: ComposeOptions,
): Promise<Result> {
  const { compose } = await import("../compose.ts");
  const logger = createLogger({ level: config.logLevel, secrets: config.secrets });
  const composition = await compose(config, logger, options);
  try {
    return await work(composition, logger);
  } finally {
    await composition.app.close();
  }
}
