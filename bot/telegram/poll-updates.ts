/** Fetches updates, each into the durable inbox before Telegram is told that it arrived. */

import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import type { KeepUpdate } from "./keep-update.ts";
import { patiently, pauseUnlessStopped } from "./patiently.ts";
import type { Timing } from "./timing.ts";

export interface PollOptions {
  readonly api: Api;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  readonly keep: KeepUpdate;
  readonly logger: Logger;
  readonly timing: Timing;
  /** Ends the poll that is being held, and every pause. */
  readonly signal: AbortSignal;
  /** Called after each poll that Telegram has answered. */
  readonly onPolled?: () => void;
}

/** grammY's signal is that of a polyfill. */
type PollSignal = Parameters<Api["getUpdates"]>[1];

/**
 * Polls until the signal is given.
 *
 * An update is confirmed to Telegram by the poll after the one that brought it, so that what was
 * fetched and not kept is sent again.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { api, logger, timing, signal } = options;
  const pollSignal = signal as PollSignal;
  const patience = {
    logger,
    timing,
    signal,
    onConflict: async (isWebhook: boolean) => {
      if (!isWebhook) return;
      await api.deleteWebhook().catch((error: unknown) => {
        logger.warn("The webhook could not be removed", { error });
      });
    },
  };
  let offset = 0;
  const poll = () =>
    api.getUpdates(
      { offset, timeout: timing.pollSeconds, allowed_updates: options.allowedUpdates },
      pollSignal,
    );

  try {
    while (!signal.aborted) {
      const updates = await patiently(poll, patience);
      options.onPolled?.();
      // In order of their numbers, so that all up to the last one kept may be confirmed.
      const inOrder = updates.toSorted((one, other) => one.update_id - other.update_id);
      const kept = await keepAll(options, inOrder);
      offset = (kept.at(-1)?.update_id ?? offset - 1) + 1;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Those that are kept, up to the first that cannot be: it is fetched again, with all after it. */
async function keepAll(
  { keep, logger, timing, signal }: PollOptions,
  updates: readonly Update[],
): Promise<readonly Update[]> {
  for (const [index, update] of updates.entries()) {
    try {
      await keep(update);
    } catch (error) {
      logger.error("An update could not be kept; it is fetched again", { error });
      await pauseUnlessStopped(timing.firstRetryMs, signal);
      return updates.slice(0, index);
    }
  }
  return updates;
}
