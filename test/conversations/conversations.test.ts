/**
 * Eighteen conversations with the whole bot, kept as text (`transcripts/`) and as the pictures of the
 * README (`docs/pictures/`). `npx vitest run test/conversations -u` writes both anew: read the change.
 */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FakeChat } from "../bot-api/fake-telegram.ts";
import { drawChat } from "../bot-api/drawing/draw-chat.ts";
import { openStage, type Stage } from "../bot/telegram/open-stage.ts";
import { steadyTranscript } from "../bot/telegram/steady-transcript.ts";
import { draft, readPrompt } from "../support/read-prompt.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "../support/scripted-openai.ts";
import { type Newsroom, openNewsroom } from "./open-newsroom.ts";

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.app.load({});
});
afterAll(() => newsroom.close());

let stage: Stage;
/** All that may be quoted, word for word. */
let stored: Set<string>;
beforeEach(async () => {
  stage = await openStage();
  stored = await sentencesOf(newsroom.app);
  stage.telegram.knownSentences((sentence) => stored.has(sentence));
});
afterEach(() => stage.close());

async function sentencesOf(app: Newsroom["app"]): Promise<Set<string>> {
  const articles = (await app.documents()).flatMap((document) => document.articles);
  return new Set(articles.flatMap(({ sentences }) => sentences.map(({ text }) => text)));
}

/** How long a load took, and when a question was asked, differs from day to day. */
function steady(text: string): string {
  return text
    .replace(/(用时|took) [\d.]+/gu, "$1 0.4")
    .replace(/(最近一次|您在) \d{4}-\d\d-\d\d(?: \d\d:\d\d UTC)?/gu, "$1 2026-05-18");
}

const says =
  (words: string) =>
  ({ text }: { readonly text?: string }): boolean =>
    text?.includes(words) ?? false;

async function show(name: string, title: string, chat: FakeChat, before = ""): Promise<void> {
  const transcript = steady(`${before}${steadyTranscript(chat)}\n`);
  await expect(transcript).toMatchFileSnapshot(`transcripts/${name}.txt`);
  const ours = new Set(chat.botMessages.map(({ message_id: id }) => id));
  const isOurs = ({ message_id: id }: { readonly message_id: number }) => ours.has(id);
  const picture = steady(drawChat({ title, messages: chat.messages, isOurs }));
  await expect(picture).toMatchFileSnapshot(`../../docs/pictures/${name}.svg`);
}

function openPrivate(options: { readonly languageCode?: string } = { languageCode: "zh-hans" }) {
  const ann = stage.telegram.user({ firstName: "小安", ...options });
  const chat = stage.telegram.privateChat(ann);
  const asks = async (question: string) => {
    const asked = await ann.in(chat).says(question);
    return chat.waitFor(({ reply_to_message: to }) => to?.message_id === asked.message_id, {
      timeoutMs: 50_000,
    });
  };
  return { ann, chat, asks };
}

