import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../bot/app.ts";
import type { Answer } from "../../../prompts/answering/answer.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { makeAnswered, makeCitation } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const statement = { text: "博物馆1985年开馆。", citations: [1] as [number] };
const second = { text: "馆内有藏品约12万件。", citations: [2] as [number] };
const citations = [makeCitation(), makeCitation({ n: 2, text: "馆内有藏品约12万件。" })] as const;
const whole = makeAnswered({
  statements: [statement, second],
  citations: [citations[0], citations[1]],
});

/** What the app was asked, with the ways to tell, to answer and to fail. */
interface Asked {
  readonly request: AskRequest;
  readonly answer: (answer: Answer) => void;
}

/** Whether a fault that was set has hit a call of the method. */
function hasFailed(method: string): boolean {
  return stage.telegram.calls.some(
    (call) => call.method === method && call.outcome?.kind === "faulted",
  );
}

/** Answers when the test says so; a stop ends it with what is checked by then. */
function slowApp() {
  const waiting: ((asked: Asked) => void)[] = [];
  const came: Asked[] = [];
  const ask = (request: AskRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const handed: number[] = [];
      const asked: Asked = {
        request: {
          ...request,
          onStatement: (...args) => {
            handed.push(1);
            request.onStatement?.(...args);
          },
        },
        answer: resolve,
      };
      request.signal?.addEventListener("abort", () => reject(new Error("cancelled")));
      request.stop?.addEventListener("abort", () => {
        if (handed.length === 0) reject(request.stop?.reason);
        else {
          resolve(
            makeAnswered({ statements: [statement], citations: [citations[0]], stopped: true }),
          );
        }
      });
      const next = waiting.shift();
      if (next === undefined) came.push(asked);
      else next(asked);
    });
  return {
    app: { ask },
    next: (): Promise<Asked> => {
      const asked = came.shift();
      return asked === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(asked);
    },
  };
}

const atOnce = { progressAfterMs: 0 };

let stage: Stage;
let ann: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  ann = stage.telegram.user();
  chat = stage.telegram.privateChat(ann);
});
afterEach(() => stage.close());

