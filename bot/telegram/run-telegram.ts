/** The Telegram front end from its first call to its last. */

import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Api } from "grammy";
import type { Message, UserFromGetMe } from "grammy/types";
import type { App } from "../app.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import { createShownAnswers } from "../documents/create-shown-answers.ts";
import type { Operations } from "../operations/open-operations.ts";
import { withWorker } from "../operations/with-worker.ts";
import { rememberTroubles } from "../recent-troubles.ts";
import { kindSentence } from "../text/kind-sentence.ts";
import { createBotMetrics } from "./bot-metrics.ts";
import { createBot } from "./create-bot.ts";
import { type Clients, createClients } from "./create-clients.ts";
import { createReception } from "./create-reception.ts";
import { createUpdateHandler } from "./create-update-handler.ts";
import { createClock } from "./delivery/clock.ts";
import { createSender, type Sender } from "./delivery/create-sender.ts";
import type { ChatKey } from "./delivery/governor.ts";
import { postMessages } from "./delivery/post-messages.ts";
import { deliverAnswer } from "./deliver-answer.ts";
import { recallPace } from "./delivery/recall-pace.ts";
import { tokenError } from "./errors.ts";
import { readHealth } from "./health.ts";
import { documentChanges } from "./document-changes.ts";
import { keepLoaded } from "./keep-loaded.ts";
import { keepPruned } from "./keep-pruned.ts";
import { createKeepUpdate } from "./keep-update.ts";
import { openDoor } from "./open-door.ts";
import { plainMessage } from "./outgoing-message.ts";
import type { Parts } from "./parts.ts";
import { patiently, type Patience } from "./patiently.ts";
import { placeOf } from "./place.ts";
import { createLoadDesk, type LoadDesk } from "./reload/load-desk.ts";
import { runChores } from "./run-chores.ts";
import { createRunningAnswers } from "./running-answers.ts";
import { questionLane } from "./question-lane.ts";
import { setCommands } from "./set-commands.ts";
import { findPlaceholder } from "./show-progress.ts";
import { languageOfUser } from "./speaker.ts";
import { defaultTiming, type Timing } from "./timing.ts";
import { keepRefreshed } from "./uploads/keep-refreshed.ts";
import { createOpenTelegramFile } from "./uploads/open-telegram-file.ts";
import { resumeUploads } from "./uploads/resume-uploads.ts";
import { workUntilStopped } from "./work-until-stopped.ts";
import { createUpdateWork } from "./work-updates.ts";

export interface RunTelegramOptions {
  readonly app: App;
  readonly config: Pick<
    Config,
    "telegram" | "server" | "watch" | "refreshEveryMs" | "documentsFolder"
  >;
  readonly logger: Logger;
  readonly operations: Operations;
  /** Stops the bot: no update is taken any more, answers being written are finished. */
  readonly signal: AbortSignal;
  /** Default: `defaultTiming`. */
  readonly timing?: Partial<Timing>;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
  /** Told the port of health and figures, once it is open. */
  readonly onOpen?: (port: number) => void;
}

/**
 * Runs until the signal is given and running answers are sent, or `drainMs` have passed.
 *
 * 1. learn who we are; 2. offer the commands, beside all else; 3. open the door for health, figures
 * and the webhook; 4. receive updates into the inbox, handle what is there, and send what is in the
 * outbox, of this run and of earlier ones; 5. stop receiving, wait, cancel what is left, and leave it
 * to the next run.
 *
 * @throws {TelegramError} `E_TELEGRAM_TOKEN`
 * @throws {ConfigError} `E_CONFIG` where the port cannot be had, or Telegram does not take the address
 */
