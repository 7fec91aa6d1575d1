/** Lets one process of several poll: Telegram serves no two pollers of one bot. */

import { hostname } from "node:os";
import type { Logger } from "../logger.ts";
import type { Lease, Leases } from "../operations/leases.ts";
import { withLease } from "../operations/with-lease.ts";
import { pauseUnlessStopped } from "./patiently.ts";
import { TelegramError } from "./errors.ts";
import type { Timing } from "./timing.ts";

export interface PollAloneOptions {
  readonly leases: Leases;
  readonly logger: Logger;
  readonly timing: Pick<Timing, "standbyMs" | "workerMs">;
  readonly signal: AbortSignal;
  /** Polls until its signal is given. */
  readonly poll: (signal: AbortSignal) => Promise<void>;
}

const leaseName = "telegram poller";

/** Somebody else polls; it is told to nobody. */
class StandbyError extends Error {
  readonly standing: Lease;

  constructor(standing: Lease) {
    super(`Expected to be the only one who polls, found ${standing.holder}.`);
    this.standing = standing;
  }
}

/**
 * Polls whenever nobody else does, until the signal is given.
 *
 * @throws {TelegramError} what the polling throws of it; all else is told and tried again
 */
export async function pollAlone(options: PollAloneOptions): Promise<void> {
  const { leases, logger, timing, signal, poll } = options;
  let toldToken = "";
  while (!signal.aborted) {
    try {
      await withLease(leases, {
        name: leaseName,
        holder: `process ${process.pid} on ${hostname()}`,
        signal,
        durationMs: timing.workerMs,
        refused: (standing) => new StandbyError(standing),
        work: poll,
      });
    } catch (error) {
      if (error instanceof TelegramError) throw error;
      if (!(error instanceof StandbyError)) {
        logger.error("The polling was interrupted; beginning anew", { error });
      } else if (error.standing.token !== toldToken) {
        toldToken = error.standing.token;
        const { holder } = error.standing;
        logger.info("Another process of this bot polls; this one helps to answer", { holder });
      }
    }
    await pauseUnlessStopped(timing.standbyMs, signal);
  }
}
