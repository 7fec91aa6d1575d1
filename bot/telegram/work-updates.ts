/** Takes updates from the inbox and handles them side by side, until told to stop. */

import type { Logger } from "../logger.ts";
import type { Inbox, ReceivedUpdate } from "../operations/inbox.ts";
import { tellOnce } from "../tell-once.ts";
import type { Clock } from "./delivery/clock.ts";
import { createWaker } from "./delivery/waker.ts";
import type { Timing } from "./timing.ts";

export interface WorkOptions {
  readonly inbox: Inbox;
  readonly worker: string;
  /** Never rejects. */
  readonly handle: (received: ReceivedUpdate) => Promise<void>;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly timing: Pick<Timing, "lookEveryMs">;
  /** Ends the taking. */
  readonly signal: AbortSignal;
}

export interface UpdateWork {
  /** Looks for new updates at once. */
  wake(): void;
  /** Resolves when the signal is given. */
  run(): Promise<void>;
  /** What is being handled. */
  running(): readonly Promise<void>[];
}

/** Updates handled at the same time. */
const maxConcurrent = 20;

export function createUpdateWork(options: WorkOptions): UpdateWork {
  const { inbox, worker, clock, timing, signal } = options;
  const trouble = tellOnce(options.logger, "The inbox");
  const waker = createWaker(clock);
  const running = new Set<Promise<void>>();

  const begin = async (received: ReceivedUpdate): Promise<void> => {
    const handling = options.handle(received);
    running.add(handling);
    await handling;
    running.delete(handling);
    // The next one of its lane may begin.
    waker.wake();
  };
  const claim = async (): Promise<readonly ReceivedUpdate[]> => {
    try {
      const claimed = await inbox.claim(worker, maxConcurrent - running.size);
      trouble.onSuccess();
      return claimed;
    } catch (error) {
      trouble.onFailure(error);
      return [];
    }
  };

  return {
    wake: () => waker.wake(),
    run: async () => {
      while (!signal.aborted) {
        const claimed = running.size < maxConcurrent ? await claim() : [];
        // Claimed while stopping: given back with all that is not done.
        if (signal.aborted) return;
        for (const received of claimed) void begin(received);
        if (claimed.length === 0) await waker.wait(timing.lookEveryMs, signal);
      }
    },
    running: () => [...running],
  };
}