export async function runTelegram(options: RunTelegramOptions): Promise<void> {
  const { config, operations, signal, now = Date.now } = options;
  const { logger, recent: troubles } = rememberTroubles(options.logger, now);
  const { botToken: token, apiRoot } = config.telegram;
  if (token === undefined) throw tokenError("none");
  const timing = { ...defaultTiming, ...options.timing };
  const startedAt = new Date(now());
  const clock = createClock(now);
  const stops = {
    receiving: new AbortController(),
    work: new AbortController(),
    calls: new AbortController(),
  };
  // A token that is revoked ends the receiving without the signal.
  const receivingOver = AbortSignal.any([signal, stops.receiving.signal]);
  // Every chat that waits for its turn listens for the stop.
  setMaxListeners(0, stops.work.signal, stops.calls.signal, signal);
  const metrics = createBotMetrics({ ...options, now });
  const rooms = { ...options, ...operations, logger, timing, now, clock, startedAt, metrics };
  const clients = createClients({
    ...rooms,
    token,
    apiRoot,
    signal: stops.calls.signal,
    onClose: rememberClosed({ operations, logger }),
    observe: metrics.countFailures,
  });
  await recallPace({ ...rooms, operations, pace: timing.pace, governor: clients.governor });

  const me = await introduce(clients.plain, { logger, timing, signal });
  if (me === undefined) return;
  // Nobody waits for the menus.
  void setCommands(clients.durable, config.telegram, (error) => {
    logger.info("A command list was not taken; the commands themselves work", { error });
  });
  // Nobody waits for old answers to go either.
  const keepDays = config.telegram.keepAnswersDays;
  void keepPruned({ operations, keepDays, logger, now: () => clock.now(), signal });

  const worker = randomUUID();
  const sender = createSender({
    ...rooms,
    worker,
    api: clients.plain,
    governor: clients.governor,
    signal: stops.calls.signal,
    onSent: (message) => metrics.onSent(message),
  });
  clients.durable.config.use(postMessages(sender));
  const app = metrics.meter(options.app);
  const longestPollMs = timing.pollSeconds * 1000 + longestSilenceMs;
  const health = () =>
    readHealth({ ...rooms, operations, longestPollMs, reception: () => reception.state() });
  const { fleeting } = clients;
  const loadDesk = createLoadDesk({
    ...rooms,
    app,
    operations,
    worker,
    outbox: sender,
    fleeting,
    signal: receivingOver,
  });
  const parts = createParts(
    { ...rooms, app, health, troubles },
    { me, clients, sender, loadDesk, timing, token, signal: stops.work.signal },
  );
  const handle = createHandling(parts, { token, clients });
  const updates = createUpdateWork({ ...rooms, worker, handle, signal: receivingOver });
  const keep = createKeepUpdate({
    ...rooms,
    me,
    settings: config.telegram,
    onKept: (update) => {
      metrics.onUpdate(update);
      updates.wake();
    },
  });
  const { server } = config;
  const botId = me.id;
  const webhook = server.webhook;
  const reception = createReception({ ...rooms, api: clients.plain, botId, webhook, keep });
  const door = await openDoor({ ...rooms, server, botId, keep, reception, health });
  if (door !== undefined) options.onOpen?.(door.port);

  const { count: pending } = await operations.inbox.backlog();
  logger.info("Listening to Telegram", { bot: me.username, pending });
  const life = {
    id: worker,
    durationMs: timing.workerMs,
    onFailure: (error: unknown) => {
      logger.warn("A sign of life could not be given; others may take the work over", { error });
    },
  };
  const byItself = { ...parts, signal: receivingOver };
  const watching = Promise.all([
    keepLoaded(byItself, documentChanges({ ...rooms, signal: receivingOver })),
    keepRefreshed(byItself, config.refreshEveryMs),
  ]);
  try {
    await withWorker(operations.workers, life, async () => {
      const receive = (until: AbortSignal) => reception.run(until);
      const resumed = resumeUploads(parts);
      const chores = runChores({
        // What the bot asks by itself is nobody's question.
        parts: { ...parts, app: options.app },
        clock,
        worker,
        isBusy: () => updates.running().length > 0,
        signal: AbortSignal.any([signal, stops.work.signal]),
      });
      try {
        await workUntilStopped({ ...rooms, receive, updates, loadDesk, sender, stops });
      } finally {
        await Promise.all([chores, resumed]);
      }
      await operations.inbox.release(worker);
    });
  } finally {
    await door?.close();
    await watching;
  }
  logger.info("Stopped listening to Telegram");
}

/** Beyond the time that Telegram holds a poll. */
const longestSilenceMs = 30_000;

/** Nobody waits for it. */
function rememberClosed({
  operations,
  logger,
}: Pick<RunTelegramOptions, "operations" | "logger">): (chat: ChatKey, untilMs: number) => void {
  return (chat, untilMs) => {
    if (typeof chat !== "number") return;
    operations.closedChats
      .close({ chatId: chat, until: new Date(untilMs) })
      .catch((error: unknown) => {
        logger.warn("A chat that has closed could not be remembered", { error });
      });
  };
}

/** Who Telegram says we are; undefined where the signal was given first. */
async function introduce(api: Api, patience: Patience): Promise<UserFromGetMe | undefined> {
  try {
    return await patiently(() => api.getMe(), patience);
  } catch (error) {
    if (patience.signal.aborted) return undefined;
    throw error;
  }
}

interface HandlingParts {
  readonly me: UserFromGetMe;
  readonly clients: Clients;
  readonly sender: Sender;
  readonly loadDesk: LoadDesk;
  readonly timing: Timing;
  readonly token: string;
  readonly signal: AbortSignal;
}

function createParts(
  rooms: RunTelegramOptions & Pick<Parts, "now" | "startedAt" | "health" | "troubles">,
  { me, clients, sender, loadDesk, timing, token, signal }: HandlingParts,
): Parts {
  const { app, logger, now, startedAt, health, troubles } = rooms;
  const answers = createShownAnswers(rooms.operations.answers, app);
  const operations = { ...rooms.operations, answers };
  const { durable, fleeting } = clients;
  const settings = rooms.config.telegram;
  const running = createRunningAnswers();
  const { apiRoot } = settings;
  const openFile = createOpenTelegramFile({ token, apiRoot, api: durable });
  const service = { health, troubles, startedAt, openFile };
  const shared = { app, operations, logger, settings, me, durable, fleeting, running, timing, now };
  return { ...shared, ...service, loadDesk, signal, outbox: sender };
}

/** What is done about each update of the inbox. */
function createHandling(parts: Parts, { token, clients }: { token: string; clients: Clients }) {
  const bot = createBot(parts, token, clients.options);
  return createUpdateHandler({
    ...parts,
    ...parts.operations,
    isQuestion: (update) => questionLane(update, parts.me, parts.settings) !== undefined,
    handle: (update) => bot.handleUpdate(update),
    giveUp: async (message) => {
      const place = placeOf(message);
      const placeholder = await findPlaceholder(parts, place);
      await deliverAnswer(parts, { place, placeholder, message: apology(message) });
    },
  });
}

function apology(message: Message) {
  return plainMessage(kindSentence(undefined, languageOfUser(message.from)));
}
