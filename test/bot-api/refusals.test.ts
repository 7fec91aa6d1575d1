/**
 * What the server refuses, in its words. Which behaviour is shown where, in the order in which a bot
 * may meet them (no file named: here):
 *
 * | behaviour | shown under |
 * |---|---|
 * | 401 revoked, malformed token | “the token” |
 * | 404 unknown method | “the method” |
 * | 409 second poller, poll beside a webhook, webhook set during a poll | `delivery.test.ts`, “getUpdates” |
 * | 429 flood, and its growth | `faults.test.ts`, “fault”, “flood limits” |
 * | 400 unknown chat, empty id | “the chat” |
 * | 403 blocked, deleted account, never started, another bot | “the chat” |
 * | 403 kicked, not a member | “the chat” |
 * | 400 upgraded group | “the chat” |
 * | 400 no right to write, no write access | “the chat” |
 * | 400 bad topic | “the chat”, `groups.test.ts` |
 * | 400 empty text, too long text, caption or bytes | “the text” |
 * | 400 unchanged edit | “the message” |
 * | 400 wrong message id to edit, delete, reply to, react to | “the message” |
 * | 400 message not ours, too old | “the message” |
 * | 400 HTML, MarkdownV2, Markdown that do not parse; unknown parse_mode | “the text”, `parse-mode/parse-markup.test.ts` |
 * | 400 entities beyond the text, inside a symbol | “the text”, `formatted-text.test.ts` |
 * | 400 callback_data of 0 or over 64 bytes, button without action, markup that is no JSON | “the keyboard” |
 * | 400 query answered late or twice | “the query”, `inline-mode.test.ts` |
 * | 400 over 50 inline results; bad results, offset, start_parameter | “the query”, `inline-mode.test.ts` |
 * | 400 quote that is not in the message | “the message” |
 * | 400 draft outside of private chats; 429 too many | `drafts.test.ts` |
 * | 400 file too big, bad id | `speaker.test.ts`, “a file” |
 * | 400 upload missing, empty; 413 too large | “the upload” |
 * | 400 webhook that is not https, on another port, inside; its secret | “the webhook” |
 * | silent: allowed_updates remembered, default set, short polls held, 24 h | `delivery.test.ts`, `speaker.test.ts` |
 * | silent: old messages under taps are inaccessible | `speaker.test.ts` |
 * | silent: own messages are not told, privacy mode | `groups.test.ts` |
 * | silent: white space trimmed, entities moved, dropped and found | `formatted-text.test.ts` |
 * | silent: webhook order, redelivery, Retry-After, 410 | `webhook.test.ts` |
 */

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
const bold = (offset: number, length: number) => ({ type: "bold", offset, length });
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

