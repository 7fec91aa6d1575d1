import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FindRequest } from "../../../bot/app.ts";
import type { FoundSentences } from "../../../prompts/answering/find-sentences.ts";
import { askNoCorpus } from "./fake-app.ts";
import { makeCitation, makeExtractive } from "./make-answer.ts";
import { makePlace } from "./make-place.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const sentence =
  "市博物馆于1985年5月18日开馆，此后每年接待观众超过一百万人次，其中半数以上是来自全省各地的中小学生和带队前来的他们的老师。";
const found: FoundSentences = {
  isAnswered: true,
  citations: [
    makeCitation({ text: sentence }),
    makeCitation({
      n: 2,
      sentenceId: "0123456789abcdef-000000000002",
      text: "馆内有藏品约12万件。",
    }),
  ],
};

function finding(result: FoundSentences = found) {
  const asked: FindRequest[] = [];
  const find = async (request: FindRequest): Promise<FoundSentences> => {
    asked.push(request);
    return result;
  };
  return { asked, app: { find } };
}

describe("an inline query", () => {
  test("offers sentences word for word, each with its source and a way to ask about it", async () => {
    const { app, asked } = finding();
    stage.start({ app });
    const ann = stage.telegram.user({ firstName: "Ann" });
    const answer = await ann.inline("博物馆哪年开馆");
    expect(asked).toMatchObject([{ question: "博物馆哪年开馆", scope: undefined }]);
    expect(answer).toMatchObject({ cache_time: 30, is_personal: false });
    expect(answer.results).toHaveLength(2);
    expect(answer.results[0]).toEqual({
      type: "article",
      id: "0123456789abcdef-000000000001",
      title: `${sentence.slice(0, 59)}…`,
      description: "博物馆四十年 · 2024-03-05",
      input_message_content: {
        message_text: `${sentence}\n📖 博物馆四十年 · 2024-03-05`,
        entities: [
          { type: "blockquote", offset: 0, length: sentence.length },
          {
            type: "text_link",
            offset: sentence.length + 1,
            length: "📖 博物馆四十年 · 2024-03-05".length,
            url: "https://t.me/wenju_test_bot?start=s_0123456789abcdef-000000000001",
          },
        ],
        link_preview_options: { is_disabled: true },
      },
      reply_markup: {
        inline_keyboard: [
          [
            {
              text: "💬 就这句提问",
              url: "https://t.me/wenju_test_bot?start=a_0123456789abcdef-000000000001",
            },
          ],
        ],
      },
    });
  });

  test("marks the nearest sentences where none answers, in the reader's language", async () => {
    stage.start({ app: finding({ ...found, isAnswered: false }).app });
    const answer = await stage.telegram.user({ languageCode: "en" }).inline("when?");
    expect(answer.results[0]).toMatchObject({
      description: "nearest · 博物馆四十年 · 2024-03-05",
      input_message_content: {
        message_text: expect.stringMatching(/^The nearest sentences:\n市博物馆/u) as unknown,
      },
    });
  });

  test("asks nothing where nothing is typed, and says where nothing is found", async () => {
    const { app, asked } = finding({ isAnswered: false, citations: [] });
    stage.start({ app });
    const ann = stage.telegram.user();
    expect(await ann.inline("  ")).toMatchObject({
      results: [],
      button: { text: "输入问题，查找原文；或在私聊里提问", start_parameter: "ask" },
    });
    expect(asked).toEqual([]);
    expect(await ann.inline("火星")).toMatchObject({
      results: [],
      button: { text: "没有找到相关原文，点此在私聊里提问", start_parameter: "ask" },
    });
    expect(asked).toHaveLength(1);
  });

  test("finds nothing for people who are not allowed, and keeps answers to those who are", async () => {
    const { app, asked } = finding();
    const { telegram } = stage;
    const ann = telegram.user();
    const li = telegram.user();
    const stranger = telegram.user();
    stage.start({ app, adminIds: [li.id], allowedChats: [ann.id] });
    expect((await stranger.inline("博物馆")).results).toEqual([]);
    expect(asked).toEqual([]);
    for (const who of [ann, li]) {
      const answer = await who.inline("博物馆");
      expect(answer.results).toHaveLength(2);
      expect(answer.is_personal).toBe(true);
    }
  });

  test("looks where the person's private chat is bound to", async () => {
    const { app, asked } = finding();
    const li = stage.telegram.user();
    await stage.operations.scopes.set({ chatId: li.id }, ["财经"], li.id);
    stage.start({ app });
    expect((await li.inline("大桥")).is_personal).toBe(true);
    expect(asked).toMatchObject([{ scope: ["财经"] }]);
  });

  test("is answered, and not remembered, where the search fails", async () => {
    stage.start({ app: { find: askNoCorpus } });
    const answer = await stage.telegram.user().inline("博物馆");
    expect(answer).toMatchObject({ results: [], cache_time: 0 });
  });

  test("is answered in time where the search is slow", async () => {
    stage.start({ app: { find: () => new Promise(() => undefined) }, timing: { inlineMs: 20 } });
    const answer = await stage.telegram.user().inline("博物馆");
    expect(answer).toMatchObject({
      results: [],
      cache_time: 0,
      button: { text: "暂时查不了，点此在私聊里提问" },
    });
  });

  test("posts the quote as everybody sees it, and leads to the private chat", async () => {
    const { telegram } = stage;
    const ann = telegram.user({ firstName: "Ann" });
    const group = telegram.group({ title: "编辑部", members: [ann] });
    stage.start({ app: finding().app });
    const shown = await ann.inline("藏品", { in: group });
    await shown.picks(1);
    expect(group.transcript()).toMatchInlineSnapshot(`
      "#2 Ann (via bot): ▌馆内有藏品约12万件。
        [📖 博物馆四十年 · 2024-03-05](https://t.me/wenju_test_bot?start=s_0123456789abcdef-000000000002)
        [ 💬 就这句提问 ↗ ]"
    `);
    const chat = telegram.privateChat(ann);
    await shown.pressesButton();
    expect((await chat.nextBotMessage()).text).toMatch(/^你好，我是问据/u);
  });

  test("leaves out what fits into no message", async () => {
    const long = makeCitation({ text: "长".repeat(3_900) });
    stage.start({ app: finding({ isAnswered: true, citations: [long] }).app });
    expect((await stage.telegram.user().inline("长")).results).toEqual([]);
  });

  test("gives up for somebody who types on", async () => {
    const { telegram } = stage;
    const ann = telegram.user();
    const seen: string[] = [];
    stage.start({
      app: {
        find: async ({ question, signal }) => {
          seen.push(question);
          if (question === "博") {
            await new Promise((_, reject) => {
              signal?.addEventListener("abort", () => reject(new Error("typed on")));
            });
          }
          return found;
        },
      },
    });
    const first = ann.inline("博").catch((error: unknown) => error);
    while (seen.length === 0) await new Promise(setImmediate);
    expect((await ann.inline("博物馆")).results).toHaveLength(2);
    await telegram.idle({ quietMs: 50 });
    telegram.clock.advance(60_000);
    expect(await first).toBeInstanceOf(Error);
    const answered = telegram.calls.filter(({ method }) => method === "answerInlineQuery");
    expect(answered).toHaveLength(1);
  });
});

describe("the button under a posted sentence", () => {
  test("opens it in the private chat, where a reply asks about it", async () => {
    const { telegram } = stage;
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    const place = makePlace(["前一句。", "他修了一座桥。", "后一句。"], 1, 1);
    const histories: unknown[] = [];
    stage.start({
      app: {
        locate: async () => place,
        ask: async ({ history }) => {
          histories.push(history);
          return makeExtractive();
        },
      },
    });
    await ann.in(chat).says(`/start a_${place.sentence.id}`);
    const shown = await chat.nextBotMessage();
    expect(shown.text).toContain(place.sentence.text);
    expect(shown.text).toMatch(/想就这句话提问，请回复这条消息。$/u);
    await ann.in(chat).repliesTo(shown, "后来呢？");
    await chat.nextBotMessage();
    expect(histories).toEqual([[["bot", place.sentence.text]]]);
  });
});
