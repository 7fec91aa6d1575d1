/** Fetches and handles updates side by side until told to stop, and then waits for the work begun. */

import { setTimeout as pause } from "node:timers/promises";
import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import type { Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import type { UpdateSupply } from "./create-update-supply.ts";
import type { Timing } from "./timing.ts";

export interface PollOptions {
  /** Returns the next updates, at most so many, waiting as long as it takes. */
  readonly supply: UpdateSupply;
  /** Never rejects. */
  readonly handle: (update: Update) => Promise<void>;
  readonly logger: Logger;
  readonly timing: Timing;
  /** Ends the fetching; the supply must give up then too. */
  readonly signal: AbortSignal;
  /** Ends what is still being handled when the time to wait is over. */
  readonly cancelWork: () => void;
}

/** Updates handled at the same time. */
const maxConcurrent = 20;

/**
 * Resolves when fetching has ended and what was being handled is done, or cut short.
 *
 * @throws what the supply throws, after the same wait
 */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { signal, timing } = options;
  // The runner's own stop does not wait for handlers, so they are counted here.
  const running = new Set<Promise<void>>();
  const consume = async (update: Update): Promise<void> => {
    // Fetched while stopping: the inbox keeps it for the next start.
    if (signal.aborted) return;
    const handling = options.handle(update);
    running.add(handling);
    await handling;
    running.delete(handling);
  };
  const source = createSource<Update>({
    supply: (limit, pollSignal) =>
      options.supply(Math.max(1, Math.min(limit, maxConcurrent)), pollSignal),
  });
  const sink = createConcurrentSink<Update>({ consume }, async () => undefined, {
    concurrency: maxConcurrent,
  });
  const runner = createRunner(source, sink);

  if (signal.aborted) return;
  runner.start();
  const fetching = runner.task() ?? Promise.resolve();
  const stopped = new Promise<void>((resolve) => {
    const stop = () => {
      void runner.stop();
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    // A full sink holds the fetching up, which must not hold up the stop.
    await Promise.race([fetching, stopped]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await settledWithin(running, timing.drainMs);
    if (running.size > 0) {
      options.logger.warn("Stopping with work undone", { updates: running.size });
    }
    options.cancelWork();
    await settledWithin([...running, fetching], timing.cancelMs);
  }
}

async function settledWithin(work: Iterable<Promise<void>>, ms: number): Promise<void> {
  const timer = new AbortController();
  // Cancelling the timer rejects it, which is meant.
  const time = pause(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(work), time]);
  timer.abort();
}