describe("the token, once revoked,", () => {
  test("is refused for every method, and the poll that was held ends", async () => {
    const held = call("getUpdates", { timeout: 30 });
    await telegram.polled();
    telegram.revokesToken();
    expect(refusal(await held)).toBe("401 Unauthorized");
    expect(refusal(await call("getMe"))).toBe("401 Unauthorized");
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

  test("is refused once the user's account is deleted", async () => {
    ann.deletesAccount();
    expect(refusal(await send("a"))).toBe("403 Forbidden: user is deactivated");
  });

  test("is refused when it is another bot", async () => {
    const bot = telegram.user({ isBot: true });
    expect(refusal(await send("a", { chat_id: bot.id }))).toBe(
      "403 Forbidden: the bot can't send messages to the bot",
    );
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
    const args = { chat_id: group.id, text: "a", document: "x", photo: "x" };
    const refused = async (method: string, names: readonly (keyof typeof args)[]) =>
      refusal(await call(method, Object.fromEntries(names.map((name) => [name, args[name]]))));
    expect(await refused("sendMessage", ["chat_id", "text"])).toBe(
      "400 Bad Request: not enough rights to send text messages to the chat",
    );
    expect(await refused("sendDocument", ["chat_id", "document"])).toBe(
      "400 Bad Request: not enough rights to send documents to the chat",
    );
    expect(await refused("sendPhoto", ["chat_id", "photo"])).toBe(
      "400 Bad Request: not enough rights to send photos to the chat",
    );
    group.shutsBotOut(true);
    expect(await refused("sendMessage", ["chat_id", "text"])).toBe(
      "400 Bad Request: have no write access to the chat",
    );
    group.shutsBotOut(false);
    expect(await send("a", { chat_id: group.id })).toMatchObject({ ok: true });
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

  test("is refused as a caption over 1024 characters", async () => {
    const document = (await ann.in(chat).uploads({ name: "a.txt", sizeBytes: 1 })).document!;
    const sendFile = (caption: string) =>
      call("sendDocument", { chat_id: chat.id, document: document.file_id, caption });
    expect(refusal(await sendFile("a".repeat(1025)))).toBe(
      "400 Bad Request: message caption is too long",
    );
    expect(await sendFile("a".repeat(1024))).toMatchObject({ ok: true });
  });

  test.each([
    [bold(1, 9), "entity begins in a middle of a UTF-16 symbol at byte offset 4"],
    [
      bold(0, 1),
      "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
    ],
    [
      bold(0, 9),
      "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ],
    [bold(3, 1), "entity begins after the end of the text at UTF-16 offset 3"],
  ])("is refused with the entity %j", async (entity, reason) => {
    expect(refusal(await send("😀", { entities: [entity] }))).toBe(`400 Bad Request: ${reason}`);
    telegram.assertClean();
  });

  test.each([
    ["HTML", "<p>", `can't parse entities: Unsupported start tag "p" at byte offset 0`],
    ["MarkdownV2", "*a", "can't parse entities: Can't find end of Bold entity at byte offset 0"],
    [
      "Markdown",
      "*a",
      "can't parse entities: Can't find end of the entity starting at byte offset 0",
    ],
    ["reST", "a", "unsupported parse_mode"],
  ])("is refused where it is no %s: %s", async (parse_mode, text, reason) => {
    expect(refusal(await send(text, { parse_mode }))).toBe(`400 Bad Request: ${reason}`);
  });

  test("may be formatted by parse_mode", async () => {
    await send("<b>28</b> days", { parse_mode: "HTML" });
    expect(chat.transcript()).toBe("#1 bot: **28** days");
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

describe("the upload", () => {
  const upload = async (method: string, part: string, bytes: Uint8Array): Promise<string> => {
    const form = new FormData();
    form.set("chat_id", String(chat.id));
    form.set(part, new Blob([new Uint8Array(bytes)]), "a.txt");
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: "POST",
      body: form,
    });
    return response.text();
  };

  test.each(["document", "photo"])("is refused where the %s is missing or empty", async (part) => {
    const method = part === "photo" ? "sendPhoto" : "sendDocument";
    const missing = `400 Bad Request: there is no ${part} in the request`;
    expect(refusal(await call(method, { chat_id: chat.id }))).toBe(missing);
    expect(refusal(await call(method, { chat_id: chat.id, [part]: "attach://x" }))).toBe(missing);
    expect(await upload(method, part, Buffer.alloc(0))).toContain("file must be non-empty");
    expect(await upload(method, part, Buffer.from("a"))).toContain(`"ok":true`);
  });

  test("is refused over 50 MB", async () => {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, {
      method: "POST",
      body: Buffer.alloc(50 * 1024 * 1024 + 1),
    });
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 413,
      description: "Request Entity Too Large",
    });
  });
});

describe("the webhook", () => {
  test.each([
    [{ url: "http://a.example" }, "bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://a.example:9000" },
      "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ],
    [{ url: "https://127.0.0.1:8443/x" }, "bad webhook: IP address 127.0.0.1 is reserved"],
    [{ url: "http://127.0.0.1:8080/x" }, "bad webhook: An HTTPS URL must be provided for webhook"],
    [
      { url: "https://a.example", secret_token: "a b" },
      "secret token contains unallowed characters",
    ],
  ])("is refused: %j", async (options, reason) => {
    expect(refusal(await call("setWebhook", options))).toBe(`400 Bad Request: ${reason}`);
  });
});
