/** The Telegram front end from its first call to its last. */

import { setMaxListeners } from "node:events";
import type { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Operations } from "../operations/open-operations.ts";
import { allowedUpdates, createBot, isForUs } from "./create-bot.ts";
import { createClients } from "./create-clients.ts";
import { createClock } from "./delivery/clock.ts";
import { createUpdateHandler } from "./create-update-handler.ts";
import { createUpdateSupply } from "./create-update-supply.ts";
import { tokenError } from "./errors.ts";
import { patiently, type Patience } from "./patiently.ts";
import { pollUpdates } from "./poll-updates.ts";
import { setCommands } from "./set-commands.ts";
import { defaultTiming, type Timing } from "./timing.ts";

export interface RunTelegramOptions {
  readonly app: App;
  readonly config: Pick<Config, "telegram">;
  readonly logger: Logger;
  readonly operations: Operations;
  /** Stops the bot: no update is fetched any more, answers being written are finished. */
  readonly signal: AbortSignal;
  /** Default: `defaultTiming`. */
  readonly timing?: Partial<Timing>;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * Runs until the signal is given and running answers are sent, or `drainMs` have passed.
 *
 * 1. learn who we are, and take the updates over from any webhook; 2. offer the commands, beside all
 * else; 3. take what an earlier run left; 4. poll and handle; 5. stop, wait, cancel what is left.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 */
export async function runTelegram(options: RunTelegramOptions): Promise<void> {
  const { app, config, logger, operations, signal, now = Date.now } = options;
  const { botToken: token, apiRoot, adminIds } = config.telegram;
  if (token === undefined) throw tokenError("none");
  const timing = { ...defaultTiming, ...options.timing };
  const work = new AbortController();
  // Every chat that waits for its turn listens for the stop.
  setMaxListeners(0, work.signal, signal);
  const clients = createClients({
    token,
    apiRoot,
    timing,
    clock: createClock(now),
    signal: work.signal,
  });
  const { durable, fleeting, plain } = clients;
  const { inbox } = operations;

  const me = await introduce(plain, { logger, timing, signal });
  if (me === undefined) return;
  // Nobody waits for the menus.
  void setCommands(durable, adminIds, (error) => {
    logger.info("A command list was not taken; the commands themselves work", { error });
  });
  const pending = await takeOver(operations);
  logger.info("Listening to Telegram", { bot: me.username, pending: pending.length });

  const settings = config.telegram;
  const rooms = { app, operations, logger, settings, me, durable, fleeting, timing, now };
  const bot = createBot({ ...rooms, signal: work.signal }, token, clients.options);
  const handle = createUpdateHandler({
    inbox,
    logger,
    me,
    pending,
    handle: (update) => bot.handleUpdate(update),
    signal: work.signal,
  });
  const supply = createUpdateSupply({
    api: plain,
    inbox,
    allowedUpdates,
    isForUs: (update) => isForUs(update, me),
    pending,
    logger,
    timing,
    signal,
  });
  const cancelWork = () => work.abort();
  await pollUpdates({ supply, handle, logger, timing, signal, cancelWork });
  logger.info("Stopped listening to Telegram");
}

/** Who Telegram says we are; undefined where the signal was given first. */
async function introduce(api: Api, patience: Patience): Promise<UserFromGetMe | undefined> {
  try {
    const me = await patiently(() => api.getMe(), patience);
    await patiently(() => api.deleteWebhook(), patience);
    return me;
  } catch (error) {
    if (patience.signal.aborted) return undefined;
    throw error;
  }
}

/** What an earlier run left undone, without taps, which nobody waits for any more. */
async function takeOver({ inbox }: Operations): Promise<readonly Update[]> {
  const left: Update[] = [];
  for (const { update } of await inbox.pending()) {
    // The inbox keeps what Telegram sent as it was.
    const telegramUpdate = update as Update;
    if (telegramUpdate.callback_query === undefined) left.push(telegramUpdate);
    else await inbox.markHandled(update.update_id);
  }
  return left;
}
