import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClock } from "../../../bot/telegram/delivery/clock.ts";
import { createSender, type Sender } from "../../../bot/telegram/delivery/create-sender.ts";
import { createGovernor } from "../../../bot/telegram/delivery/governor.ts";
import { defaultPace } from "../../../bot/telegram/delivery/pace.ts";
import { sendTextFile } from "../../../bot/telegram/send-text-file.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { quickTiming } from "./quick-timing.ts";

const list = { name: "changes.txt", text: "museum.txt\n青石.txt\n", caption: "Changes of load 7" };

let stage: Stage;
let ann: FakeUser;
let chat: FakeChat;
let sender: Sender;
let stop: AbortController;
beforeEach(async () => {
  stage = await openStage();
  ann = stage.telegram.user();
  chat = stage.telegram.privateChat(ann);
  stop = new AbortController();
  const clock = createClock();
  const { token, apiRoot } = stage.telegram;
  const timing = { firstRetryMs: 1, longestRetryMs: 5, lookEveryMs: 5 };
  sender = createSender({
    outbox: stage.operations.outbox,
    api: new Api(token, { apiRoot }),
    governor: createGovernor(quickTiming.pace ?? defaultPace, clock),
    worker: "me",
    clock,
    timing,
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    signal: stop.signal,
  });
});
afterEach(async () => {
  stop.abort();
  await sender.idle();
  await stage.close();
});

describe("sendTextFile", () => {
  test("sends the file once, as it was, however often it is asked under one name", async () => {
    const name = { key: "load/7/1/list" };
    const id = await sendTextFile(sender, { chatId: chat.id }, list, name);
    const again = sendTextFile(sender, { chatId: chat.id }, list, name);
    const looking = sender.run();
    expect(await again).toBe(id);
    stop.abort();
    await looking;
    const [sent, ...others] = chat.botMessages;
    expect(others).toEqual([]);
    expect(sent).toMatchObject({
      message_id: id,
      caption: list.caption,
      document: { file_name: "changes.txt", file_size: Buffer.byteLength(`\ufeff${list.text}`) },
    });
  });

  test.each([
    ["after it was sent", { status: "lost", afterEffect: true }],
    ["before it was sent", { status: "lost" }],
  ] as const)("stands in the chat once where the receipt is lost %s", async (_when, fault) => {
    await ann.in(chat).says("/reload");
    stage.telegram.fault({ method: "sendDocument", ...fault });
    const sending = sendTextFile(sender, { chatId: chat.id }, list);
    const looking = sender.run();
    await sending;
    stop.abort();
    await looking;
    expect(chat.botMessages.map(({ caption }) => caption)).toEqual([list.caption]);
  });

  test("goes without a topic that was deleted", async () => {
    const group = stage.telegram.group({ title: "Desk", members: [ann], topics: ["news"] });
    const threadId = group.threadId("news");
    group.deletesTopic("news");
    await sendTextFile(sender, { chatId: group.id, threadId }, list);
    expect(group.botMessages.map(({ caption }) => caption)).toEqual([list.caption]);
  });
});
