import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../bot/app.ts";
import type { Answer } from "../../../prompts/answering/answer.ts";
import { askNoCorpus } from "./fake-app.ts";
import { makeAnswered, makeCitation, makeExtractive, makeNotFound } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Answers with the given answers in turn, the last one for ever, and keeps what it was asked. */
function answering(...answers: readonly Answer[]) {
  const asked: AskRequest[] = [];
  const ask = async (request: AskRequest): Promise<Answer> => {
    asked.push(request);
    return answers[Math.min(asked.length, answers.length) - 1]!;
  };
  return { asked, app: { ask } };
}

describe("a private chat", () => {
  test("answers a question with its sources", async () => {
    const { app, asked } = answering(
      makeExtractive([makeCitation(), makeCitation({ n: 2, text: "馆内有藏品约12万件。" })]),
    );
    stage.start({ app });
    const ann = stage.telegram.user({ languageCode: "zh-hans" });
    const chat = stage.telegram.privateChat(ann);
    const question = await ann.in(chat).says("博物馆哪一年开馆？");
    const answer = await chat.nextBotMessage();

    expect(asked[0]?.question).toBe("博物馆哪一年开馆？");
    expect(answer.reply_to_message?.message_id).toBe(question.message_id);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 博物馆哪一年开馆？
      #2 bot ↩#1: ▌市博物馆于1985年5月18日开馆。
        [[1]](…?start=c_<answer>_1_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05
        
        ▌馆内有藏品约12万件。
        [[2]](…?start=c_<answer>_2_0123456789abcdef-000000000002) 博物馆四十年 · 2024-03-05
        [ 📖 1 ] [ 📖 2 ]
        [ 👍 ] [ 👎 ] [ 📋 复制 ⧉ ]"
    `);
    expect(chat.actions.map(({ action }) => action)).toEqual(["typing"]);
  });

  test.each([
    [undefined, /^没有直接答案/u],
    ["zh-hant", /^没有直接答案/u],
    ["yue", /^没有直接答案/u],
    ["en-GB", /^No direct answer; the most relevant/u],
    ["de", /^No direct answer; the most relevant/u],
    ["ja", /^No direct answer; the most relevant/u],
  ])("speaks to a user of %s in a language they are likely to read", async (code, expected) => {
    stage.start({
      app: answering(makeNotFound({ reason: "weak", nearest: [makeCitation()] })).app,
    });
    const bob = stage.telegram.user(code === undefined ? {} : { languageCode: code });
    const chat = stage.telegram.privateChat(bob);
    await bob.in(chat).says("When did the museum open?");
    const { text } = await chat.nextBotMessage();
    expect(text).toMatch(expected);
    // What is quoted is never translated.
    expect(text).toContain("市博物馆于1985年5月18日开馆。");
  });

  test("refers to the last turns, or to the answer replied to", async () => {
    const first = makeAnswered({ statements: [{ text: "1985年。", citations: [1] }] });
    const second = makeAnswered({ statements: [{ text: "12万件。", citations: [1] }] });
    const { app, asked } = answering(first, second);
    stage.start({ app });
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("哪年开馆？");
    const firstAnswer = await chat.nextBotMessage();
    await ann.in(chat).says("有多少藏品？");
    await chat.nextBotMessage();
    await ann.in(chat).says("其中多少瓷器？");
    await chat.nextBotMessage();
    await ann.in(chat).repliesTo(firstAnswer, "谁主持的？");
    await chat.nextBotMessage();

    expect(asked.map(({ history }) => history)).toEqual([
      [],
      [
        ["user", "哪年开馆？"],
        ["bot", "1985年。"],
      ],
      [
        ["user", "哪年开馆？"],
        ["bot", "1985年。"],
        ["user", "有多少藏品？"],
        ["bot", "12万件。"],
      ],
      [
        ["user", "哪年开馆？"],
        ["bot", "1985年。"],
      ],
    ]);
  });

  test("forgets turns of long ago", async () => {
    const { app, asked } = answering(makeExtractive());
    stage.start({ app, timing: { followUpMs: -1 } });
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    for (const text of ["哪年开馆？", "有多少藏品？"]) {
      await ann.in(chat).says(text);
      await chat.nextBotMessage();
    }
    expect(asked[1]?.history).toEqual([]);
  });

  test("tells a failure in one kind sentence, and logs it once with its code", async () => {
    stage.start({ app: { ask: askNoCorpus } });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("When?");
    const { text } = await chat.nextBotMessage();
    expect(text).toBe("No documents are loaded yet. An admin needs to load them first.");
    const told = stage.logs.filter((line) => line.error?.code === "E_NO_CORPUS");
    expect(told).toHaveLength(1);
  });

  test("never shows the words of an unknown error", async () => {
    stage.start({ app: { ask: () => Promise.reject(new Error("at /srv/secret")) } });
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("哪年？");
    expect((await chat.nextBotMessage()).text).toBe("出了点问题，没能完成，请稍后再试。");
  });

  test("declines what is too long or has no words", async () => {
    const { app, asked } = answering(makeExtractive());
    stage.start({ app });
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says("问".repeat(4_001));
    expect((await chat.nextBotMessage()).text).toBe("问题太长了，请缩短一些。");
    await ann.in(chat).uploads({ name: "photo.jpg", bytes: new Uint8Array(3) });
    expect((await chat.nextBotMessage()).text).toMatch(/^我只看得懂文字/u);
    await ann.in(chat).says("/ask");
    expect((await chat.nextBotMessage()).text).toBe("请写下您的问题。");
    expect(asked).toEqual([]);
  });

  test("answers questions of one chat in order, of two chats side by side", async () => {
    const gates = new Map<string, () => void>();
    const begun: string[] = [];
    const ask = async ({ question }: AskRequest): Promise<Answer> => {
      begun.push(question);
      if (question === "慢") await new Promise<void>((open) => gates.set(question, open));
      return makeExtractive([makeCitation({ text: `答${question}。` })]);
    };
    stage.start({ app: { ask } });
    const [ann, bob] = [stage.telegram.user(), stage.telegram.user()];
    const [annChat, bobChat] = [stage.telegram.privateChat(ann), stage.telegram.privateChat(bob)];
    await ann.in(annChat).says("慢");
    await ann.in(annChat).says("后");
    await bob.in(bobChat).says("旁");
    expect((await bobChat.nextBotMessage()).text).toContain("答旁。");
    expect(begun).not.toContain("后");
    gates.get("慢")?.();
    expect((await annChat.nextBotMessage()).text).toContain("答慢。");
    expect((await annChat.nextBotMessage()).text).toContain("答后。");
  });
});

describe("a group", () => {
  function openGroup(kind: "supergroup" | "forum" = "supergroup") {
    const ann = stage.telegram.user({ firstName: "Ann" });
    const bob = stage.telegram.user({ firstName: "Bob" });
    const topics = kind === "forum" ? ["公告", "新闻"] : [];
    const group = stage.telegram.group({
      title: "编辑部",
      members: [ann, bob],
      kind,
      botStatus: "administrator",
      ...(kind === "forum" ? { topics } : {}),
    });
    return { ann, bob, group };
  }

  test("answers a mention, /ask@us and a reply, and nothing else", async () => {
    const { app, asked } = answering(makeExtractive());
    stage.start({ app });
    const { ann, bob, group } = openGroup();
    await bob.in(group).says("大家早上好");
    await bob.in(group).says("/ask@other_bot 哪年开馆？");
    await bob.in(group).says("@wenju_test_bot_dev 哪年开馆？");
    await ann.in(group).says("@Wenju_Test_Bot 哪年开馆？");
    const first = await group.nextBotMessage();
    await ann.in(group).says("/ask@wenju_test_bot 有多少藏品？");
    await group.nextBotMessage();
    await bob.in(group).repliesTo(first, "谁主持的？");
    await group.nextBotMessage();
    const statement = await bob.in(group).says("馆长是谁？");
    await ann.in(group).repliesTo(statement, "/ask");
    await group.nextBotMessage();
    await stage.telegram.idle();

    expect(asked.map(({ question }) => question)).toEqual([
      "哪年开馆？",
      "有多少藏品？",
      "谁主持的？",
      "馆长是谁？",
    ]);
    expect(asked.map(({ history }) => history?.length)).toEqual([0, 0, 2, 0]);
    expect(group.botMessages).toHaveLength(4);
  });

  test("keeps nothing of what is not meant for it", async () => {
    stage.start();
    const { ann, group } = openGroup();
    await ann.in(group).says("大家早上好");
    await stage.telegram.idle();
    expect(group.botMessages).toEqual([]);
    expect(await stage.operations.inbox.pending()).toEqual([]);
    expect(await stage.operations.inbox.accept(stage.telegram.updates[0]!)).toBe(true);
    await stage.operations.inbox.markHandled(stage.telegram.updates[0]!.update_id);
  });

  test("answers a question that gets its mention within a minute, and no later edit", async () => {
    const { app, asked } = answering(makeExtractive());
    stage.start({ app });
    const { ann, group } = openGroup();
    const message = await ann.in(group).says("哪年开馆？");
    await ann.in(group).edits(message, "/ask 哪年开馆？");
    const answer = await group.nextBotMessage();
    expect(answer.reply_to_message?.message_id).toBe(message.message_id);

    const late = await ann.in(group).says("有多少藏品？");
    stage.telegram.clock.advance(61_000);
    await ann.in(group).edits(late, "/ask 有多少藏品？");
    await stage.telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test("answers in the topic it is asked in", async () => {
    stage.start();
    const { ann, group } = openGroup("forum");
    await ann.in(group, { topic: "新闻" }).says("/ask 哪年开馆？");
    const inTopic = await group.nextBotMessage();
    expect(inTopic.message_thread_id).toBe(group.threadId("新闻"));
    await ann.in(group).says("/ask 哪年开馆？");
    const inGeneral = await group.nextBotMessage();
    expect(inGeneral.is_topic_message).toBe(undefined);
  });

  test("answers beside a topic that was deleted meanwhile", async () => {
    const { ann, group } = openGroup("forum");
    const ask = async () => {
      group.deletesTopic("新闻");
      return makeExtractive();
    };
    stage.start({ app: { ask } });
    await ann.in(group, { topic: "新闻" }).says("/ask 哪年开馆？");
    expect((await group.nextBotMessage()).text).toContain("1985年5月18日开馆");
  });
});
