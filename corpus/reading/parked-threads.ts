/**
 * Keeps a thread that has read its last file for the next reader: small loads follow one another, and
 * to start a thread takes longer than to read a page.
 */

import type { CorpusLimits } from "../limits.ts";
import type { ReadingThread, ThreadEvents } from "./reading-thread.ts";

const parkedMs = 10_000;

interface ParkedThread {
  readonly thread: ReadingThread;
  readonly limits: CorpusLimits;
  readonly timer: NodeJS.Timeout;
}

/** At most one: several readers at once are rare. */
let parked: ParkedThread | undefined;

/** A thread that is ready to read within just these limits; undefined where none is kept. */
export function takeParkedThread(
  limits: CorpusLimits,
  events: ThreadEvents,
): ReadingThread | undefined {
  if (parked === undefined || !isSame(parked.limits, limits)) return undefined;
  const { thread, timer } = parked;
  parked = undefined;
  clearTimeout(timer);
  thread.hold(true);
  thread.tell(events);
  return thread;
}

/** Takes over the thread, which must have nothing in hand; it holds no process. */
export function parkThread(thread: ReadingThread, limits: CorpusLimits): void {
  dismiss();
  thread.hold(false);
  const onFailure = (): void => {
    if (parked?.thread === thread) dismiss();
  };
  thread.tell({ onReady: () => {}, onReply: () => {}, onFailure });
  parked = { thread, limits, timer: setTimeout(dismiss, parkedMs).unref() };
}

function dismiss(): void {
  if (parked === undefined) return;
  clearTimeout(parked.timer);
  // Whatever comes of it, nobody waits for it any more.
  void parked.thread.stop();
  parked = undefined;
}

function isSame(one: CorpusLimits, other: CorpusLimits): boolean {
  const entries = Object.entries(one);
  return entries.every(([name, value]) => other[name as keyof CorpusLimits] === value);
}
