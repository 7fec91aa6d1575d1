/** When the documents may have changed, as the settings want it noticed. */

import type { Config } from "../config.ts";
import { folderChanges } from "../watching/folder-changes.ts";
import { regularLooks } from "../watching/regular-looks.ts";
import type { Logger } from "../logger.ts";
import type { Timing } from "./timing.ts";

export interface DocumentChangesOptions {
  readonly config: Pick<Config, "watch" | "documentsFolder">;
  readonly timing: Pick<Timing, "watchQuietMs" | "watchLongestMs">;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Yields at once, for what changed while nobody watched; nothing where nobody is to watch. */
export async function* documentChanges(options: DocumentChangesOptions): AsyncGenerator<void> {
  const { config, timing, logger, signal } = options;
  const { watch, documentsFolder: folder } = config;
  switch (watch?.kind) {
    case undefined:
      return;
    case "looks":
      return yield* regularLooks(watch.everyMs, signal);
    case "changes":
      return yield* folderChanges({
        folder,
        quietMs: timing.watchQuietMs,
        longestMs: timing.watchLongestMs,
        onFailure: (error) => logger.warn("A part of the documents cannot be watched", { error }),
        signal,
      });
  }
}
