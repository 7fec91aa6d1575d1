/** The real front end before the strict fake of Telegram, with a real operational database. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { App } from "../../../bot/app.ts";
import type { Config, StreamKind } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { ServerConfig } from "../../../bot/server-config.ts";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import { runTelegram } from "../../../bot/telegram/run-telegram.ts";
import type { Timing } from "../../../bot/telegram/timing.ts";
import { openFakeBotApi } from "../../bot-api/fake-bot-api.ts";
import type { FakeBotApiOptions } from "../../bot-api/server-switches.ts";
import type { FakeTelegram } from "../../bot-api/fake-telegram.ts";
import { createFakeApp } from "./fake-app.ts";
import { quickTiming } from "./quick-timing.ts";

export interface Stage {
  readonly telegram: FakeTelegram;
  readonly operations: Operations;
  readonly databaseUrl: string;
  /** Every log line so far, parsed. */
  readonly logs: readonly LogLine[];
  /** Starts the bot (again). */
  start(options?: StageOptions): Running;
  /** Stops what runs, checks the laws of Telegram, removes everything. */
  close(): Promise<void>;
}

const logLineSchema = z.object({
  level: z.string(),
  msg: z.string(),
  error: z.object({ code: z.string().optional() }).optional(),
});
type LogLine = Readonly<z.infer<typeof logLineSchema>>;

interface StageOptions {
  readonly app?: Partial<App>;
  readonly adminIds?: readonly number[];
  readonly allowedChats?: readonly number[];
  readonly stream?: StreamKind;
  readonly keepAnswersDays?: number;
  readonly settings?: Partial<Config["telegram"]>;
  readonly timing?: Partial<Timing>;
  readonly now?: () => number;
  readonly token?: string;
  /** Default: not watched. */
  readonly watch?: Config["watch"];
  /** Default: never. */
  readonly refreshEveryMs?: number;
  readonly documentsFolder?: string;
  /** Default: no port. */
  readonly server?: Partial<ServerConfig>;
  /** Another connection to the same database, as another process would have. */
  readonly operations?: Operations;
}

interface Running {
  /** Where health and figures are told. */
  readonly door: Promise<string>;
  /** Settles when the bot has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export async function openStage(fake: FakeBotApiOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "wenju-telegram-"));
  const telegram = await openFakeBotApi(fake);
  const databaseUrl = pathToFileURL(join(folder, "operations.db")).href;
  const operations = await openOperations({ url: databaseUrl });
  const written: string[] = [];
  const logs: LogLine[] = [];
  const logger = createLogger({
    level: "debug",
    secrets: [telegram.token],
    write: (line) => {
      written.push(line);
      logs.push(logLineSchema.parse(JSON.parse(line)));
    },
  });
  const runs: Running[] = [];
  return {
    telegram,
    operations,
    databaseUrl,
    logs,
    start: ({
      app,
      adminIds = [],
      allowedChats = [],
      stream = "edit",
      keepAnswersDays = 365,
      settings,
      timing,
      now,
      token = telegram.token,
      server,
      watch,
      refreshEveryMs,
      documentsFolder = folder,
      operations: ownOperations = operations,
    } = {}) => {
      const stopper = new AbortController();
      let ended: Promise<void> = Promise.resolve();
      const door = new Promise<string>((resolve) => {
        ended = runTelegram({
          app: createFakeApp(app),
          config: {
            telegram: {
              botToken: token,
              apiRoot: telegram.apiRoot,
              adminIds,
              editors: [],
              allowedChats,
              stream,
              keepAnswersDays,
              questionsPerUserPerHour: undefined,
              questionsPerChatPerHour: undefined,
              guestMode: false,
              ...settings,
            },
            server: { host: "127.0.0.1", port: undefined, webhook: undefined, ...server },
            watch,
            refreshEveryMs,
            documentsFolder,
          },
          logger,
          operations: ownOperations,
          signal: stopper.signal,
          timing: { ...quickTiming, ...timing },
          ...(now === undefined ? {} : { now }),
          onOpen: (port) => resolve(`http://127.0.0.1:${port}`),
        });
      });
      // A test that expects the failure awaits `ended` itself.
      ended.catch(() => undefined);
      const running = {
        door,
        ended,
        stop: async () => {
          stopper.abort();
          await ended.catch(() => undefined);
        },
      };
      runs.push(running);
      return running;
    },
    close: async () => {
      for (const running of runs) await running.stop();
      telegram.checkLogs(written.join("\n"));
      await telegram.close();
      operations.close();
      await rm(folder, { recursive: true });
      telegram.assertClean();
    },
  };
}
