import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../../bot/operations/open-operations.ts";
import type { StoredOutgoing } from "../../../../bot/operations/outbox.ts";
import { attemptMessage } from "../../../../bot/telegram/delivery/attempt-message.ts";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeChat, FakeTelegram } from "../../../bot-api/fake-telegram.ts";
import {
  openTemporaryOperations,
  type TemporaryOperations,
} from "../../operations/open-temporary.ts";

let telegram: FakeTelegram;
let temporary: TemporaryOperations;
let operations: Operations;
let chat: FakeChat;
let api: Api;
let doubts: unknown[];
/** Number of the question. */
let askedId: number;
beforeEach(async () => {
  telegram = await openFakeBotApi();
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
  const ann = telegram.user();
  chat = telegram.privateChat(ann);
  askedId = (await ann.in(chat).says("哪年开馆？")).message_id;
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  doubts = [];
});
afterEach(async () => {
  await telegram.close();
  await temporary.close();
  telegram.assertClean();
});

const text = "1985年。";

/** A message of which so many tries are over, each with an outcome that nobody knows. */
async function claimAfter(tries: number): Promise<StoredOutgoing> {
  const { outbox } = operations;
  const payload = { chat_id: chat.id, text, reply_parameters: { message_id: askedId } };
  const call = { key: "1/0", method: "sendMessage", chatId: chat.id, payload } as const;
  const id = await outbox.put(call, "me");
  for (let n = 0; n < tries; n += 1) {
    await outbox.claim(chat.id, "me");
    await outbox.markWaiting(id, { notBefore: new Date(0), isUnsure: true });
  }
  return (await outbox.claim(chat.id, "me"))!;
}

async function attempt(tries: number) {
  return attemptMessage(
    {
      api,
      outbox: operations.outbox,
      beforeEach: async () => undefined,
      repeat: (_chatId, call) => call(),
      takeBack: async (chatId, messageId) => {
        await api.deleteMessage(chatId, messageId);
      },
      onDoubt: (error) => void doubts.push(error),
    },
    await claimAfter(tries),
  );
}

/** Ten messages follow the question that the bot is not told of. */
async function askInBusyGroup(): Promise<void> {
  const ann = telegram.user();
  chat = telegram.group({ title: "读报", members: [ann] });
  askedId = (await ann.in(chat).says("/ask 哪年开馆？")).message_id;
  for (let n = 0; n < 10; n += 1) await ann.in(chat).says("闲话");
}

const texts = () => chat.botMessages.map((message) => message.text);

describe("attemptMessage", () => {
  test("sends a message that nobody began without looking for it", async () => {
    expect(await attempt(0)).toMatchObject({ kind: "sent", wasFound: false });
    expect(telegram.calls.map(({ method }) => method)).toEqual(["sendMessage"]);
  });

  test("finds what arrived, and sends nothing", async () => {
    const { message_id } = await api.sendMessage(chat.id, text);
    expect(await attempt(1)).toEqual({ kind: "sent", message: { message_id }, wasFound: true });
    expect(texts()).toEqual([text]);
  });

  test("takes a copy back that was lost in its turn", async () => {
    const { message_id } = await api.sendMessage(chat.id, text);
    await api.sendMessage(chat.id, text);
    expect(await attempt(2)).toMatchObject({ message: { message_id } });
    expect(texts()).toEqual([text]);
  });

  test("finds what arrived behind others' messages, and takes all copies back", async () => {
    await askInBusyGroup();
    const { message_id } = await api.sendMessage(chat.id, text);
    await api.sendMessage(chat.id, text);
    expect(await attempt(2)).toMatchObject({ message: { message_id }, wasFound: true });
    expect(texts()).toEqual([text]);
  });

  test("keeps the new message, and says so, where Telegram does not tell of the old one", async () => {
    await askInBusyGroup();
    const refused = Array.from({ length: 4 }, () => "Bad Request: message to edit not found");
    for (const description of refused) {
      telegram.fault({ method: "editMessageText", status: 400, description });
    }
    telegram.fault({ method: "editMessageText", status: 500 });
    expect(await attempt(1)).toMatchObject({ kind: "sent", wasFound: false });
    expect(texts()).toEqual([text]);
    expect(doubts).toHaveLength(1);
  });

  test("leaves it unsure where Telegram does not tell, and sends nothing", async () => {
    telegram.fault({ method: "editMessageText", status: 500 });
    expect(await attempt(1)).toMatchObject({ kind: "postponed", isUnsure: true });
    expect(texts()).toEqual([]);
  });

  test("tells how long a flood lasts", async () => {
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 9 });
    expect(await attempt(0)).toMatchObject({ kind: "postponed", waitMs: 9_000, isUnsure: false });
    telegram.clock.advance(9_000);
  });

  test("is sure of a message that never left", async () => {
    api = new Api(telegram.token, { apiRoot: "http://127.0.0.1:9" });
    expect(await attempt(0)).toMatchObject({ kind: "postponed", isUnsure: false });
  });
});
