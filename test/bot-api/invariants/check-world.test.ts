import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "../call-method.ts";
import { openFakeBotApi } from "../fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "../fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi();
  ann = telegram.user();
  chat = telegram.privateChat(ann);
});
afterEach(() => telegram.close());

const call = (method: string, args: object): Promise<Envelope> =>
  callMethod(telegram, method, { chat_id: chat.id, ...args });
const quote = (text: string) => ({
  text,
  entities: [{ type: "blockquote", offset: 0, length: text.length }],
});
const reply = (message_id: number) => ({ reply_parameters: { message_id } });
const clean = () => telegram.assertClean();

describe("a quote", () => {
  test("is a stored sentence, byte for byte, in messages, edits, drafts and inline results", async () => {
    telegram.knownSentences((sentence) => sentence === "Leave is 28 days.");
    await call("sendMessage", quote("Leave is 28 days."));
    expect(clean).not.toThrow();
    await call("editMessageText", { message_id: 1, ...quote("Leave is 28 days") });
    await call("editMessageText", { message_id: 1, ...quote("Leave is 28 days.") });
    await call("sendMessageDraft", { draft_id: 7, ...quote("Leave  is") });
    const asked = ann.inline("leave");
    const { text: message_text, entities } = quote("Leave was 28 days.");
    await callMethod(telegram, "answerInlineQuery", {
      inline_query_id: telegram.updates[0]!.inline_query!.id,
      results: [
        {
          type: "article",
          id: "1",
          title: "Leave",
          input_message_content: { message_text, entities },
        },
      ],
    });
    await (await asked).picks();
    expect(clean).toThrow(
      [
        `- quote is no stored sentence: "Leave is 28 days" in message 1 in chat ${chat.id}`,
        `- quote is no stored sentence: "Leave was 28 days." in message 2 in chat ${chat.id}`,
        `- quote is no stored sentence: "Leave  is" in draft 7 in chat ${chat.id}`,
      ].join("\n"),
    );
  });
});

describe("a number", () => {
  test("has its source in what stands and in every finished version", async () => {
    await call("sendMessage", { text: "Leave is 28 days [1]" });
    expect(clean).not.toThrow();
    const url = "https://t.me/wenju_test_bot?start=s_1";
    const link = { type: "text_link", offset: 17, length: 3, url };
    const unfinished = { text: "Leave is 28 days [1]", entities: [link] };
    await call("editMessageText", { message_id: 1, ...unfinished });
    expect(clean).toThrow(`number without its source: [1] in message 1 in chat ${chat.id}`);
    await call("editMessageText", {
      message_id: 1,
      text: "Leave is 28 days [1]\n\n[1] Policy\n28 days",
      entities: [link, { type: "blockquote", offset: 33, length: 7 }],
    });
    expect(clean).not.toThrow();
  });
});

describe("a question", () => {
  test("has one answer, unless the test expects more", async () => {
    const question = await ann.in(chat).says("How long is leave?");
    await call("sendMessage", { text: "Searching…", ...reply(question.message_id) });
    await call("editMessageText", { message_id: 2, text: "28 days" });
    expect(clean).not.toThrow();
    await call("sendMessage", { text: "28 days, again", ...reply(question.message_id) });
    expect(clean).toThrow(`question answered twice: message 1 in chat ${chat.id}, by #2, #3`);
    await call("deleteMessage", { message_id: 2 });
    expect(clean).not.toThrow();
    await call("sendMessage", { text: "more", ...reply(question.message_id) });
    telegram.expectsSeveralAnswers(({ text }) => text === "How long is leave?");
    expect(clean).not.toThrow();
  });

  test("is none when the bot answers itself", async () => {
    await call("sendMessage", { text: "28 days" });
    await call("sendMessage", { text: "Source 1", ...reply(1) });
    await call("sendMessage", { text: "Source 2", ...reply(1) });
    expect(clean).not.toThrow();
  });
});
