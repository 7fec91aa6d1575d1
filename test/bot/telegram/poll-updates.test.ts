import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLogger } from "../../../bot/logger.ts";
import { pollUpdates } from "../../../bot/telegram/poll-updates.ts";
import { defaultTiming } from "../../../bot/telegram/timing.ts";
import { openFakeBotApi } from "../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../bot-api/fake-telegram.ts";
import { quickTiming } from "./quick-timing.ts";

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await openFakeBotApi();
});
afterEach(() => telegram.close());

describe("pollUpdates", () => {
  test("keeps every update, whatever the order in which they came", async () => {
    const ann = telegram.user();
    const speaker = ann.in(telegram.privateChat(ann));
    telegram.disorder({ seed: 1, reordered: 1 });
    for (const text of ["一", "二", "三"]) await speaker.says(text);
    const stop = new AbortController();
    const kept: (string | undefined)[] = [];
    let isFirst = true;
    const polling = pollUpdates({
      api: new Api(telegram.token, { apiRoot: telegram.apiRoot }),
      allowedUpdates: ["message"],
      keep: async ({ message }) => {
        const fails = isFirst && message?.text === "一";
        if (fails) {
          isFirst = false;
          throw new Error("The disk is full.");
        }
        kept.push(message?.text);
      },
      logger: createLogger({ level: "silent", secrets: [] }),
      timing: { ...defaultTiming, ...quickTiming },
      signal: stop.signal,
    });
    await telegram.idle({ quietMs: 50 });
    stop.abort();
    await polling;
    expect(new Set(kept)).toEqual(new Set(["一", "二", "三"]));
  });
});
