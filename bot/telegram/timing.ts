/** How long things take and wait, in one place, so that tests may be quicker than the world. */

import { defaultPace, type Pace } from "./delivery/pace.ts";

export interface Timing {
  /** How long Telegram holds a poll that finds nothing. */
  readonly pollSeconds: number;
  /** Pause after a first failure to reach Telegram; each further one doubles it. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** The same while another process polls with this token. */
  readonly firstConflictMs: number;
  readonly longestConflictMs: number;
  /** How often inbox and outbox are looked through for what others left, or what had to wait. */
  readonly lookEveryMs: number;
  /** How long a worker counts as living that nothing is heard of; renewed three times in it. */
  readonly workerMs: number;
  /** How often a process that may not poll asks whether it may. */
  readonly standbyMs: number;
  /** How long a question counts as being answered while its answer waits to be sent. */
  readonly receiptMs: number;
  /** How often Telegram is asked whether the webhook stands. */
  readonly webhookLookMs: number;
  /** How long a stop waits for answers being written. */
  readonly drainMs: number;
  /** How long it then waits for what was cancelled. */
  readonly cancelMs: number;
  /** Telegram shows "typing" for five seconds after each word of it. */
  readonly typingEveryMs: number;
  /** An answer that takes longer shows its progress. */
  readonly progressAfterMs: number;
  /** Its progress is shown no more often. */
  readonly streamEveryMs: number;
  /** A draft goes out of sight half a minute after its last word, and is shown again before. */
  readonly draftAgainMs: number;
  /** How fast chats may be called. */
  readonly pace: Pace;
  /** A load's message is edited no more often; groups allow about 20 edits a minute. */
  readonly progressEveryMs: number;
  /** So long no document may have changed before the changes are loaded. */
  readonly watchQuietMs: number;
  /** So long after the first change nothing is waited for any more. */
  readonly watchLongestMs: number;
  /** An album is whole when no further part of it has come for so long. */
  readonly albumQuietMs: number;
  /** How often an upload that waits for another load looks whether it is done. */
  readonly loadWaitMs: number;
  /** How long an answer in a private chat counts as what the next question follows up on. */
  readonly followUpMs: number;
  /** How often it is looked whether another generation answers those who wait. */
  readonly generationLookMs: number;
  /** How often it is looked whether the week of a digest is over. */
  readonly digestLookMs: number;
  /** An inline query is answered within this time, if only by a button; Telegram waits about ten seconds. */
  readonly inlineMs: number;
}

export const defaultTiming: Timing = {
  pollSeconds: 30,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  firstConflictMs: 10_000,
  longestConflictMs: 300_000,
  lookEveryMs: 500,
  workerMs: 30_000,
  standbyMs: 5_000,
  receiptMs: 5_000,
  webhookLookMs: 60_000,
  drainMs: 20_000,
  cancelMs: 3_000,
  progressAfterMs: 1_000,
  streamEveryMs: 1_200,
  draftAgainMs: 20_000,
  // A little more than the pace allows: timers may fire early.
  typingEveryMs: 4_600,
  pace: defaultPace,
  progressEveryMs: 3_000,
  watchQuietMs: 5_000,
  watchLongestMs: 60_000,
  albumQuietMs: 1_500,
  loadWaitMs: 2_000,
  followUpMs: 10 * 60_000,
  generationLookMs: 5_000,
  digestLookMs: 60_000,
  inlineMs: 5_000,
};
