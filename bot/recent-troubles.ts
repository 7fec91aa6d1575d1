/** The latest warnings and errors of this process, for an admin who asks how it goes. */

import { AppError } from "../corpus/errors.ts";
import type { Logger } from "./logger.ts";

export interface Trouble {
  /** When it was last logged. */
  readonly at: Date;
  /** As the program words it; never what an error says, which may name paths. */
  readonly message: string;
  readonly code: string | undefined;
  /** How often it was logged. */
  readonly count: number;
}

export interface RecentTroubles {
  /** The same logger, listened to. */
  readonly logger: Logger;
  /** Newest first, each message and code once. */
  readonly recent: () => readonly Trouble[];
}

const mostTroubles = 20;

/** @param now milliseconds since 1970 */
export function rememberTroubles(logger: Logger, now: () => number): RecentTroubles {
  const troubles = new Map<string, Trouble>();
  const remember = (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const { error } = fields;
    const code = error instanceof AppError ? error.code : undefined;
    const key = `${message}\n${code ?? ""}`;
    const count = (troubles.get(key)?.count ?? 0) + 1;
    // Set anew, so that the map's order is that of their last time.
    troubles.delete(key);
    troubles.set(key, { at: new Date(now()), message, code, count });
    const [oldest] = troubles.keys();
    if (troubles.size > mostTroubles && oldest !== undefined) troubles.delete(oldest);
  };
  return {
    logger: {
      ...logger,
      warn: (message, fields) => {
        remember(message, fields);
        logger.warn(message, fields);
      },
      error: (message, fields) => {
        remember(message, fields);
        logger.error(message, fields);
      },
    },
    recent: () => [...troubles.values()].toReversed(),
  };
}
