import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi();
  ann = telegram.user();
  chat = telegram.privateChat(ann);
});
afterEach(() => telegram.close());

const call = (method: string, args: object = {}): Promise<Envelope> =>
  callMethod(telegram, method, args);
const send = (text: string, options: object = {}): Promise<Envelope> =>
  call("sendMessage", { chat_id: chat.id, text, ...options });
const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });

/** What was refused, as one line. */
function refusal({ status, ok, error_code, description }: Envelope): string {
  expect(ok).toBe(false);
  expect(error_code).toBe(status);
  return `${status} ${description}`;
}

describe("the token", () => {
  test.each([
    ["8000000002:AASomebodyElsesTokenOfTheRightShape00", "401 Unauthorized"],
    ["nonsense", "401 Unauthorized: invalid token specified"],
  ])("is refused when it is %s", async (token, expected) => {
    const answer = await callMethod({ apiRoot: telegram.apiRoot, token }, "getMe");
    expect(refusal(answer)).toBe(expected);
  });
});

describe("the method", () => {
  test("is refused when nobody knows it", async () => {
    expect(refusal(await call("sendNothing"))).toBe("404 Not Found: method not found");
    telegram.assertClean();
  });

  test("may be written in any casing", async () => {
    expect(await call("GETME")).toMatchObject({ ok: true, result: telegram.bot });
  });

  test("is a violation when Telegram knows it and the fake does not", async () => {
    expect(refusal(await call("sendDice", { chat_id: 1 }))).toMatch(/^501 /u);
    expect(refusal(await send("a", { message_effect_id: "1" }))).toMatch(/^501 /u);
    expect(telegram.violations.map(({ detail }) => detail)).toEqual([
      "sendDice",
      "sendMessage.message_effect_id",
    ]);
  });

  test("is a violation when its arguments break the schema", async () => {
    expect(refusal(await send("a", { parsemode: "HTML" }))).toContain("(parsemode)");
    expect(() => telegram.assertClean()).toThrow("request breaks the schema: sendMessage: /");
  });
});

describe("the chat", () => {
  test.each([
    [{ chat_id: 99 }, "400 Bad Request: chat not found"],
    [{ chat_id: "@nobody" }, "400 Bad Request: chat not found"],
    [{ chat_id: "" }, "400 Bad Request: chat_id is empty"],
    [{ chat_id: undefined }, "400 Bad Request: chat_id is empty"],
  ])("is refused when it is %j", async (chatId, expected) => {
    expect(refusal(await send("a", chatId))).toBe(expected);
  });

  test("is found by its number in digits", async () => {
    expect(await send("a", { chat_id: String(chat.id) })).toMatchObject({ ok: true });
  });

  test("is refused when the user never started the bot", async () => {
    const stranger = telegram.user();
    expect(refusal(await send("a", { chat_id: stranger.id }))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
  });

  test("is refused while the user blocks the bot", async () => {
    ann.blocks();
    expect(refusal(await send("a"))).toBe("403 Forbidden: bot was blocked by the user");
    ann.unblocks();
    expect(await send("a")).toMatchObject({ ok: true });
  });

  test.each(["group", "supergroup"] as const)("is refused after a kick from a %s", async (kind) => {
    const group = telegram.group({ title: "Team", members: [ann], kind });
    group.kicksBot(ann);
    expect(refusal(await send("a", { chat_id: group.id }))).toBe(
      `403 Forbidden: bot was kicked from the ${kind} chat`,
    );
  });

  test("is refused after the bot left", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    expect(await call("leaveChat", { chat_id: group.id })).toMatchObject({ result: true });
    expect(refusal(await send("a", { chat_id: group.id }))).toBe(
      "403 Forbidden: bot is not a member of the supergroup chat",
    );
  });

  test("names its successor once it was upgraded", async () => {
    const group = telegram.group({ title: "Team", members: [ann], kind: "group" });
    const next = group.migrates(ann);
    const answer = await send("a", { chat_id: group.id });
    expect(refusal(answer)).toBe("400 Bad Request: group chat was upgraded to a supergroup chat");
    expect(answer.parameters).toEqual({ migrate_to_chat_id: next.id });
  });

  test("is refused where the bot may not write", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    group.allowsBotToWrite(false);
    expect(refusal(await send("a", { chat_id: group.id }))).toBe(
      "400 Bad Request: not enough rights to send text messages to the chat",
    );
  });

  test.each([1, 77])("has no thread %i", async (threadId) => {
    const forum = telegram.group({ title: "Team", members: [ann], topics: ["Leave"] });
    const options = { chat_id: forum.id, message_thread_id: threadId };
    expect(refusal(await send("a", options))).toBe("400 Bad Request: message thread not found");
  });
});