describe("an answer that takes its time, in one message", () => {
  test("shows its stages and its checked statements, and becomes the answer", async () => {
    const { app, next } = slowApp();
    const running = stage.start({ app, timing: atOnce });
    await ann.in(chat).says("博物馆哪一年开馆，有多少藏品？");
    const { request, answer } = await next();
    const shown = await chat.nextBotMessage();
    expect(shown.text).toBe("💭 正在理解问题……");
    request.onStage?.({ kind: "searching", documents: 1204 });
    expect((await chat.nextEdit(shown)).text).toBe("🔎 正在查找 1,204 个文档……");
    request.onStage?.({ kind: "writing" });
    await chat.nextEdit(shown);
    request.onStatement?.(statement, citations.slice(0, 1));
    expect((await chat.nextEdit(shown)).text).toBe(
      "博物馆1985年开馆。 [1]\n\n✍️ 正在写答案，逐句核对原文……",
    );
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 博物馆哪一年开馆，有多少藏品？
      #2 bot ↩#1 (edited): 博物馆1985年开馆。 [1]
        
        ✍️ 正在写答案，逐句核对原文……
        [ ⏹ 停止 ]"
    `);
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("12万件") ?? false);
    expect(chat.botMessages).toHaveLength(1);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 博物馆哪一年开馆，有多少藏品？
      #2 bot ↩#1 (edited): 博物馆1985年开馆。 [[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001)
        馆内有藏品约12万件。 [[2]](…?start=c_<answer>_2_0123456789abcdef-000000000002)
        
        **[[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05**
        ▌市博物馆于1985年5月18日开馆。
        
        **[[2]](…?start=c_<answer>_2_0123456789abcdef-000000000002) 博物馆四十年 · 2024-03-05**
        ▌馆内有藏品约12万件。
        [ 📖 1 ] [ 📖 2 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]"
    `);
    await running.stop();
    const stored = await stage.operations.answers.findByMessage(chat.id, shown.message_id);
    expect(stored?.question).toBe("博物馆哪一年开馆，有多少藏品？");
  });

  test("shows nothing of it where the answer comes in time", async () => {
    const { app, next } = slowApp();
    stage.start({ app });
    await ann.in(chat).says("哪年开馆？");
    const { request, answer } = await next();
    request.onStage?.({ kind: "searching", documents: 3 });
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(chat.history()).not.toContain("正在");
  });

  test("shows the answer beside a placeholder that its reader deleted", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { answer } = await next();
    ann.in(chat).deletes(await chat.nextBotMessage());
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(chat.botMessages).toHaveLength(1);
  });

  test("comes whole where its progress is declined", async () => {
    const { app, next } = slowApp();
    stage.telegram.fault({ method: "sendMessage", status: 403 });
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { request, answer } = await next();
    await expect.poll(() => hasFailed("sendMessage")).toBe(true);
    request.onStage?.({ kind: "searching", documents: 1 });
    expect(chat.botMessages).toEqual([]);
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
  });

  test("takes the place of a placeholder whose receipt was lost", async () => {
    const { app, next } = slowApp();
    stage.telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { answer } = await next();
    await chat.nextBotMessage();
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("博物馆1985年开馆。") ?? false);
    expect(chat.botMessages).toHaveLength(1);
  });

  test("becomes the answer though no edit before it was taken", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { request, answer } = await next();
    await chat.nextBotMessage();
    stage.telegram.fault({ method: "editMessageText", status: 403 });
    request.onStage?.({ kind: "writing" });
    await expect.poll(() => hasFailed("editMessageText")).toBe(true);
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("博物馆1985年开馆。") ?? false);
    expect(chat.botMessages).toHaveLength(1);
  });

  test("takes the place of its placeholder after a restart", async () => {
    const first = slowApp();
    const running = stage.start({ app: first.app, timing: { ...atOnce, drainMs: 0 } });
    await ann.in(chat).says("哪年开馆？");
    await first.next();
    const shown = await chat.nextBotMessage();
    await running.stop();
    const again = slowApp();
    stage.start({ app: again.app, timing: atOnce });
    const { answer } = await again.next();
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("博物馆1985年开馆。") ?? false);
    expect(chat.botMessages.map(({ message_id: id }) => id)).toEqual([shown.message_id]);
  });

  test("is typing only, and one message, in a group", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    const group = stage.telegram.group({ title: "编辑部", members: [ann] });
    await ann.in(group).says("/ask 哪年开馆？");
    const { request, answer } = await next();
    request.onStage?.({ kind: "writing" });
    expect(request.stop).toBeDefined();
    answer(whole);
    expect((await group.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(group.history()).not.toContain("正在");
    expect(group.actions.map(({ action }) => action)).toContain("typing");
  });
});

