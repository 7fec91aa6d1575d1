import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../bot/app.ts";
import type { Document } from "../../../corpus/document.ts";
import { locateSentence } from "../../../corpus/locate-sentence.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";
import { makeCitation, makeExtractive } from "./make-answer.ts";
import { makeGeneration } from "./make-load-report.ts";
import { makeDocument } from "./make-place.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const sentences = [
  "本馆筹建于1980年。",
  "市博物馆于1985年5月18日开馆。",
  "首任馆长是王明。",
  ...Array.from({ length: 9 }, (_, at) => `第${at + 1}件藏品是陶器。`),
];
const document = makeDocument(sentences);
const [article] = document.articles;
const cited = article!.sentences[1]!;
const citation = makeCitation({
  sentenceId: cited.id,
  text: cited.text,
  articleId: article!.id,
  before: sentences[0],
  after: sentences[2],
});
const answer = makeExtractive([citation]);

/** Serves the document, or nothing. */
function serving(served: Document | undefined): Partial<App> {
  return {
    ask: async () => answer,
    locate: async (id, neighbours) => served && locateSentence(served, id, neighbours),
    generations: async () => [
      makeGeneration({ number: 7, publishedAt: new Date("2024-03-06T08:30:00Z") }),
    ],
    documents: async (path) => (served?.path === path && served !== undefined ? [served] : []),
  };
}

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function askInPrivate() {
  const ann = stage.telegram.user();
  const chat = stage.telegram.privateChat(ann);
  await ann.in(chat).says("哪年开馆？");
  return { ann, chat, shown: await chat.nextBotMessage() };
}

async function askInGroup() {
  const ann = stage.telegram.user();
  const group = stage.telegram.group({ title: "编辑部", members: [ann] });
  await ann.in(group).says("/ask 哪年开馆？");
  return { ann, group, shown: await group.nextBotMessage() };
}