describe("the text", () => {
  test.each([
    ["", "message text is empty"],
    [" \n ", "text must be non-empty"],
    ["a".repeat(4097), "message is too long"],
    ["a".repeat(32_769), "text is too long"],
  ])("is refused", async (text, reason) => {
    expect(refusal(await send(text))).toBe(`400 Bad Request: ${reason}`);
  });

  test("is refused where it is missing", async () => {
    expect(refusal(await call("sendMessage", { chat_id: chat.id }))).toBe(
      "400 Bad Request: message text is empty",
    );
  });

  test("breaks a rule of the test when it is too long or has too many entities", async () => {
    await send("a".repeat(4097));
    const entities = Array.from({ length: 101 }, (_, offset) => ({
      type: "bold",
      offset,
      length: 1,
    }));
    expect(await send("a".repeat(101), { entities })).toMatchObject({ ok: true });
    expect(telegram.violations.map(({ kind }) => kind)).toEqual([
      "text too long",
      "too many entities",
    ]);
  });

  test("is refused with an entity outside it", async () => {
    const entities = [{ type: "bold", offset: 1, length: 9 }];
    expect(refusal(await send("😀", { entities }))).toBe(
      "400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4",
    );
    telegram.assertClean();
  });
});

describe("the message", () => {
  test.each([
    ["editMessageText", { text: "b" }, "message to edit not found"],
    ["editMessageReplyMarkup", {}, "message to edit not found"],
    ["deleteMessage", {}, "message to delete not found"],
    ["setMessageReaction", { reaction: [] }, "message to react not found"],
  ])("is missing to %s", async (method, options, reason) => {
    const answer = await call(method, { chat_id: chat.id, message_id: 99, ...options });
    expect(refusal(answer)).toBe(`400 Bad Request: ${reason}`);
  });

  test("is missing to reply to, unless the reply is optional", async () => {
    expect(refusal(await send("a", { reply_parameters: { message_id: 99 } }))).toBe(
      "400 Bad Request: message to be replied not found",
    );
    const optional = { message_id: 99, allow_sending_without_reply: true };
    expect(await send("a", { reply_parameters: optional })).toMatchObject({ ok: true });
  });

  test("is refused when an edit changes nothing", async () => {
    const markup = keyboard({ text: "A", callback_data: "a" });
    await send("same", markup);
    const edit = (text: string, options: object = {}) =>
      call("editMessageText", { chat_id: chat.id, message_id: 1, text, ...options });
    expect(refusal(await edit(" same ", markup))).toBe(
      "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
    expect(await edit("same")).toMatchObject({ ok: true });
    expect(chat.message(1)?.reply_markup).toBeUndefined();
  });

  test("of somebody else is refused to be edited", async () => {
    const { message_id } = await ann.in(chat).says("mine");
    const answer = await call("editMessageText", { chat_id: chat.id, message_id, text: "yours" });
    expect(refusal(answer)).toBe("400 Bad Request: message can't be edited");
  });

  test("is refused to be deleted when it is somebody else's in a group or two days old", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    const { message_id } = await ann.in(group).says("mine");
    const foreign = await call("deleteMessage", { chat_id: group.id, message_id });
    expect(refusal(foreign)).toBe("400 Bad Request: message can't be deleted");
    await send("old");
    telegram.clock.advance(49 * 60 * 60 * 1000);
    const old = await call("deleteMessage", { chat_id: chat.id, message_id: 1 });
    expect(refusal(old)).toBe("400 Bad Request: message can't be deleted");
  });

  test("quotes only what stands in the message it answers", async () => {
    await send("Leave is 28 days.");
    const reply = (quote: string) => send("a", { reply_parameters: { message_id: 1, quote } });
    expect(refusal(await reply("30 days"))).toBe("400 Bad Request: QUOTE_TEXT_INVALID");
    expect(await reply("28 days")).toMatchObject({
      result: { quote: { text: "28 days", position: 9 } },
    });
  });
});

