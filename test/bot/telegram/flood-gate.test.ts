import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFloodGate } from "../../../bot/telegram/flood-gate.ts";
import { openFakeBotApi } from "../../bot-api/fake-bot-api.ts";
import type { FakeTelegram } from "../../bot-api/fake-telegram.ts";

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await openFakeBotApi();
});
afterEach(async () => {
  await telegram.close();
  telegram.assertClean();
});

function openClients() {
  const gate = createFloodGate();
  const [waiting, shedding] = [gate.waiting, gate.shedding].map((transformer) => {
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    api.config.use(transformer);
    return api;
  });
  return { waiting: waiting!, shedding: shedding! };
}

describe("createFloodGate", () => {
  test("keeps both clients away from a chat until its time is over", async () => {
    const { waiting, shedding } = openClients();
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 1 });
    await expect(waiting.sendMessage(chat.id, "one")).rejects.toThrow("retry after 1");
    await expect(shedding.sendChatAction(chat.id, "typing")).rejects.toThrow("kept back");
    await waiting.sendMessage(chat.id, "two");
    expect(chat.botMessages.map(({ text }) => text)).toEqual(["two"]);
    expect(chat.actions).toEqual([]);
  });

  test("leaves other chats open", async () => {
    const { waiting, shedding } = openClients();
    const [ann, bob] = [telegram.user(), telegram.user()];
    const [closed, open] = [telegram.privateChat(ann), telegram.privateChat(bob)];
    telegram.fault({ method: "sendChatAction", status: 429, retryAfterSeconds: 60 });
    await expect(shedding.sendChatAction(closed.id, "typing")).rejects.toThrow("429");
    await waiting.sendMessage(open.id, "hello");
    expect(open.botMessages).toHaveLength(1);
  });
});