describe("a source button", () => {
  test("shows the sentence in its place, in the place of the answer, and back", async () => {
    stage.start({ app: serving(document) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    await chat.nextEdit(shown);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1 (edited): **📖 博物馆四十年**
        2024/museum.txt · 2024-03-05（原文所载：2024年3月5日） · 第1–5句，共12句
        
        本馆筹建于1980年。
        
        ▌市博物馆于1985年5月18日开馆。
        
        首任馆长是王明。第1件藏品是陶器。第2件藏品是陶器。
        [ 后文 › ]
        [ 文档 ] [ ✕ 返回回答 ]"
    `);
    await ann.in(chat).taps(shown, "✕ 返回回答");
    const { edit_date: _edited, ...restored } = await chat.nextEdit(shown);
    expect(restored).toEqual(shown);
    expect(chat.botMessages).toHaveLength(1);
  });

  test("turns the pages of the article, and shows its document", async () => {
    stage.start({ app: serving(document) });
    const { ann, chat, shown } = await askInPrivate();
    const tap = async (label: string) => {
      await ann.in(chat).taps(shown, label);
      return chat.nextEdit(shown);
    };
    await tap("📖 1");
    await tap("后文 ›");
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1 (edited): **📖 博物馆四十年**
        2024/museum.txt · 2024-03-05（原文所载：2024年3月5日） · 第6–12句，共12句
        
        第3件藏品是陶器。第4件藏品是陶器。第5件藏品是陶器。第6件藏品是陶器。第7件藏品是陶器。第8件藏品是陶器。第9件藏品是陶器。
        [ ‹ 前文 ]
        [ 📖 引文 ] [ 文档 ] [ ✕ 返回回答 ]"
    `);
    expect((await tap("📖 引文")).text).toContain(cited.text);
    await tap("后文 ›");
    expect((await tap("‹ 前文")).text).toContain(cited.text);
    await tap("文档");
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1 (edited): **📄 2024/museum.txt**
        1 篇文章 · 12 句
        
        **▸ 博物馆四十年**
        　2024-03-05（原文所载：2024年3月5日） · 12 句
        [ 📖 引文 ] [ ✕ 返回回答 ]"
    `);
    await tap("📖 引文");
    const { edit_date: _edited, ...restored } = await tap("✕ 返回回答");
    expect(restored).toEqual(shown);
  });

  test("works after a restart", async () => {
    const running = stage.start({ app: serving(document) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    await chat.nextEdit(shown);
    await running.stop();
    stage.start({ app: serving(document) });
    await ann.in(chat).taps(shown, "后文 ›");
    expect((await chat.nextEdit(shown)).text).toContain("第9件藏品是陶器。");
    await ann.in(chat).taps(shown, "✕ 返回回答");
    expect((await chat.nextEdit(shown)).text).toBe(shown.text);
  });

  test("tells where else the sentence stands", async () => {
    const alsoIn = [
      { sentenceId: "fedcba9876543210-000000000007", documentId: "b", path: "b.txt" },
    ];
    const copied = makeCitation({ sentenceId: cited.id, text: cited.text, alsoIn });
    stage.start({ app: { ...serving(document), ask: async () => makeExtractive([copied]) } });
    const { ann, chat, shown } = await askInPrivate();
    expect(shown.text).toContain("另见 1 处");
    await ann.in(chat).taps(shown, "📖 1");
    const { text, entities } = await chat.nextEdit(shown);
    expect(text).toMatch(/这句话另见：\n· b\.txt$/u);
    const link = entities?.find(({ type }) => type === "text_link");
    expect(link).toMatchObject({ url: expect.stringContaining(alsoIn[0]!.sentenceId) });
  });

  test("opens beside the answer where that can no longer be changed", async () => {
    stage.start({ app: serving(document) });
    const { ann, chat, shown } = await askInPrivate();
    const description = "Bad Request: message can't be edited";
    stage.telegram.fault({ method: "editMessageText", status: 400, description });
    await ann.in(chat).taps(shown, "📖 1");
    expect((await chat.nextBotMessage()).text).toContain(cited.text);
  });

  test("shows the stored quote where the sentence is gone", async () => {
    stage.start({ app: serving(undefined) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    await chat.nextEdit(shown);
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1 (edited): **📖 博物馆四十年**
        2024/museum.txt · 2024-03-05（原文所载：2024年3月5日）
        
        回答依据第 7 版文档（2024-03-06）。
        来源已更新，现在的文档里没有这句话了。回答时的原文是：
        
        本馆筹建于1980年。
        
        ▌市博物馆于1985年5月18日开馆。
        
        首任馆长是王明。
        [ 文档 ] [ ✕ 返回回答 ]"
    `);
    await ann.in(chat).taps(shown, "文档");
    expect((await chat.nextEdit(shown)).text).toBe("这个文档已经不在文档库里了。");
  });

  test("shows where the sentence stands now, where its article has changed", async () => {
    const changed = {
      ...document,
      articles: [
        {
          ...article!,
          id: "0123456789abcdef-bbbbbbbbbbbb",
          sentences: [cited, ...article!.sentences.slice(5)],
        },
      ],
    };
    stage.start({ app: serving(changed) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    const { text } = await chat.nextEdit(shown);
    expect(text).toContain("来源已更新；这句话仍在");
    expect(text).toContain(cited.text);
    expect(text).toContain("第3件藏品");
    expect(text).not.toContain("首任馆长");
  });

  test("is answered even where the corpus cannot be read", async () => {
    const error = new RetrievalError("E_STORE_UNREACHABLE", "internal words");
    const app = { ...serving(document), locate: () => Promise.reject(error) };
    stage.start({ app });
    const { ann, chat, shown } = await askInPrivate();
    const { text } = await ann.in(chat).taps(shown, "📖 1");
    expect(text).toMatch(/^暂时读不到文档库/u);
  });

  test("leads from a group to the private chat, and from there back to the group", async () => {
    stage.start({ app: serving(document) });
    const { ann, group, shown } = await askInGroup();
    const { url } = await ann.in(group).taps(shown, "📖 1");
    expect(url).toMatch(/^https:\/\/t\.me\/wenju_test_bot\?start=c_[\w-]{12}_1_/u);
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says(`/start ${url!.split("start=")[1]}`);
    const reader = await chat.nextBotMessage();
    expect(reader.text).toContain(cited.text);
    await ann.in(chat).taps(reader, "后文 ›");
    expect((await chat.nextEdit(reader)).text).toContain("第9件");
    await ann.in(chat).taps(reader, "✕ 关闭");
    const { text, entities, reply_markup: buttons } = await chat.nextEdit(reader);
    expect(text).toBe("↩ 回到群里的回答");
    const number = String(group.id).replace("-100", "");
    expect(entities).toMatchObject([{ url: `https://t.me/c/${number}/${shown.message_id}` }]);
    expect(buttons).toBe(undefined);
    expect(group.botMessages).toEqual([shown]);
  });
});

describe("a link behind a number", () => {
  function linkOf(shown: { readonly entities?: readonly object[] }): string {
    const link = shown.entities?.find((entity) => "url" in entity);
    return link !== undefined && "url" in link ? String(link.url).split("start=")[1]! : "";
  }

  test("opens the sentence for whom the answer was forwarded to, and is closed", async () => {
    stage.start({ app: serving(document) });
    const { shown } = await askInPrivate();
    const bob = stage.telegram.user({ firstName: "Bob", languageCode: "en" });
    const chat = stage.telegram.privateChat(bob);
    await bob.in(chat).says(`/start ${linkOf(shown)}`);
    const reader = await chat.nextBotMessage();
    expect(steadyTranscript(chat)).toMatchInlineSnapshot(`
      "#1 Bob: /start c_<answer>_1_0123456789abcdef-000000000001
      #2 bot ↩#1: **📖 博物馆四十年**
        2024/museum.txt · 2024-03-05 (printed: 2024年3月5日) · sentences 1–5 of 12
        
        本馆筹建于1980年。
        
        ▌市博物馆于1985年5月18日开馆。
        
        首任馆长是王明。第1件藏品是陶器。第2件藏品是陶器。
        [ Next › ]
        [ Document ] [ ✕ Close ]"
    `);
    await bob.in(chat).taps(reader, "✕ Close");
    await stage.telegram.idle({ quietMs: 50 });
    expect(chat.botMessages).toEqual([]);
  });

  test("shows the stored quote where the sentence is gone", async () => {
    stage.start({ app: serving(undefined) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).says(`/start ${linkOf(shown)}`);
    const { text } = await chat.nextBotMessage();
    expect(text).toContain("来源已更新");
    expect(text).toContain(cited.text);
  });

  test("still opens the sentence where the answer is no longer kept", async () => {
    stage.start({ app: serving(document) });
    const { ann, chat, shown } = await askInPrivate();
    await stage.operations.history.forget(ann.id);
    await ann.in(chat).says(`/start ${linkOf(shown)}`);
    const reader = await chat.nextBotMessage();
    expect(reader.text).toContain(cited.text);
    await ann.in(chat).taps(reader, "后文 ›");
    expect((await chat.nextEdit(reader)).text).toContain("第9件");
  });

  test("says kindly that the sentence is gone where nothing else is known", async () => {
    stage.start({ app: serving(undefined) });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says(`/start s_${cited.id}`);
    expect((await chat.nextBotMessage()).text).toBe("This sentence is no longer in the documents.");
  });
});

describe("what had no room in an answer", () => {
  const many = Array.from({ length: 12 }, (_, at) =>
    makeCitation({ n: at + 1, text: `第${at + 1}句原文。`, sentenceId: cited.id }),
  );
  const app = { ...serving(document), ask: async () => makeExtractive(many) };

  test("is opened page by page in its place, and back", async () => {
    stage.start({ app });
    const { ann, chat, shown } = await askInPrivate();
    expect(shown.text).toContain("＋7 条");
    const tap = async (label: string) => {
      await ann.in(chat).taps(shown, label);
      return chat.nextEdit(shown);
    };
    expect((await tap("＋7")).text).toContain("第6句原文。");
    const last = await tap("后文 ›");
    expect(last.text).toContain("第12句原文。");
    expect(last.text).not.toContain("＋");
    await tap("📖 12");
    const { edit_date: _edited, ...restored } = await tap("✕ 返回回答");
    expect(restored).toEqual(shown);
  });

  test("leads from a group to the private chat", async () => {
    stage.start({ app });
    const { ann, group, shown } = await askInGroup();
    const { url } = await ann.in(group).taps(shown, "＋7");
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says(`/start ${url!.split("start=")[1]}`);
    const more = await chat.nextBotMessage();
    expect(more.text).toContain("第6句原文。");
    await ann.in(chat).taps(more, "📖 6");
    expect((await chat.nextEdit(more)).text).toContain(cited.text);
    expect(group.botMessages).toEqual([shown]);
  });
});

describe("a button that is none of ours", () => {
  test("is answered kindly", async () => {
    stage.start({ app: serving(document) });
    const { telegram } = stage;
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    const keyboard = { inline_keyboard: [[{ text: "旧按钮", callback_data: "s:forged:1:2:3" }]] };
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: chat.id, text: "旧消息", reply_markup: keyboard }),
    });
    const old = await chat.nextBotMessage();
    expect(await ann.in(chat).taps(old, "旧按钮")).toMatchObject({
      text: "这个按钮已经不能用了，请再问一次。",
      show_alert: true,
    });
  });
});
