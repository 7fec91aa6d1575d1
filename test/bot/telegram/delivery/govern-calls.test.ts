import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClients } from "../../../../bot/telegram/create-clients.ts";
import { defaultTiming } from "../../../../bot/telegram/timing.ts";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import { createManualClock } from "./manual-clock.ts";

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await openFakeBotApi();
});
afterEach(async () => {
  await telegram.close();
  telegram.assertClean();
});

function open() {
  const clock = createManualClock();
  const { token, apiRoot } = telegram;
  const timing = { ...defaultTiming, firstRetryMs: 1, longestRetryMs: 1 };
  const { signal } = new AbortController();
  const clients = createClients({ token, apiRoot, timing, clock, signal });
  const chat = telegram.privateChat(telegram.user());
  /** Time passes for Telegram and for us. */
  const advance = async (ms: number) => {
    telegram.clock.advance(ms);
    await clock.advance(ms);
  };
  return { ...clients, chat, advance };
}

describe("createClients", () => {
  test("keeps every call from a chat until its time is over, then sends what must arrive", async () => {
    const { durable, fleeting, governor, chat, advance } = open();
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 20 });
    const sending = durable.sendMessage(chat.id, "one");
    await expect.poll(() => governor.closedForMs(chat.id)).toBe(20_000);
    await expect(fleeting.sendChatAction(chat.id, "typing")).rejects.toThrow("kept back");
    await advance(20_000);
    await sending;
    expect(chat.botMessages.map(({ text }) => text)).toEqual(["one"]);
    expect(chat.actions).toEqual([]);
  });

  test("repeats an edit whose receipt was lost, never a message", async () => {
    const { durable, chat, advance } = open();
    const { message_id } = await durable.sendMessage(chat.id, "0%");
    telegram.fault({ method: "editMessageText", status: "lost" });
    await durable.editMessageText(chat.id, message_id, "done");
    expect(chat.message(message_id)?.text).toBe("done");
    await advance(3_000);
    telegram.fault({ method: "sendMessage", status: "lost" });
    await expect(durable.sendMessage(chat.id, "two")).rejects.toThrow("Network request");
    expect(chat.botMessages).toHaveLength(1);
  });

  test("shows progress where the chat has room for it", async () => {
    const { durable, fleeting, chat } = open();
    await fleeting.sendChatAction(chat.id, "typing");
    const { message_id } = await durable.sendMessage(chat.id, "0%");
    await fleeting.editMessageText(chat.id, message_id, "50%");
    expect(chat.message(message_id)?.text).toBe("50%");
    expect(chat.actions).toHaveLength(1);
  });
});
