/** Waits that are short, so that tests are quick; nothing is asserted on them. */

import type { Timing } from "../../../bot/telegram/timing.ts";

export const quickTiming: Partial<Timing> = {
  pollSeconds: 1,
  firstRetryMs: 5,
  longestRetryMs: 40,
  firstConflictMs: 5,
  longestConflictMs: 40,
  progressEveryMs: 0,
  streamEveryMs: 0,
  // Answers come whole, however slow the machine; tests of the progress set it.
  progressAfterMs: 60_000,
  lookEveryMs: 5,
  standbyMs: 5,
  watchQuietMs: 50,
  watchLongestMs: 500,
  albumQuietMs: 30,
  loadWaitMs: 5,
  generationLookMs: 50,
  digestLookMs: 50,
  pace: {
    overall: { calls: 1_000, perMs: 1 },
    privateChat: [],
    group: [],
    draftEveryMs: 0,
    typingEveryMs: 0,
  },
};