describe("a conversation", () => {
  test("in a private chat: a question, its source in its place, and back", async () => {
    stage.start({ app: newsroom.app });
    const { ann, chat, asks } = openPrivate();
    const answer = await asks("南昌高新区2025年的地区生产总值是多少？");
    await asks("国家硅基LED工程技术研究中心设在哪里？");
    await ann.in(chat).taps(answer, "📖 1");
    await chat.waitFor(says("📖 千亿之后看高新"));
    await show("private", "私聊 · 点 📖 在原文里看引文", chat);
  });

  test("in a group: silent until it is addressed, then followed up by a reply", async () => {
    stage.start({ app: newsroom.app });
    const { telegram } = stage;
    const ann = telegram.user({ firstName: "小安" });
    const bo = telegram.user({ firstName: "阿博" });
    const group = telegram.group({ title: "读报小组", members: [ann, bo] });
    await ann.in(group).says("今天的报纸看了吗？");
    await bo.in(group).says(`@${telegram.bot.username} 南昌高新区面积多大？`);
    const answer = await group.nextBotMessage();
    await ann.in(group).repliesTo(answer, "常住人口呢？");
    await group.nextBotMessage();
    await show("group", "群聊 · 读报小组", group);
  });

  test("in a topic of a forum, on a part of the documents", async () => {
    const { telegram } = stage;
    const ann = telegram.user({ firstName: "小安" });
    stage.start({ app: newsroom.app, adminIds: [ann.id] });
    const forum = telegram.group({ title: "编辑部", members: [ann], topics: ["科研"] });
    const inTopic = ann.in(forum, { topic: "科研" });
    await inTopic.says("/scope 科研/");
    await forum.nextBotMessage();
    await inTopic.says("/ask 南昌在全球科研城市里排第几？");
    await forum.nextBotMessage();
    await inTopic.says("/ask 青石大桥全长多少米？");
    await forum.nextBotMessage();
    await show("topic", "论坛话题 · 科研", forum);
  });

  test("forwarded: the numbers still lead to their sentences", async () => {
    stage.start({ app: newsroom.app });
    const { ann, asks } = openPrivate();
    const bo = stage.telegram.user({ firstName: "阿博" });
    const answer = await asks("南昌高新区2025年的地区生产总值是多少？");
    const group = stage.telegram.group({ title: "朋友", members: [ann, bo] });
    const forwarded = await ann.in(group).forwards(answer);
    const link = forwarded.entities?.find((entity) => entity.type === "text_link");
    const boChat = stage.telegram.privateChat(bo);
    await bo.opens(link !== undefined && "url" in link ? link.url : "");
    await boChat.nextBotMessage();
    await show("forwarded", "转发以后，编号仍能打开原文", boChat, `${steadyTranscript(group)}\n\n`);
  });

  test("inline: a sentence for any chat", async () => {
    stage.start({ app: newsroom.app });
    const { ann, chat } = openPrivate();
    const shown = await ann.inline("高新区 法律明白人");
    const results = shown.results.map((result) =>
      "title" in result && "description" in result
        ? `· ${result.title}\n  ${result.description}\n`
        : "",
    );
    await shown.picks(0);
    await show("inline", "内联 · 在任何聊天里引用一句", chat, `${results.join("")}\n`);
  });

  test("with a follow-up, and a year that is not there", async () => {
    stage.start({ app: newsroom.app });
    const { chat, asks } = openPrivate();
    await asks("南昌高新区2025年的地区生产总值是多少？");
    await asks("那2023年呢？");
    await asks("2024年呢？");
    await show("follow-up", "追问", chat);
  });

  test("where nothing answers", async () => {
    stage.start({ app: newsroom.app });
    const { chat, asks } = openPrivate();
    await asks("明天会下雨吗？");
    await asks("南昌高新区有多少名环卫工人？");
    await asks("南昌高新区的管委会主任是谁？");
    await show("not-found", "文档里没有，就说没有", chat);
  });

  test("where two sources disagree", async () => {
    stage.start({ app: newsroom.app });
    const { chat, asks } = openPrivate();
    await asks("青石大桥全长多少米？");
    await show("conflict", "两个来源说法不一", chat);
  });

  test("in English", async () => {
    stage.start({ app: newsroom.app });
    const { chat, asks } = openPrivate({ languageCode: "en" });
    await asks("How many tram lines does Nanchang have?");
    await asks("How long is the Qingshi bridge?");
    await show("english", "English questions", chat);
  });

  test("with errors, each told kindly", async () => {
    const empty = await openNewsroom();
    stage.start({ app: empty.app });
    const { ann, chat, asks } = openPrivate();
    await asks("青石大桥全长多少米？");
    await ann.in(chat).says("/weather");
    await chat.waitFor(says("不认识这个命令"));
    await ann.in(chat).sendsSticker();
    await chat.waitFor(says("只看得懂文字"));
    await empty.close();
    await show("error", "出错时", chat);
  });

  test("under a flood limit and a quota", async () => {
    stage.telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 1 });
    stage.start({ app: newsroom.app, settings: { questionsPerUserPerHour: 1 } });
    const { ann, chat, asks } = openPrivate();
    await asks("南昌高新区面积多大？");
    await ann.in(chat).says("常住人口有多少？");
    await chat.waitFor(says("分钟"));
    await show("flood", "限流与每小时的次数", chat);
  });

  test("of an admin who loads the documents again", async () => {
    const own = await openNewsroom();
    await own.app.load({});
    const { ann, chat } = openPrivate();
    stage.start({ app: own.app, adminIds: [ann.id] });
    await own.write({
      "地方/图书馆.txt": "图书馆开馆\n\n2026年3月1日，青石县图书馆新馆开馆，阅览座位1200个。\n",
      "地方/坏文件.pdf": "%PDF-1.7 这不是真正的文件",
    });
    await ann.in(chat).says("/reload");
    await chat.waitFor(says("第 2 版"), { timeoutMs: 50_000 });
    await ann.in(chat).says("青石县图书馆新馆有多少个阅览座位？");
    stored = await sentencesOf(own.app);
    await chat.waitFor(says("1200个"));
    await own.close();
    await show("reload", "管理员重新载入文档", chat);
  });

  test("of an admin who sends a document, and of who waited for it", async () => {
    const own = await openNewsroom();
    // What the bot writes down, and what its corpus does, stand in one database.
    const app = await own.withSettings({ DATABASE_URL: stage.databaseUrl });
    await app.load({});
    const { ann, chat, asks } = openPrivate();
    const admin = stage.telegram.user({ firstName: "老李" });
    const adminChat = stage.telegram.privateChat(admin);
    stage.start({ app, adminIds: [admin.id] });
    // The refusal, and the answer that was wished for.
    stage.telegram.expectsSeveralAnswers(({ chat: { id } }) => id === chat.id);
    const refusal = await asks("青石县图书馆新馆有多少个阅览座位？");
    await ann.in(chat).taps(refusal, "🔔 有答案时告诉我");
    await chat.nextEdit(refusal);
    await admin.in(adminChat).says("/unanswered");
    await adminChat.waitFor(says("阅览座位"));
    const text = "图书馆开馆\n\n2026年3月1日，青石县图书馆新馆开馆，阅览座位1200个。\n";
    const file = { name: "图书馆.txt", bytes: Buffer.from(text), mimeType: "text/plain" };
    await admin.in(adminChat).uploads({ ...file, caption: "地方/" });
    const card = await adminChat.waitFor(says("📥 收到"));
    await admin.in(adminChat).taps(card, "✅ 收入文档");
    await adminChat.waitFor(says("✅ 已收入"), { timeoutMs: 50_000 });
    stored = await sentencesOf(app);
    await chat.waitFor(says("1200个"), { timeoutMs: 50_000 });
    await show("upload", "管理员发来文档", adminChat);
    await show("notify", "有了答案就告诉提问的人", chat);
    await own.close();
  });

  test("of an admin who removes a document", async () => {
    const own = await openNewsroom();
    // What the bot writes down, and what its corpus does, stand in one database.
    const app = await own.withSettings({ DATABASE_URL: stage.databaseUrl });
    await app.load({});
    const { ann, chat } = openPrivate();
    stage.start({ app, adminIds: [ann.id] });
    const tap = async (label: string) => {
      const card = chat.botMessages[0];
      if (card === undefined) throw new Error("Expected a card.");
      await ann.in(chat).taps(card, label);
      return chat.nextEdit(card);
    };
    await ann.in(chat).says("/docs 大桥");
    await chat.nextBotMessage();
    await tap("1");
    await tap("🗑 移除");
    await ann.in(chat).taps(chat.botMessages[0]!, "🗑 移除");
    await chat.waitFor(says("✅ 已移除"), { timeoutMs: 50_000 });
    const asked = await ann.in(chat).says("青石大桥全长多少米？");
    await chat.answerTo(asked);
    await show("docs", "管理员移除一个文档", chat);
    await own.close();
  });

  test("with a vote and its reason", async () => {
    stage.start({ app: newsroom.app });
    const { ann, chat, asks } = openPrivate();
    const answer = await asks("南昌高新区面积多大？");
    await ann.in(chat).taps(answer, "👎");
    await chat.nextEdit(answer);
    await show("feedback", "点 👎 说明原因", chat);
  });
});

