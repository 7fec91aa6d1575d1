import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../../bot/app.ts";
import type { FakeChat } from "../../../bot-api/fake-telegram.ts";
import { makeCitation, makeExtractive } from "../make-answer.ts";
import { openStage, type Stage } from "../open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** An answer that repeats the question, so that each is known by its words. */
const ask = async ({ question }: AskRequest) =>
  makeExtractive([makeCitation({ text: `答：${question}。` })]);

function openChat() {
  const ann = stage.telegram.user();
  const chat = stage.telegram.privateChat(ann);
  return { chat, ann: ann.in(chat) };
}

/** Resolves when nothing is left to handle or to send. */
async function allSent(): Promise<void> {
  const { inbox, outbox } = stage.operations;
  await expect
    .poll(async () => (await inbox.backlog()).count + (await outbox.backlog()).count)
    .toBe(0);
}

const answersIn = (chat: FakeChat) =>
  chat.botMessages.map(({ text }) => /答：.*。/u.exec(text!)?.[0]);

/** What goes wrong, and what it does to the message. */
const faults = [
  ["a receipt lost after the message was sent", { status: "lost", afterEffect: true }],
  ["a connection lost before the message was sent", { status: "lost" }],
  ["a fault of the server after the message was sent", { status: 502, afterEffect: true }],
  ["a fault of the server before the message was sent", { status: 500 }],
  [
    "an answer that is no JSON, after the message was sent",
    { status: 200, body: "<html>", afterEffect: true },
  ],
  ["an answer that is no JSON, before the message was sent", { status: 200, body: "<html>" }],
] as const;

describe("a message whose receipt is lost", () => {
  test.each(faults)("stands in the chat once after %s", async (_what, fault) => {
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", ...fault });
    stage.start({ app: { ask } });
    await ann.says("哪年开馆？");
    await ann.says("有多少藏品？");
    await expect.poll(() => answersIn(chat)).toEqual(["答：哪年开馆？。", "答：有多少藏品？。"]);
    await allSent();
    expect(chat.botMessages).toHaveLength(2);
  });

  test("stands there once after several faults in a row", async () => {
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: "lost" });
    stage.telegram.fault({ method: "editMessageText", status: 500 });
    stage.telegram.fault({ method: "sendMessage", status: 502 });
    stage.telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    stage.start({ app: { ask } });
    await ann.says("哪年开馆？");
    await expect.poll(() => answersIn(chat)).toEqual(["答：哪年开馆？。"]);
    await allSent();
    expect(chat.botMessages).toHaveLength(1);
  });

  test("is looked for under each number once, however many looks meet a fault", async () => {
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: 502 });
    stage.telegram.fault({ method: "editMessageText", status: 502, share: 0.5, seed: 3 });
    stage.start({ app: { ask } });
    await ann.says("哪年开馆？");
    await expect.poll(() => answersIn(chat)).toEqual(["答：哪年开馆？。"]);
    await allSent();
    const looks = stage.telegram.calls.filter(({ method }) => method === "editMessageText");
    const told = looks.filter(({ outcome }) => outcome?.kind === "refused");
    const numbers = told.map(({ args }) => args["message_id"]);
    expect(looks.length).toBeGreaterThan(told.length);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  test("is found behind messages of others in a group", async () => {
    const [ann, bob] = [stage.telegram.user(), stage.telegram.user({ firstName: "Bob" })];
    const group = stage.telegram.group({ title: "读报", members: [ann, bob] });
    const question = `@${stage.telegram.bot.username} 哪年开馆？`;
    stage.telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    stage.start({
      app: {
        ask: async (request) => {
          begin();
          await answered;
          return ask(request);
        },
      },
    });
    await ann.in(group).says(question);
    await begun;
    for (let n = 1; n <= 12; n += 1) await bob.in(group).says(`第${n}句闲话`);
    answer();
    await expect.poll(() => answersIn(group)).toHaveLength(1);
    await allSent();
    expect(group.botMessages).toHaveLength(1);
    expect(group.messages.filter(({ from }) => from?.first_name === "Bob")).toHaveLength(12);
  });

  test("belongs to its answer: its buttons work, and replies to it follow up", async () => {
    const histories: number[] = [];
    stage.start({
      app: {
        ask: async (request) => {
          histories.push(request.history?.length ?? 0);
          return ask(request);
        },
      },
    });
    const [ann, bob] = [stage.telegram.user(), stage.telegram.user()];
    const group = stage.telegram.group({ title: "读报", members: [ann, bob] });
    stage.telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    await ann.in(group).says(`@${stage.telegram.bot.username} 哪年开馆？`);
    const answer = await group.nextBotMessage();
    await allSent();
    await bob.in(group).repliesTo(answer, "谁主持的？");
    await group.nextBotMessage();
    expect(histories).toEqual([0, 2]);
  });

  test("is not looked for among what the bot has said before", async () => {
    const { ann, chat } = openChat();
    stage.start({ app: { ask } });
    await ann.says("哪年开馆？");
    await chat.nextBotMessage();
    await ann.says("/help");
    await chat.nextBotMessage();
    stage.telegram.fault({ method: "sendMessage", status: "lost" });
    await ann.says("有多少藏品？");
    await chat.nextBotMessage();
    await allSent();
    expect(answersIn(chat)).toEqual(["答：哪年开馆？。", undefined, "答：有多少藏品？。"]);
    expect(chat.botMessages.some(({ edit_date }) => edit_date !== undefined)).toBe(false);
  });
});

