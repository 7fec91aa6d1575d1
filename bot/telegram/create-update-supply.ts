/** Fetches updates, each into the durable inbox before Telegram is told that it arrived. */

import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import type { Inbox } from "../operations/inbox.ts";
import { patiently, pauseUnlessStopped } from "./patiently.ts";
import type { Timing } from "./timing.ts";

export interface UpdateSupplyOptions {
  readonly api: Api;
  readonly inbox: Inbox;
  readonly allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  readonly isForUs: (update: Update) => boolean;
  /** Handed out before anything is fetched. */
  readonly pending: readonly Update[];
  readonly logger: Logger;
  readonly timing: Timing;
  /** Ends every pause. */
  readonly signal: AbortSignal;
}

/** @param pollSignal ends the poll that is being held */
export type UpdateSupply = (limit: number, pollSignal: PollSignal) => Promise<Update[]>;

/** grammY's signal is that of a polyfill. */
type PollSignal = Parameters<Api["getUpdates"]>[1];

/**
 * Returns a function that returns the next updates in order, each once, waiting as long as it takes.
 *
 * An update is confirmed to Telegram by the poll after the one that brought it, so that what was
 * fetched and not kept is sent again.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`, from the returned function
 */
export function createUpdateSupply(options: UpdateSupplyOptions): UpdateSupply {
  const { api, inbox, isForUs, logger, timing, signal } = options;
  const pending = [...options.pending];
  let offset = 0;

  const fetchUpdates: UpdateSupply = (limit, pollSignal) =>
    patiently(
      () =>
        api.getUpdates(
          {
            offset,
            limit,
            timeout: timing.pollSeconds,
            allowed_updates: options.allowedUpdates,
          },
          pollSignal,
        ),
      {
        logger,
        timing,
        signal,
        onConflict: async (isWebhook) => {
          if (!isWebhook) return;
          await api.deleteWebhook().catch((error: unknown) => {
            logger.warn("The webhook could not be removed", { error });
          });
        },
      },
    );

  /** Moves the offset past each update that is kept; stops at the first that cannot be. */
  const keepNew = async (updates: readonly Update[]): Promise<Update[]> => {
    const kept: Update[] = [];
    for (const update of updates) {
      try {
        if (isForUs(update) && (await inbox.accept(update))) kept.push(update);
      } catch (error) {
        logger.error("An update could not be kept; it is fetched again", { error });
        if (kept.length === 0) await pauseUnlessStopped(timing.firstRetryMs, signal);
        break;
      }
      offset = update.update_id + 1;
    }
    return kept;
  };

  return async (limit, pollSignal) => {
    if (pending.length > 0) return pending.splice(0, limit);
    return keepNew(await fetchUpdates(limit, pollSignal));
  };
}