describe("a conversation with a model", () => {
  let server: ScriptedOpenAi;
  let goOn: () => void;
  let isHeld: boolean;
  beforeEach(async () => {
    isHeld = false;
    const hold = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    server = await startScriptedOpenAi({
      chat: (request) => {
        const { sentences } = readPrompt(request);
        const whole = draft(sentences.slice(0, 8).map(({ text, n }) => [text, n] as const));
        const half = whole.indexOf("},") + 1;
        async function* pieces() {
          yield whole.slice(0, half);
          if (isHeld) await hold;
          yield whole.slice(half);
        }
        return { kind: "says", pieces: pieces() };
      },
    });
  });
  afterEach(async () => {
    goOn();
    await server.close();
  });

  const withModel = () =>
    newsroom.withSettings({ OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: "scripted" });

  test("that writes a long answer, with more sources than fit", async () => {
    stage.start({ app: await withModel() });
    const { chat, asks } = openPrivate();
    await asks("请介绍一下南昌高新区的产业、人口和面积。");
    await show("long", "长回答 · ＋n 看其余来源", chat);
  });

  test("that is stopped while it writes", async () => {
    isHeld = true;
    stage.start({ app: await withModel(), timing: { progressAfterMs: 0 } });
    const { ann, chat } = openPrivate();
    await ann.in(chat).says("请介绍一下南昌高新区的产业、人口和面积。");
    const shown = await chat.nextBotMessage();
    await chat.waitFor(says("[1]"));
    await ann.in(chat).taps(shown, "⏹ 停止");
    await chat.waitFor(({ reply_markup: buttons }) => JSON.stringify(buttons ?? {}).includes("👍"));
    await show("stop", "写到一半，点停止", chat);
  });
});
