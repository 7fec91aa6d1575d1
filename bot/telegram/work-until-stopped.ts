/** Runs the bot's loops side by side, and ends them in the order in which nothing is lost. */

import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../logger.ts";
import type { Sender } from "./delivery/create-sender.ts";
import type { LoadDesk } from "./reload/load-desk.ts";
import type { Timing } from "./timing.ts";
import type { UpdateWork } from "./work-updates.ts";

export interface Working {
  /** Resolves when the signal is given. */
  readonly receive: (signal: AbortSignal) => Promise<void>;
  readonly updates: UpdateWork;
  /** Its load is interrupted when the receiving ends: the next run goes on with it. */
  readonly loadDesk: Pick<LoadDesk, "run">;
  readonly sender: Sender;
  readonly logger: Logger;
  readonly timing: Pick<Timing, "drainMs" | "cancelMs">;
  /** Ends the receiving. */
  readonly signal: AbortSignal;
  /**
   * What is ended: with the receiving the loads, and the taking up of updates; when the time to wait is
   * over the work, and after its last words the calls.
   */
  readonly stops: Readonly<Record<"receiving" | "work" | "calls", AbortController>>;
}

/**
 * 1. receive until stopped; 2. interrupt the loads, wait for what is begun, and for its messages; 3.
 * cancel the work, and wait for its last words; 4. cancel the calls.
 *
 * @throws what the receiving throws, after the same steps
 */
export async function workUntilStopped(working: Working): Promise<void> {
  const { receive, updates, loadDesk, sender, logger, timing, signal, stops } = working;
  const loading = loadDesk.run();
  const loops = [updates.run(), loading, sender.run()];
  const finish = async (): Promise<void> => {
    for (let left = updates.running(); left.length > 0; left = updates.running()) {
      await Promise.all(left);
    }
    await loading;
    await sender.idle();
  };
  try {
    await receive(signal);
  } finally {
    stops.receiving.abort();
    if (!(await settlesWithin(finish(), timing.drainMs))) {
      logger.warn("Stopping with work undone", { updates: updates.running().length });
    }
    stops.work.abort();
    await settlesWithin(finish(), timing.cancelMs);
    stops.calls.abort();
    await settlesWithin(Promise.all([finish(), ...loops]), timing.cancelMs);
  }
}

/** False where it takes longer. */
async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  // Cancelling the timer rejects it, which is meant.
  const time = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const settled = await Promise.race([work.then(() => true), time]);
  timer.abort();
  return settled;
}
