import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../bot/app.ts";
import { locateSentence } from "../../../corpus/locate-sentence.ts";
import { RetrievalError } from "../../../retrieval/errors.ts";
import { makeCitation, makeExtractive } from "./make-answer.ts";
import { makeDocument } from "./make-place.ts";
import { openStage, type Stage } from "./open-stage.ts";

const document = makeDocument([
  "本馆筹建于1980年。",
  "市博物馆于1985年5月18日开馆。",
  "首任馆长是王明。",
]);
const cited = document.articles[0]!.sentences[1]!;
const answer = makeExtractive([makeCitation({ sentenceId: cited.id, text: cited.text })]);

/** Serves the document, or nothing. */
function serving(isServed: boolean): Partial<App> {
  return {
    ask: async () => answer,
    locate: async (id, neighbours) =>
      isServed ? locateSentence(document, id, neighbours) : undefined,
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
  test("shows the sentence in its place in a private chat", async () => {
    stage.start({ app: serving(true) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    const source = await chat.nextBotMessage();
    expect(source.reply_to_message?.message_id).toBe(shown.message_id);
    expect(chat.transcript()).toMatchInlineSnapshot(`
      "#1 Ann: 哪年开馆？
      #2 bot ↩#1: ▌市博物馆于1985年5月18日开馆。
        [[1]](https://t.me/wenju_test_bot?start=s_0123456789abcdef-000000000001) 博物馆四十年 · 2024-03-05
        [ 📖 1 ]
      #3 bot ↩#2: **📖 博物馆四十年**
        2024/museum.txt · 2024-03-05
        
        本馆筹建于1980年。
        
        ▌市博物馆于1985年5月18日开馆。
        
        首任馆长是王明。"
    `);
  });

  test("tells where else the sentence stands", async () => {
    const alsoIn = [
      { sentenceId: "fedcba9876543210-000000000007", documentId: "b", path: "b.txt" },
    ];
    const citation = makeCitation({ sentenceId: cited.id, text: cited.text, alsoIn });
    stage.start({ app: { ...serving(true), ask: async () => makeExtractive([citation]) } });
    const { ann, chat, shown } = await askInPrivate();
    expect(shown.text).toContain("另见 1 处");
    await ann.in(chat).taps(shown, "📖 1");
    const { text, entities } = await chat.nextBotMessage();
    expect(text).toMatch(/这句话另见：\n· b\.txt$/u);
    const link = entities?.find(({ type }) => type === "text_link");
    expect(link).toMatchObject({ url: expect.stringContaining(alsoIn[0]!.sentenceId) });
  });

  test("leads from a group to the private chat", async () => {
    stage.start({ app: serving(true) });
    const { ann, group, shown } = await askInGroup();
    const { url } = await ann.in(group).taps(shown, "📖 1");
    expect(url).toBe(`https://t.me/wenju_test_bot?start=s_${cited.id}`);
    expect(group.botMessages).toHaveLength(1);
  });

  test("shows the stored quote where the source has changed", async () => {
    stage.start({ app: serving(false) });
    const { ann, chat, shown } = await askInPrivate();
    await ann.in(chat).taps(shown, "📖 1");
    const { text } = await chat.nextBotMessage();
    expect(text).toContain("来源已更新");
    expect(text).toContain(cited.text);
  });

  test("says in a group that the source has changed", async () => {
    stage.start({ app: serving(false) });
    const { ann, group, shown } = await askInGroup();
    expect(await ann.in(group).taps(shown, "📖 1")).toMatchObject({
      text: "这句原文已不在现在的文档里。",
      show_alert: true,
    });
  });

  test("is answered even where the corpus cannot be read", async () => {
    const error = new RetrievalError("E_STORE_UNREACHABLE", "internal words");
    const app = { ...serving(true), locate: () => Promise.reject(error) };
    stage.start({ app });
    const { ann, chat, shown } = await askInPrivate();
    const { text } = await ann.in(chat).taps(shown, "📖 1");
    expect(text).toMatch(/^暂时读不到文档库/u);
  });
});

describe("a deep link", () => {
  test("opens the sentence", async () => {
    stage.start({ app: serving(true) });
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says(`/start s_${cited.id}`);
    const { text, entities } = await chat.nextBotMessage();
    const quote = entities?.find(({ type }) => type === "blockquote");
    expect(text?.slice(quote?.offset, quote!.offset + quote!.length)).toBe(cited.text);
  });

  test("says kindly that the sentence is gone", async () => {
    stage.start({ app: serving(false) });
    const ann = stage.telegram.user({ languageCode: "en" });
    const chat = stage.telegram.privateChat(ann);
    await ann.in(chat).says(`/start s_${cited.id}`);
    expect((await chat.nextBotMessage()).text).toBe("This sentence is no longer in the documents.");
  });
});
