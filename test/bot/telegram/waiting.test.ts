import { createClient } from "@libsql/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeChat } from "../../bot-api/fake-telegram.ts";
import { makeNotFound } from "./make-answer.ts";
import { type Newsdesk, openNewsdesk } from "./open-newsdesk.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const tunnel = "云溪隧道贯通\n\n云溪隧道全长1280米，2024年3月2日贯通。\n";
const asks = "云溪隧道全长多少米？";
const offer = "🔔 有答案时告诉我";

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
  await desk.load({ "museum.txt": museum });
  // The refusal, and the answer that is told later.
  desk.stage.telegram.expectsSeveralAnswers(({ text }) => text?.includes(asks) ?? false);
});
afterEach(() => desk.close());

function isLate({ text }: { readonly text?: string }): boolean {
  return text?.startsWith("🔔") ?? false;
}

function steady(chat: FakeChat): string {
  return steadyTranscript(chat).replaceAll(/\d{4}-\d\d-\d\d 问过/gu, "WHEN 问过");
}

describe("who could not be answered", () => {
  test("is told once when a document answers, in reply to the question", async () => {
    const { wu, wuChat } = desk;
    desk.start();
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    await desk.load({ "tunnel.txt": tunnel });
    await wuChat.waitFor(isLate);
    // Another generation tells nobody again.
    await desk.load({ "tunnel.txt": `${tunnel}\n工程历时三年。\n` });
    await desk.stage.telegram.idle({ quietMs: 300 });
    expect(steady(wuChat)).toMatchInlineSnapshot(`
      "#1 Wu: 云溪隧道全长多少米？
      #2 bot ↩#1 (edited): 文档里没有找到这个问题的答案。
        [ 👍 ] [ 👎 ]
        [ 🔔 ✓ 有答案时会告诉您 ]
        Wu taps 🔔 有答案时告诉我 → ! “好的。文档更新后如果有了答案，会在这里告诉您一次；再点一下可以取消。”
      #3 bot ↩#1: 🔔 您在 WHEN 问过“云溪隧道全长多少米？”，现在的文档里有答案了：
        
        ▌云溪隧道全长1280米，2024年3月2日贯通。
        [[1]](…?start=c_<answer>_1_67e7ba31e16adfbc-53655300c9ae) 云溪隧道贯通
        [ 📖 1 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]"
    `);
    expect(await desk.stage.operations.waitingQuestions.count()).toBe(0);
  });

  test("is told after a restart, and in the topic of the group where it was asked", async () => {
    const { wu, li, stage } = desk;
    const forum = stage.telegram.group({
      title: "读报",
      members: [wu, li],
      kind: "forum",
      topics: ["基建"],
    });
    const running = desk.start();
    await wu.in(forum, { topic: "基建" }).says(`/ask ${asks}`);
    const refusal = await forum.nextBotMessage();
    expect(await li.in(forum).taps(refusal, offer)).toMatchObject({
      text: "只有提问的人可以让我提醒。",
      show_alert: true,
    });
    await wu.in(forum).taps(refusal, offer);
    await forum.nextEdit(refusal);
    await running.stop();
    await desk.load({ "tunnel.txt": tunnel });
    desk.start();
    const late = await forum.waitFor(isLate);
    expect(late.text).toContain("云溪隧道全长1280米");
    expect(late.message_thread_id).toBe(forum.threadId("基建"));
    expect(late.reply_to_message?.text).toBe(`/ask ${asks}`);
  });

  test("is told once, where a run was killed between the message and its end", async () => {
    const { wu, wuChat, stage } = desk;
    const running = desk.start();
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    const { waitingQuestions } = stage.operations;
    const [waiting] = await waitingQuestions.notAskedOf(99, 1);
    await desk.load({ "tunnel.txt": tunnel });
    await wuChat.waitFor(isLate);
    await running.stop();
    // As a kill would have left it: the message is written down, the question still waits.
    const { id: _id, ...again } = waiting!;
    await waitingQuestions.add(again);
    const client = createClient({ url: stage.databaseUrl });
    await client.execute({ sql: "UPDATE waiting_questions SET id = ?", args: [waiting!.id] });
    client.close();
    desk.start();
    await expect.poll(() => waitingQuestions.count()).toBe(0);
    await stage.telegram.idle({ quietMs: 100 });
    expect(wuChat.botMessages.filter(isLate)).toHaveLength(1);
  });

  test("waits on while no document answers, and is asked again of each generation alone", async () => {
    const { wu, wuChat, composition } = desk;
    const asked: string[] = [];
    const app = {
      ...composition.app,
      find: (request: Parameters<typeof composition.app.find>[0]) => {
        asked.push(request.question);
        return composition.app.find(request);
      },
    };
    desk.start({ app });
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    await desk.stage.telegram.idle({ quietMs: 200 });
    expect(asked).toEqual([]);
    await desk.load({ "museum.txt": museum.replace("3200", "3300") });
    await expect.poll(() => asked).toEqual([asks]);
    await desk.stage.telegram.idle({ quietMs: 200 });
    expect(asked).toEqual([asks]);
    expect(wuChat.botMessages.filter(isLate)).toEqual([]);
    expect(await desk.stage.operations.waitingQuestions.count()).toBe(1);
  });

  test("takes it back by a second tap, and by /forget", async () => {
    const { wu, wuChat, stage } = desk;
    const { waitingQuestions } = stage.operations;
    desk.start();
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    expect(await wu.in(wuChat).taps(refusal, "🔔 ✓ 有答案时会告诉您")).toMatchObject({
      text: "好的，不再提醒。",
    });
    await wuChat.nextEdit(refusal);
    expect(await waitingQuestions.count()).toBe(0);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    expect(await waitingQuestions.count()).toBe(1);
    const question = await desk.told("/forget", wu, wuChat);
    await wu.in(wuChat).taps(question, "全部删除");
    await wuChat.nextEdit(question);
    expect(await waitingQuestions.count()).toBe(0);
  });

  test("is told from the folders its chat is bound to by then, and from no other", async () => {
    const { wu, wuChat, li, stage } = desk;
    desk.start();
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    await stage.operations.scopes.set({ chatId: wuChat.id }, ["公开"], li.id);
    await desk.load({ "内部/tunnel.txt": tunnel });
    await stage.telegram.idle({ quietMs: 300 });
    expect(wuChat.botMessages.filter(isLate)).toEqual([]);
    await desk.load({ "公开/tunnel.txt": tunnel });
    expect((await wuChat.waitFor(isLate)).text).toContain("1280米");
  });

  test("is left alone where the bot was blocked", async () => {
    const { wu, wuChat, stage } = desk;
    desk.start();
    const refusal = await desk.told(asks, wu, wuChat);
    await wu.in(wuChat).taps(refusal, offer);
    await wuChat.nextEdit(refusal);
    wu.blocks();
    await stage.telegram.idle({ quietMs: 50 });
    await desk.load({ "tunnel.txt": tunnel });
    await expect.poll(() => stage.operations.waitingQuestions.count()).toBe(0);
    expect(wuChat.botMessages.filter(isLate)).toEqual([]);
  });

  test("is told where as many wait as may", async () => {
    const { wu, wuChat, stage } = desk;
    const { waitingQuestions } = stage.operations;
    const waiting = { userId: wu.id, chatId: wuChat.id, threadId: undefined, replyTo: 1 };
    for (let n = 0; n < 20; n += 1) {
      const rest = {
        question: `第${n}问`,
        language: "zh",
        askedAt: new Date(),
        generation: 9,
      } as const;
      expect(await waitingQuestions.add({ ...waiting, ...rest })).toBe("waits");
    }
    desk.start({ app: { ask: async () => makeNotFound() } });
    const refusal = await desk.told("再问一个？", wu, wuChat);
    expect(await wu.in(wuChat).taps(refusal, offer)).toMatchObject({
      text: expect.stringMatching(/^等待答案的问题太多了/u),
    });
    expect(await waitingQuestions.count()).toBe(20);
  });
});