describe("stopping an answer", () => {
  test("ends it with what was checked by then", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆，有多少藏品？");
    const { request } = await next();
    const shown = await chat.nextBotMessage();
    request.onStatement?.(statement, citations.slice(0, 1));
    await chat.nextEdit(shown);
    expect(await ann.in(chat).taps(shown, "⏹ 停止")).toMatchObject({ text: "正在停止……" });
    await chat.waitFor(({ text }) => text?.includes("按您的要求停止") ?? false);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆，有多少藏品？
      #2 bot ↩#1 (edited): 博物馆1985年开馆。 [[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001)
        
        ⏹ 已按您的要求停止，以上是停止前核对过的部分。
        
        **[[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05**
        ▌市博物馆于1985年5月18日开馆。
        [ 📖 1 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]
        Ann taps ⏹ 停止 → “正在停止……”"
    `);
  });

  test("says so honestly where nothing was checked yet", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    await next();
    const shown = await chat.nextBotMessage();
    await ann.in(chat).taps(shown, "⏹ 停止");
    const stopped = await chat.nextEdit(shown);
    expect(stopped.text).toBe("⏹ 已按您的要求停止，还没有写出核对过的内容。");
    expect(stopped.reply_markup).toBe(undefined);
    expect(stage.logs.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });

  test("leaves the next question of the chat to be answered", async () => {
    const { app, next } = slowApp();
    stage.start({ app, timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    await next();
    const shown = await chat.nextBotMessage();
    await ann.in(chat).says("有多少藏品？");
    await ann.in(chat).taps(shown, "⏹ 停止");
    const { request, answer } = await next();
    expect(request.question).toBe("有多少藏品？");
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("12万件") ?? false);
  });

  test("is answered kindly where there is nothing to stop any more", async () => {
    const first = slowApp();
    const running = stage.start({ app: first.app, timing: { ...atOnce, drainMs: 0 } });
    await ann.in(chat).says("哪年开馆？");
    await first.next();
    const shown = await chat.nextBotMessage();
    await running.stop();
    const again = slowApp();
    stage.start({ app: again.app });
    const { answer } = await again.next();
    answer(whole);
    await chat.waitFor(({ text }) => text?.includes("1985") ?? false);
    await ann.in(chat).says("/stop");
    expect((await chat.nextBotMessage()).text).toBe("现在没有正在写的回答。");
    expect(shown.reply_markup).toBeDefined();
  });

  test("is for who asked alone, in a group", async () => {
    const { app, next } = slowApp();
    stage.start({ app });
    const bob = stage.telegram.user({ firstName: "Bob" });
    const group = stage.telegram.group({ title: "编辑部", members: [ann, bob] });
    const question = await ann.in(group).says("/ask 哪年开馆？");
    await next();
    await bob.in(group).says("/stop");
    expect((await group.nextBotMessage()).text).toBe("现在没有正在写的回答。");
    await ann.in(group).says("/stop");
    const stopped = await group.nextBotMessage();
    expect(stopped.text).toMatch(/^⏹ 已按您的要求停止/u);
    expect(stopped.reply_to_message?.message_id).toBe(question.message_id);
  });
});

describe("an answer that takes its time, in drafts", () => {
  test("shows stages and statements as drafts, and one message in the end", async () => {
    const { app, next } = slowApp();
    stage.start({ app, stream: "draft", timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { request, answer } = await next();
    expect(await chat.nextDraft()).toMatchObject({ text: "💭 正在理解问题……", canStop: true });
    request.onStatement?.(statement, citations.slice(0, 1));
    expect((await chat.nextDraft()).text).toContain("博物馆1985年开馆。 [1]");
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(chat.botMessages).toHaveLength(1);
    expect(chat.draft).toBe(undefined);
  });

  test("is stopped by Telegram's own button", async () => {
    const { app, next } = slowApp();
    stage.start({ app, stream: "draft", timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    await next();
    await chat.nextDraft();
    ann.stops();
    expect((await chat.nextBotMessage()).text).toMatch(/^⏹ 已按您的要求停止/u);
  });

  test("comes whole where drafts are refused", async () => {
    const { app, next } = slowApp();
    const description = "Bad Request: TEXTDRAFT_PEER_INVALID";
    stage.telegram.fault({ method: "sendMessageDraft", status: 400, description });
    stage.start({ app, stream: "draft", timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { request, answer } = await next();
    request.onStage?.({ kind: "writing" });
    request.onStatement?.(statement, citations.slice(0, 1));
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(chat.drafts).toEqual([]);
  });

  test("is shown again before Telegram takes it away", async () => {
    const { app, next } = slowApp();
    stage.start({ app, stream: "draft", timing: { ...atOnce, draftAgainMs: 1 } });
    await ann.in(chat).says("哪年开馆？");
    const { answer } = await next();
    const first = await chat.nextDraft();
    expect((await chat.nextDraft()).text).toBe(first.text);
    answer(whole);
    await chat.nextBotMessage();
  });
});

describe("an answer that takes its time, where nothing of it is to be shown", () => {
  test("needs no model that streams, and comes whole", async () => {
    const { app, next } = slowApp();
    let streams = true;
    const ask = (request: AskRequest) => {
      streams = request.onStatement !== undefined;
      return app.ask(request);
    };
    stage.start({ app: { ask }, stream: "off", timing: atOnce });
    await ann.in(chat).says("哪年开馆？");
    const { answer } = await next();
    answer(whole);
    expect((await chat.nextBotMessage()).text).toContain("博物馆1985年开馆。");
    expect(streams).toBe(false);
    expect(chat.history()).not.toContain("正在");
  });
});
