import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import type { OutgoingCall } from "../../../bot/operations/outbox.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

const minute = 60_000;
const chatId = 5;

let temporary: TemporaryOperations;
let operations: Operations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
  await operations.workers.beat("me", minute);
  await operations.workers.beat("you", minute);
});
afterEach(() => temporary.close());

function put(key: string, call: Partial<OutgoingCall> = {}, worker = "me"): Promise<number> {
  const message = { key, method: "sendMessage", chatId, payload: { text: key }, ...call } as const;
  return operations.outbox.put(message, worker);
}

const later = () => new Date(Date.now() + minute);
const atOnce = () => new Date(0);

describe("outbox", () => {
  test("keeps one message of a name, however often it is written", async () => {
    const first = await put("1/0");

    expect(await put("1/0", { payload: { text: "other words" } }, "you")).toBe(first);
    expect(await operations.outbox.claim(chatId, "me")).toMatchObject({
      id: first,
      payload: { text: "1/0" },
    });
    expect(await operations.outbox.has("1/0")).toBe(true);
    expect(await operations.outbox.has("1/1")).toBe(false);
  });

  test("sends a chat's messages one after another, in the order they were written", async () => {
    const { outbox } = operations;
    const first = await put("1/0");
    const second = await put("2/0");

    expect((await outbox.claim(chatId, "me"))?.id).toBe(first);
    expect(await outbox.isReady(chatId, "me")).toBe(false);
    expect(await outbox.claim(chatId, "me")).toBeUndefined();
    await outbox.markSent(first, 10);
    expect((await outbox.claim(chatId, "me"))?.id).toBe(second);
  });

  test("leaves a message to the worker who wrote it, and what comes after it waits", async () => {
    const { outbox } = operations;
    await put("1/0", {}, "me");
    await put("2/0", {}, "you");

    expect(await outbox.isReady(chatId, "you")).toBe(false);
    expect(await outbox.claim(chatId, "you")).toBeUndefined();
    expect(await outbox.isReady(chatId, "me")).toBe(true);
  });

  test("gives what a dead worker left to another, who knows whether it was begun", async () => {
    const { outbox, workers } = operations;
    const begun = await put("1/0");
    const untouched = await put("2/0", { chatId: 6 });
    await outbox.claim(chatId, "me");
    await workers.leave("me");

    expect(await outbox.chatsToServe("you")).toEqual([chatId, 6]);
    expect(await outbox.claim(chatId, "you")).toMatchObject({ id: begun, isUnsure: true });
    expect(await outbox.claim(6, "you")).toMatchObject({ id: untouched, isUnsure: false });
  });

  test("holds the whole chat back until the time told", async () => {
    const { outbox } = operations;
    const first = await put("1/0");
    await put("2/0");
    await outbox.claim(chatId, "me");
    await outbox.markWaiting(first, { notBefore: later(), isUnsure: false });

    expect(await outbox.isReady(chatId, "me")).toBe(false);
    await outbox.markWaiting(first, { notBefore: atOnce(), isUnsure: true });
    expect(await outbox.claim(chatId, "me")).toMatchObject({
      id: first,
      attempts: 2,
      isUnsure: true,
    });
  });

  test("knows the last message before the first try", async () => {
    const { outbox } = operations;
    const first = await put("1/0", { payload: { reply_parameters: { message_id: 3 } } });
    expect(await outbox.claim(chatId, "me")).toMatchObject({ afterId: 3 });
    await outbox.markSent(first, 4);
    const second = await put("2/0", { payload: { reply_parameters: { message_id: 2 } } });
    expect(await outbox.claim(chatId, "me")).toMatchObject({ afterId: 4 });
    await outbox.markWaiting(second, { notBefore: atOnce(), isUnsure: true });
    expect(await outbox.claim(chatId, "me")).toMatchObject({ afterId: 4 });
    await outbox.markSent(second, 9);
    const message = { message_id: 12, chat: { id: chatId } };
    await operations.inbox.accept(Object.assign({ update_id: 1 }, { message }));
    await put("3/0");
    expect(await outbox.claim(chatId, "me")).toMatchObject({ afterId: 12 });
    expect(await outbox.knownMessages(chatId, 4)).toEqual(new Set([9, 12]));
  });

  test("tells what became of a message, and forgets its words", async () => {
    const { outbox } = operations;
    const sent = await put("1/0");
    const failed = await put("2/0");
    expect(await outbox.outcome(sent)).toEqual({ kind: "open" });
    expect(await outbox.backlog()).toMatchObject({ count: 2, oldest: expect.any(Date) });
    await outbox.markSent(sent, 10);
    await outbox.markFailed(failed, "blocked");

    expect(await outbox.outcome(sent)).toEqual({ kind: "sent", messageId: 10 });
    expect(await outbox.outcome(failed)).toEqual({ kind: "failed", why: "blocked" });
    expect(await outbox.backlog()).toEqual({ count: 0, oldest: undefined });
    expect(await temporary.run("SELECT id FROM outbox WHERE payload IS NOT NULL")).toEqual([]);
  });

  test("sends a replaced message to its new place", async () => {
    const { outbox } = operations;
    const id = await put("1/0");
    await outbox.claim(chatId, "me");
    await outbox.replace(id, { chatId: -7, payload: { text: "there" } });

    expect(await outbox.claim(chatId, "me")).toBeUndefined();
    expect(await outbox.claim(-7, "me")).toMatchObject({ id, payload: { text: "there" } });
  });
});
