/** The Telegram front end from its first call to its last. */

import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Api } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Operations } from "../operations/open-operations.ts";
import { withWorker } from "../operations/with-worker.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { allowedUpdates, createBot } from "./create-bot.ts";
import { type Clients, createClients } from "./create-clients.ts";
import { createUpdateHandler } from "./create-update-handler.ts";
import { createClock } from "./delivery/clock.ts";
import { createSender, type Sender } from "./delivery/create-sender.ts";
import { postMessages } from "./delivery/post-messages.ts";
import { tokenError } from "./errors.ts";
import { keepPruned } from "./keep-pruned.ts";
import { createKeepUpdate } from "./keep-update.ts";
import { plainMessage } from "./outgoing-message.ts";
import { patiently, type Patience } from "./patiently.ts";
import { placeOf } from "./place.ts";
import { pollAlone } from "./poll-alone.ts";
import { pollUpdates } from "./poll-updates.ts";
import { createRunningAnswers } from "./running-answers.ts";
import { questionLane } from "./question-lane.ts";
import { postMessage } from "./send-message.ts";
import { setCommands } from "./set-commands.ts";
import { languageOfUser } from "./speaker.ts";
import { defaultTiming, type Timing } from "./timing.ts";
import { createUpdateWork, type UpdateWork } from "./work-updates.ts";

export interface RunTelegramOptions {
  readonly app: App;
  readonly config: Pick<Config, "telegram">;
  readonly logger: Logger;
  readonly operations: Operations;
  /** Stops the bot: no update is taken any more, answers being written are finished. */
  readonly signal: AbortSignal;
  /** Default: `defaultTiming`. */
  readonly timing?: Partial<Timing>;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
}

/**
 * Runs until the signal is given and running answers are sent, or `drainMs` have passed.
 *
 * 1. learn who we are; 2. offer the commands, beside all else; 3. receive updates into the inbox;
 * 4. handle what is in the inbox, and send what is in the outbox, of this run and of earlier ones;
 * 5. stop receiving, wait, cancel what is left, and leave it to the next run.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 */
export async function runTelegram(options: RunTelegramOptions): Promise<void> {
  const { config, logger, operations, signal, now } = options;
  const { botToken: token, apiRoot, adminIds } = config.telegram;
  if (token === undefined) throw tokenError("none");
  const timing = { ...defaultTiming, ...options.timing };
  const clock = createClock(now);
  const stops = { work: new AbortController(), calls: new AbortController() };
  // Every chat that waits for its turn listens for the stop.
  setMaxListeners(0, stops.work.signal, stops.calls.signal, signal);
  const clients = createClients({ token, apiRoot, timing, clock, signal: stops.calls.signal });

  const me = await introduce(clients.plain, { logger, timing, signal });
  if (me === undefined) return;
  // Nobody waits for the menus.
  void setCommands(clients.durable, adminIds, (error) => {
    logger.info("A command list was not taken; the commands themselves work", { error });
  });
  // Nobody waits for old answers to go either.
  void keepPruned({
    operations,
    keepDays: config.telegram.keepAnswersDays,
    logger,
    now: () => clock.now(),
    signal,
  });
  const worker = randomUUID();
  const pending = await operations.inbox.pendingCount();
  logger.info("Listening to Telegram", { bot: me.username, pending });

  const rooms = { ...clients, logger, worker, clock, timing };
  const sender = createSender({
    ...rooms,
    outbox: operations.outbox,
    api: clients.plain,
    signal: stops.calls.signal,
  });
  clients.durable.config.use(postMessages(sender));
  const handle = createHandling(options, {
    me,
    clients,
    sender,
    timing,
    signal: stops.work.signal,
  });
  const updates = createUpdateWork({ ...rooms, inbox: operations.inbox, handle, signal });
  const keep = createKeepUpdate({ inbox: operations.inbox, me, onKept: () => updates.wake() });
  const api = clients.plain;
  const receive = (until: AbortSignal) =>
    pollAlone({
      ...rooms,
      leases: operations.leases,
      signal: until,
      poll: (held) => pollUpdates({ api, allowedUpdates, keep, logger, timing, signal: held }),
    });

  const onFailure = (error: unknown) => {
    logger.error("The database of inbox and outbox is out of reach", { error });
  };
  await withWorker(operations.workers, { id: worker, durationMs: timing.workerMs, onFailure }, () =>
    workUntilStopped({ receive, updates, sender, logger, timing, signal, stops }),
  );
  await operations.inbox.release(worker);
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

interface HandlingParts {
  readonly me: UserFromGetMe;
  readonly clients: Clients;
  readonly sender: Sender;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** What is done about each update of the inbox. */
function createHandling(
  { app, config, logger, operations, now = Date.now }: RunTelegramOptions,
  { me, clients, sender, timing, signal }: HandlingParts,
) {
  const { durable, fleeting } = clients;
  const { telegram: settings } = config;
  const running = createRunningAnswers();
  const rooms = { app, operations, logger, settings, me, durable, fleeting, running, timing, now };
  const parts = { ...rooms, signal, outbox: sender };
  const bot = createBot(parts, settings.botToken ?? "", clients.options);
  return createUpdateHandler({
    ...operations,
    logger,
    isQuestion: (update) => questionLane(update, me) !== undefined,
    handle: (update) => bot.handleUpdate(update),
    giveUp: (message) => postMessage(sender, placeOf(message), apology(message)),
    startedAt: new Date(),
    signal,
  });
}

function apology(message: Message) {
  return plainMessage(kindSentence(undefined, languageOfUser(message.from)));
}

interface Working {
  /** Resolves when the signal is given. */
  readonly receive: (signal: AbortSignal) => Promise<void>;
  readonly updates: UpdateWork;
  readonly sender: Sender;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** What is ended when the time to wait is over: the work, and after its last words the calls. */
  readonly stops: { readonly work: AbortController; readonly calls: AbortController };
}

async function workUntilStopped(working: Working): Promise<void> {
  const { receive, updates, sender, logger, timing, signal, stops } = working;
  const loops = [updates.run(), sender.run()];
  const finish = async (): Promise<void> => {
    for (let left = updates.running(); left.length > 0; left = updates.running()) {
      await Promise.all(left);
    }
    await sender.idle();
  };
  try {
    await receive(signal);
  } finally {
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
