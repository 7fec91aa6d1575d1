/** Tells a lasting trouble in one line, and its end in another. */

import type { Logger } from "./logger.ts";

export interface Trouble {
  onFailure(error: unknown): void;
  onSuccess(): void;
}

/** @param name what fails, as the beginning of a sentence */
export function tellOnce(logger: Logger, name: string): Trouble {
  let failures = 0;
  return {
    onFailure: (error) => {
      failures += 1;
      if (failures === 1) logger.error(`${name} cannot be reached; trying again`, { error });
    },
    onSuccess: () => {
      if (failures > 0) logger.info(`${name} can be reached again`, { failures });
      failures = 0;
    },
  };
}
