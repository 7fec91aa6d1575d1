import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { App } from "../../../bot/app.ts";
import { makeExtractive } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

function openChat() {
  const ann = stage.telegram.user();
  const chat = stage.telegram.privateChat(ann);
  return { chat, ann: ann.in(chat) };
}

/** Counts its calls; each waits at the gate until it is opened. */
function gatedAsk() {
  let questions = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ask: App["ask"] = async ({ signal }) => {
    questions += 1;
    begin();
    await new Promise<void>((resolve, reject) => {
      void gate.then(resolve);
      signal?.addEventListener("abort", () => reject(new Error("aborted")));
    });
    return makeExtractive();
  };
  return { ask, begun, open, questions: () => questions };
}

describe("runTelegram", () => {
  test("handles an update once, however often it comes", async () => {
    const gated = gatedAsk();
    gated.open();
    stage.start({ app: { ask: gated.ask } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    stage.telegram.redeliver(stage.telegram.updates[0]!.update_id);
    await ann.says("再问一次");
    await chat.nextBotMessage();
    await stage.telegram.idle({ quietMs: 50 });
    expect(gated.questions()).toBe(2);
    expect(chat.botMessages).toHaveLength(2);
  });

  test("finishes what it is answering before it stops", async () => {
    const gated = gatedAsk();
    const running = stage.start({ app: { ask: gated.ask } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await gated.begun;
    const stopped = running.stop();
    gated.open();
    await stopped;
    expect(chat.botMessages).toHaveLength(1);
    expect(await stage.operations.inbox.pending()).toEqual([]);
  });

  test("shows that it is typing for as long as an answer takes", async () => {
    const gated = gatedAsk();
    stage.start({ app: { ask: gated.ask }, timing: { typingEveryMs: 5 } });
    const { ann, chat } = openChat();
    const typings = () => stage.telegram.calls.filter(({ method }) => method === "sendChatAction");
    await ann.says("哪年开馆？");
    await gated.begun;
    await vi.waitUntil(() => typings().length >= 3);
    gated.open();
    await chat.nextBotMessage();
    await stage.telegram.idle({ quietMs: 50 });
    const shown = typings().length;
    expect(typings().map(({ args }) => args)).toContainEqual({
      chat_id: chat.id,
      action: "typing",
    });
    await ann.says("/help");
    await chat.nextBotMessage();
    expect(typings()).toHaveLength(shown);
  });

  test("answers after a restart what the stop cut short, once", async () => {
    const gated = gatedAsk();
    const running = stage.start({ app: { ask: gated.ask }, timing: { drainMs: 0 } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await gated.begun;
    await running.stop();
    expect(chat.botMessages).toEqual([]);
    stage.start();
    expect((await chat.nextBotMessage()).text).toContain("1985年5月18日开馆");
    await stage.telegram.idle({ quietMs: 50 });
    expect(chat.botMessages).toHaveLength(1);
    expect(await stage.operations.inbox.pending()).toEqual([]);
  });

  test("skips taps left by an earlier run", async () => {
    const left = { update_id: 1, callback_query: { id: "old", from: {}, data: "s:a:1" } };
    await stage.operations.inbox.accept(left);
    const running = stage.start();
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    await running.stop();
    expect(await stage.operations.inbox.pending()).toEqual([]);
    expect(stage.telegram.calls.map(({ method }) => method)).not.toContain("answerCallbackQuery");
  });

  test("waits out a flood and sends the answer once", async () => {
    stage.start();
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 1 });
    await ann.says("哪年开馆？");
    await ann.says("有多少藏品？");
    await chat.nextBotMessage();
    await chat.nextBotMessage();
    expect(chat.botMessages).toHaveLength(2);
  });

  test("sends the answer after a fault of Telegram's server", async () => {
    stage.start();
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: 500 });
    await ann.says("哪年开馆？");
    expect((await chat.nextBotMessage()).text).toContain("1985年5月18日开馆");
    expect(chat.botMessages).toHaveLength(1);
  });

  test("never sends an answer twice whose receipt was lost", async () => {
    stage.start();
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    await ann.says("有多少藏品？");
    await chat.nextBotMessage();
    await stage.telegram.idle({ quietMs: 50 });
    expect(chat.botMessages).toHaveLength(2);
  });

  test("answers even where typing cannot be shown", async () => {
    stage.start();
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendChatAction", status: 500 });
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    expect(stage.logs.filter(({ msg }) => msg === "Typing could not be shown")).toHaveLength(1);
  });

  test("sends the plain text where Telegram declines its looks", async () => {
    stage.start();
    const { ann, chat } = openChat();
    const description = "Bad Request: BUTTON_DATA_INVALID";
    stage.telegram.fault({ method: "sendMessage", status: 400, description });
    await ann.says("哪年开馆？");
    const { text, reply_markup } = await chat.nextBotMessage();
    expect(text).toContain("1985年5月18日开馆");
    expect(reply_markup).toBe(undefined);
  });

  test("goes on where a person has blocked it", async () => {
    const gated = gatedAsk();
    stage.start({ app: { ask: gated.ask } });
    const bob = stage.telegram.user();
    const bobChat = stage.telegram.privateChat(bob);
    await bob.in(bobChat).says("哪年开馆？");
    await gated.begun;
    bob.blocks();
    gated.open();
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    expect(bobChat.botMessages).toEqual([]);
  });

  test("polls on after an outage, telling it in one line", async () => {
    stage.telegram.fault({ method: "getUpdates", status: 502, times: 2 });
    stage.telegram.fault({ method: "getUpdates", status: "lost", times: 2 });
    stage.start();
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    const told = stage.logs.filter(({ msg }) => /not answering/u.test(msg));
    expect(told).toHaveLength(1);
    expect(stage.logs.some(({ msg }) => msg === "Telegram answers again")).toBe(true);
  });

  test("tells a conflict with another poller in one line, and polls on", async () => {
    stage.telegram.fault({ method: "getUpdates", status: 409, times: 3 });
    stage.start();
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    expect(stage.logs.filter(({ msg }) => /Another process polls/u.test(msg))).toHaveLength(1);
  });

  test("ends with E_TELEGRAM_TOKEN where the token is wrong", async () => {
    const token = "7000000001:AAnother-token-of-nobody-000000000";
    const { ended } = stage.start({ token });
    await expect(ended).rejects.toMatchObject({ code: "E_TELEGRAM_TOKEN" });
    await expect(ended).rejects.toThrow("@BotFather");
    await expect(ended).rejects.not.toThrow(token);
  });

  test("ends with E_TELEGRAM_TOKEN where the token is revoked while it runs, its answer sent", async () => {
    const gated = gatedAsk();
    const { ended } = stage.start({ app: { ask: gated.ask } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await gated.begun;
    stage.telegram.fault({ method: "getUpdates", status: 401 });
    await ann.says("有多少藏品？");
    gated.open();
    await expect(ended).rejects.toMatchObject({ code: "E_TELEGRAM_TOKEN" });
    expect(chat.botMessages.length).toBeGreaterThan(0);
  });

  test("says so, once, where a question has ended the process three times", async () => {
    const ask = () => Promise.reject(new Error("must not be asked"));
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    const { inbox, workers } = stage.operations;
    await inbox.accept(stage.telegram.updates.at(-1)!);
    for (const worker of ["first", "second", "third"]) {
      await workers.beat(worker, 60_000);
      await inbox.claim(worker, 1);
      await workers.leave(worker);
    }
    stage.start({ app: { ask } });
    expect((await chat.nextBotMessage()).text).toMatch(/^出了点问题/u);
    await ann.says("/help");
    await chat.nextBotMessage();
    expect(chat.botMessages).toHaveLength(2);
    expect(stage.logs.filter(({ msg }) => /is given up/u.test(msg))).toHaveLength(1);
    expect(stage.logs.some(({ msg }) => msg === "A question was not answered")).toBe(false);
  });

  test("says so where the handling itself breaks", async () => {
    const broken = { ...makeExtractive(), citations: undefined } as never;
    stage.start({ app: { ask: async () => broken } });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    expect((await chat.nextBotMessage()).text).toMatch(/^出了点问题/u);
    await expect.poll(() => stage.operations.inbox.pending()).toEqual([]);
    expect(stage.logs.filter(({ msg }) => msg === "An update was not handled")).toHaveLength(1);
  });

  test("survives an outage of its database, told in one line", async () => {
    const { inbox } = stage.operations;
    let failures = 0;
    const flaky = {
      ...stage.operations,
      inbox: {
        ...inbox,
        claim: (worker: string, limit: number) => {
          failures += 1;
          return failures <= 5 ? Promise.reject(new Error("away")) : inbox.claim(worker, limit);
        },
      },
    };
    stage.start({ operations: flaky });
    const { ann, chat } = openChat();
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    expect(
      stage.logs.filter(({ msg }) => msg.startsWith("The inbox can")).map(({ msg }) => msg),
    ).toEqual(["The inbox cannot be reached; trying again", "The inbox can be reached again"]);
  });

  test("ends at once where it is stopped before it began", async () => {
    stage.telegram.fault({ method: "getMe", status: 502, times: 1_000 });
    const running = stage.start();
    await running.stop();
    await expect(running.ended).resolves.toBe(undefined);
  });
});