describe("the keyboard", () => {
  test.each([
    [keyboard({ text: "A", callback_data: "" }), "BUTTON_DATA_INVALID"],
    [keyboard({ text: "A", callback_data: "文".repeat(22) }), "BUTTON_DATA_INVALID"],
    [
      keyboard({ text: "A" }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ reply_markup: "buttons" }, "can't parse reply keyboard markup JSON object"],
  ])("is refused: %j", async (markup, reason) => {
    expect(refusal(await send("a", markup))).toBe(`400 Bad Request: ${reason}`);
    telegram.assertClean();
  });

  test("may hold 64 bytes behind a button", async () => {
    const markup = keyboard({ text: "A", callback_data: "a".repeat(64) });
    expect(await send("a", markup)).toMatchObject({ ok: true });
  });
});

describe("the query", () => {
  const tooOld =
    "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
  const answerQuery = (id: string) => call("answerCallbackQuery", { callback_query_id: id });
  const lastQueryId = (): string => telegram.updates.at(-1)!.callback_query!.id;

  test("is refused when unknown", async () => {
    expect(refusal(await answerQuery("7"))).toBe(tooOld);
  });

  test("is answered once", async () => {
    await send("a", keyboard({ text: "A", callback_data: "a" }));
    const answered = ann.in(chat).taps(chat.message(1)!, "A");
    expect(await answerQuery(lastQueryId())).toMatchObject({ result: true });
    expect(refusal(await answerQuery(lastQueryId()))).toBe(tooOld);
    await expect(answered).resolves.toEqual({});
    telegram.assertClean();
  });

  test("is refused after 15 seconds and then fails the test", async () => {
    await send("a", keyboard({ text: "A", callback_data: "a" }));
    const answered = ann.in(chat).taps(chat.message(1)!, "A");
    telegram.clock.advance(15_001);
    await expect(answered).rejects.toThrow("did not answer in time: “A” under message 1");
    expect(refusal(await answerQuery(lastQueryId()))).toBe(tooOld);
    expect(() => telegram.assertClean()).toThrow("callback query never answered: “A”");
  });

  test("of the inline kind takes 50 results", async () => {
    const asked = ann.inline("leave");
    const results = Array.from({ length: 51 }, (_, place) => ({
      type: "article",
      id: String(place),
      title: "Leave",
      input_message_content: { message_text: "28 days" },
    }));
    const answer = (count: number) =>
      call("answerInlineQuery", {
        inline_query_id: telegram.updates.at(-1)!.inline_query!.id,
        results: results.slice(0, count),
      });
    expect(refusal(await answer(51))).toBe(
      "400 Bad Request: too many inline query results specified",
    );
    expect(await answer(50)).toMatchObject({ result: true });
    expect((await asked).results).toHaveLength(50);
  });
});

describe("the webhook", () => {
  test.each([
    [{ url: "http://a.example" }, "bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://a.example", secret_token: "a b" },
      "secret token contains unallowed characters",
    ],
  ])("is refused: %j", async (options, reason) => {
    expect(refusal(await call("setWebhook", options))).toBe(`400 Bad Request: ${reason}`);
  });
});
