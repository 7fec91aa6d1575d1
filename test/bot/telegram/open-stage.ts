/** The real front end before the strict fake of Telegram, with a real operational database. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { App } from "../../../bot/app.ts";
import type { Config, StreamKind } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
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
}

interface Running {
  /** Settles when the bot has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export async function openStage(fake: FakeBotApiOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "wenju-telegram-"));
  const telegram = await openFakeBotApi(fake);
  const operations = await openOperations({
    url: pathToFileURL(join(folder, "operations.db")).href,
  });
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
    } = {}) => {
      const stopper = new AbortController();
      const ended = runTelegram({
        app: createFakeApp(app),
        config: {
          telegram: {
            botToken: token,
            apiRoot: telegram.apiRoot,
            adminIds,
            allowedChats,
            stream,
            keepAnswersDays,
            questionsPerUserPerHour: undefined,
            questionsPerChatPerHour: undefined,
            guestMode: false,
            ...settings,
          },
        },
        logger,
        operations,
        signal: stopper.signal,
        timing: { ...quickTiming, ...timing },
        ...(now === undefined ? {} : { now }),
      });
      // A test that expects the failure awaits `ended` itself.
      ended.catch(() => undefined);
      const running = {
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