describe("a message that Telegram declines", () => {
  test("goes to the group that its own was upgraded to", async () => {
    const ann = stage.telegram.user();
    const group = stage.telegram.group({ title: "读报", members: [ann], kind: "group" });
    let upgraded: FakeChat | undefined;
    stage.start({
      app: {
        ask: async (request) => {
          upgraded ??= group.migrates(ann);
          return ask(request);
        },
      },
    });
    await ann.in(group).says("/ask 哪年开馆？");
    await expect.poll(() => upgraded?.botMessages.length).toBe(1);
    expect(answersIn(upgraded!)).toEqual(["答：哪年开馆？。"]);
  });

  test("goes to the group as a whole where its topic was deleted", async () => {
    const ann = stage.telegram.user();
    const group = stage.telegram.group({ title: "读报", members: [ann], topics: ["问答"] });
    stage.start({
      app: {
        ask: async (request) => {
          group.deletesTopic("问答");
          return ask(request);
        },
      },
    });
    await ann.in(group, { topic: "问答" }).says("/ask 哪年开馆？");
    const { text, is_topic_message } = await group.nextBotMessage();
    expect(text).toContain("答：哪年开馆？。");
    expect(is_topic_message).toBe(undefined);
  });

  test("holds up neither the next one nor the stop", async () => {
    const { ann, chat } = openChat();
    const description = "Bad Request: message is too long";
    stage.telegram.fault({ method: "sendMessage", status: 400, description, times: 2 });
    const running = stage.start({ app: { ask } });
    await ann.says("哪年开馆？");
    await ann.says("有多少藏品？");
    await chat.nextBotMessage();
    await running.stop();
    expect(answersIn(chat)).toEqual(["答：有多少藏品？。"]);
    expect(await stage.operations.outbox.backlog()).toMatchObject({ count: 0 });
  });
});

describe("a message in a chat that has closed", () => {
  test("keeps the next run from calling there before its time", async () => {
    const { ann, chat } = openChat();
    stage.telegram.fault({ method: "sendMessage", status: 502 });
    stage.telegram.fault({ method: "editMessageText", status: 429, retryAfterSeconds: 1 });
    const running = stage.start({ app: { ask }, timing: { drainMs: 0, cancelMs: 0 } });
    await ann.says("哪年开馆？");
    await expect
      .poll(() => stage.telegram.calls.some(({ method }) => method === "editMessageText"))
      .toBe(true);
    await running.stop();
    stage.start({ app: { ask } });
    await expect.poll(() => answersIn(chat)).toEqual(["答：哪年开馆？。"]);
    await allSent();
    stage.telegram.assertClean();
  });

  test("waits, also for the next run, while other chats are served", async () => {
    const { ann, chat } = openChat();
    const bob = stage.telegram.user();
    const bobChat = stage.telegram.privateChat(bob);
    stage.telegram.fault({
      method: "sendMessage",
      chatId: chat.id,
      status: 429,
      retryAfterSeconds: 1,
    });
    const running = stage.start({
      app: { ask },
      timing: { receiptMs: 0, drainMs: 0, cancelMs: 0 },
    });
    await ann.says("哪年开馆？");
    await bob.in(bobChat).says("有多少藏品？");
    await bobChat.nextBotMessage();
    // A stop before the refusal is read would leave a message of unknown fate.
    const { closedChats } = stage.operations;
    await expect.poll(() => closedChats.standing(new Date())).toMatchObject([{ chatId: chat.id }]);
    await running.stop();
    expect(chat.botMessages).toEqual([]);
    expect(await stage.operations.inbox.pending()).toEqual([]);
    stage.start({ app: { ask: () => Promise.reject(new Error("asked again")) } });
    await chat.nextBotMessage();
    expect(answersIn(chat)).toEqual(["答：哪年开馆？。"]);
  });
});
