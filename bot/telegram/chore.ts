/** What the bot does of its own accord works with this. */

import type { Clock } from "./delivery/clock.ts";
import type { Parts } from "./parts.ts";

export interface Chore {
  readonly parts: Parts;
  readonly clock: Clock;
  /** For whom messages are written down. */
  readonly worker: string;
  /** Whether somebody waits for an answer right now. */
  readonly isBusy: () => boolean;
  /** Ends the chores. */
  readonly signal: AbortSignal;
}
