import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../bot/app.ts";
import { openOperations, type Operations } from "../../../bot/operations/open-operations.ts";
import type { FakeChat } from "../../bot-api/fake-telegram.ts";
import { makeCitation, makeExtractive } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

const secret = "a-secret-of-16-letters";
const webhook = { publicUrl: "https://wenju.example.com", secret };
/** So short that a worker who stands still is taken for dead within a test. */
const shortLife = { workerMs: 200 };

let stage: Stage;
let others: Operations[] = [];
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.close();
  for (const operations of others.splice(0)) operations.close();
});

/** The database as another process holds it. */
async function connect(): Promise<Operations> {
  const operations = await openOperations({ url: stage.databaseUrl });
  others = [...others, operations];
  return operations;
}

/** An app that repeats the question, and notes who was asked what. */
function createAnswering(name: string, asked: string[]) {
  return {
    ask: async ({ question }: AskRequest) => {
      asked.push(`${name} ${question}`);
      await new Promise(setImmediate);
      return makeExtractive([makeCitation({ text: `答：${question}。` })]);
    },
  };
}

function openChats(count: number) {
  return Array.from({ length: count }, () => {
    const user = stage.telegram.user();
    const chat = stage.telegram.privateChat(user);
    return { chat, user: user.in(chat) };
  });
}

const answersIn = (chat: FakeChat) =>
  chat.botMessages.map(({ text }) => /答：(.*)。/u.exec(text ?? "")?.[1]);

async function allSent(): Promise<void> {
  const { inbox, outbox } = stage.operations;
  await expect
    .poll(async () => (await inbox.backlog()).count + (await outbox.backlog()).count)
    .toBe(0);
}

const questions = ["一？", "二？", "三？", "四？", "五？"];

describe("two processes on one database", () => {
  test("answer every question once and in order, with one of them polling", async () => {
    const asked: string[] = [];
    stage.start({ app: createAnswering("one", asked) });
    stage.start({ app: createAnswering("two", asked), operations: await connect() });
    const chats = openChats(4);
    for (const question of questions) {
      for (const { user } of chats) await user.says(question);
    }
    for (const { chat } of chats) {
      await expect.poll(() => answersIn(chat)).toEqual(questions);
    }
    await allSent();
    expect(asked).toHaveLength(questions.length * chats.length);
    for (const { chat } of chats) expect(answersIn(chat)).toEqual(questions);
    expect(stage.logs.filter(({ msg }) => /this one helps/u.test(msg))).toHaveLength(1);
    expect(stage.logs.filter(({ msg }) => /polls Telegram with this token/u.test(msg))).toEqual([]);
  });

  test("answer once what is brought to both of them", async () => {
    const asked: string[] = [];
    const server = { port: 0, webhook };
    const doors = [
      await stage.start({ server, app: createAnswering("one", asked) }).door,
      await stage.start({
        server,
        app: createAnswering("two", asked),
        operations: await connect(),
      }).door,
    ];
    const { chat, user } = openChats(1)[0]!;
    for (const question of questions) {
      await user.says(question);
      const body = JSON.stringify(stage.telegram.updates.at(-1));
      const brought = doors.map(async (door) => {
        const response = await fetch(`${door}/telegram/${stage.telegram.bot.id}`, {
          method: "POST",
          headers: { "x-telegram-bot-api-secret-token": secret },
          body,
        });
        return response.status;
      });
      expect(await Promise.all(brought)).toEqual([200, 200]);
    }
    await expect.poll(() => answersIn(chat)).toEqual(questions);
    await allSent();
    expect(answersIn(chat)).toEqual(questions);
    expect(asked).toHaveLength(questions.length);
  });

  test("take over the polling, and what was begun, where one stops", async () => {
    const asked: string[] = [];
    const hanging = {
      ask: ({ signal }: AskRequest) =>
        new Promise<never>((_resolve, reject) => {
          asked.push("one begins");
          signal?.addEventListener("abort", () => reject(new Error("aborted")));
        }),
    };
    const first = stage.start({ app: hanging, timing: { drainMs: 0 } });
    const { chat, user } = openChats(1)[0]!;
    await user.says("一？");
    await expect.poll(() => asked).toEqual(["one begins"]);
    stage.start({ app: createAnswering("two", asked), operations: await connect() });
    await first.stop();
    await user.says("二？");
    await expect.poll(() => answersIn(chat)).toEqual(["一？", "二？"]);
    await allSent();
    expect(asked).toEqual(["one begins", "two 一？", "two 二？"]);
  });

  test("take over from one that stands still, whose late answer is not sent", async () => {
    const asked: string[] = [];
    const still = await connect();
    // It lives no longer than its first sign of life.
    const frozen: Operations = {
      ...still,
      workers: { ...still.workers, beat: (id) => still.workers.beat(id, shortLife.workerMs) },
    };
    let wake: () => void = () => undefined;
    const awake = new Promise<void>((resolve) => {
      wake = resolve;
    });
    stage.start({
      operations: frozen,
      timing: { workerMs: 60_000 },
      app: {
        ask: async () => {
          asked.push("one begins");
          await awake;
          return makeExtractive([makeCitation({ text: "答：太晚了。" })]);
        },
      },
    });
    const { chat, user } = openChats(1)[0]!;
    await user.says("一？");
    await expect.poll(() => asked).toEqual(["one begins"]);
    stage.start({ app: createAnswering("two", asked), timing: shortLife });
    await expect.poll(() => answersIn(chat)).toEqual(["一？"]);
    wake();
    await allSent();
    await stage.telegram.idle({ quietMs: 50 });
    expect(answersIn(chat)).toEqual(["一？"]);
  });
});
