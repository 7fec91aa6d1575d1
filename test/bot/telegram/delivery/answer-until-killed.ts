/** Run as a process of its own: the whole front end on a fake of Telegram, until it is killed. */

import { setTimeout as pause } from "node:timers/promises";
import { parseConfig } from "../../../../bot/config.ts";
import { createLogger } from "../../../../bot/logger.ts";
import { openOperations } from "../../../../bot/operations/open-operations.ts";
import { runTelegram } from "../../../../bot/telegram/run-telegram.ts";
import { createFakeApp } from "../fake-app.ts";
import { makeCitation, makeExtractive } from "../make-answer.ts";
import { quickTiming } from "../quick-timing.ts";

const [apiRoot = "", botToken = "", url = "", progressAfterMs = ""] = process.argv.slice(2);

const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
const operations = await openOperations({ url });
/** Long enough for a kill to come between. */
const answerMs = 5;

await runTelegram({
  app: createFakeApp({
    ask: async ({ question }) => {
      await pause(answerMs);
      return makeExtractive([makeCitation({ text: `答：${question}。` })]);
    },
  }),
  config: parseConfig({ TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_API_ROOT: apiRoot }),
  logger: createLogger({ level: "warn", secrets: [botToken] }),
  operations,
  signal: stop.signal,
  timing: { ...quickTiming, progressAfterMs: Number(progressAfterMs) },
});
operations.close();
