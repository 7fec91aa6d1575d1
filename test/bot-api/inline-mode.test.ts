import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi({ guestMode: true });
  ann = telegram.user();
  chat = telegram.privateChat(ann);
});
afterEach(async () => {
  await telegram.close();
  telegram.assertClean();
});

const article = (id: string, options: object = {}) => ({
  type: "article",
  id,
  title: "Leave",
  input_message_content: { message_text: `answer ${id}` },
  ...options,
});
const buttons = (label: string) => ({
  reply_markup: { inline_keyboard: [[{ text: label, callback_data: "ask" }]] },
});
const lastQuery = () => telegram.updates.findLast((update) => update.inline_query)!.inline_query!;
const answer = (results: readonly object[], options: object = {}): Promise<Envelope> =>
  callMethod(telegram, "answerInlineQuery", {
    inline_query_id: lastQuery().id,
    results,
    ...options,
  });

describe("an inline query", () => {
  test("tells where it was typed, at most 256 characters of it", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    void ann.inline("假".repeat(300), { in: group, offset: "10" });
    expect(lastQuery()).toMatchObject({
      query: "假".repeat(256),
      offset: "10",
      chat_type: "supergroup",
      from: ann.user,
    });
    await answer([]);
    void ann.inline("leave");
    expect(lastQuery().chat_type).toBe("sender");
    await answer([]);
  });

  test("fails the test when it is not answered within 15 seconds", async () => {
    const asked = ann.inline("leave");
    telegram.clock.advance(15_001);
    await expect(asked).rejects.toThrow("did not answer in time: the inline query “leave” of Ann");
    expect(await answer([])).toMatchObject({
      description:
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    });
  });

  test("is not put to the bot again while Telegram keeps the answer", async () => {
    const ask = async (user: FakeUser, answered: Promise<unknown> | undefined) => {
      const shown = user.inline("leave", { in: chat });
      await answered;
      return (await shown).results.length;
    };
    const asks = () => telegram.updates.filter((update) => update.inline_query).length;
    const first = ann.inline("leave");
    await answer([article("1")], { cache_time: 60, is_personal: true });
    await first;
    expect(await ask(ann, undefined)).toBe(1);
    expect(asks()).toBe(1);
    const bob = telegram.user();
    const others = bob.inline("leave", { in: chat });
    await answer([], { cache_time: 0 });
    await others;
    expect(asks()).toBe(2);
    telegram.clock.advance(60_000);
    const later = ann.inline("leave");
    await answer([]);
    await later;
    expect(asks()).toBe(3);
  });

  test.each([
    [[article("")], {}, "RESULT_ID_EMPTY"],
    [[article("文".repeat(22))], {}, "RESULT_ID_INVALID"],
    [[article("1"), article("1")], {}, "RESULT_ID_DUPLICATE"],
    [[article("1", { title: "" })], {}, "ARTICLE_TITLE_EMPTY"],
    [[], { next_offset: "a".repeat(65) }, "NEXT_OFFSET_INVALID"],
    [
      [],
      { button: { text: "Ask", start_parameter: "a b" } },
      "unallowed characters in start_parameter are used",
    ],
  ])("is not answered with %j %j", async (results, options, reason) => {
    const asked = ann.inline("leave");
    expect(await answer(results, options)).toMatchObject({
      status: 400,
      description: `Bad Request: ${reason}`,
    });
    await answer([]);
    await asked;
  });

  test("leads to the private chat by the button above the results", async () => {
    const asked = ann.inline("leave");
    await answer([], { button: { text: "Ask in private", start_parameter: "ask_1" } });
    await (await asked).pressesButton();
    expect(chat.transcript()).toBe("#1 Ann: /start ask_1");
  });
});

describe("a picked result", () => {
  test("is sent through the bot, told, seen by it, tapped and edited by its own id", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    const asked = ann.inline("leave", { in: group });
    await answer([article("1", buttons("Ask about this")), article("2")]);
    const message = await (await asked).picks();
    const chosen = telegram.updates.at(-1)!.chosen_inline_result!;
    expect(chosen).toMatchObject({ result_id: "1", query: "leave", from: ann.user });
    expect(telegram.updates.at(-2)!.message?.via_bot?.id).toBe(telegram.bot.id);

    const tapped = ann.in(group).taps("Ask about this");
    const query = telegram.updates.at(-1)!.callback_query!;
    expect(query.inline_message_id).toBe(chosen.inline_message_id);
    expect(query.message).toBeUndefined();
    await callMethod(telegram, "answerCallbackQuery", { callback_query_id: query.id, text: "ok" });
    await tapped;

    const edit = { inline_message_id: chosen.inline_message_id, text: "28 days" };
    expect(await callMethod(telegram, "editMessageText", edit)).toMatchObject({ result: true });
    expect((await group.nextEdit(message)).text).toBe("28 days");
    expect(group.transcript()).toBe(
      "#2 Ann (via bot) (edited): 28 days\n  Ann taps Ask about this → “ok”",
    );
    const byChat = { chat_id: group.id, message_id: message.message_id, text: "x" };
    expect(await callMethod(telegram, "editMessageText", byChat)).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
  });

  test("without buttons cannot be edited, and may be sent where the bot is not", async () => {
    const outside = telegram.group({ title: "Else", members: [ann], botStatus: "outside" });
    const asked = ann.inline("leave", { in: outside });
    await answer([article("1", buttons("Ask")), article("2")]);
    const shown = await asked;
    await shown.picks(1);
    expect(telegram.updates.at(-1)!.chosen_inline_result).not.toHaveProperty("inline_message_id");
    await shown.picks(shown.results[0]);
    expect(telegram.updates.filter((update) => update.message)).toEqual([]);
    const id = telegram.updates.at(-1)!.chosen_inline_result!.inline_message_id;
    const edit = (inline_message_id: string | undefined) =>
      callMethod(telegram, "editMessageReplyMarkup", { inline_message_id });
    expect(await edit(id)).toMatchObject({ result: true });
    expect(await edit("unknown")).toMatchObject({ description: "Bad Request: MESSAGE_ID_INVALID" });
    expect(await edit(undefined)).toMatchObject({
      description: "Bad Request: message identifier is not specified",
    });
  });
});

describe("a guest question", () => {
  test("reaches the bot where it is no member, and is answered with one message it may edit", async () => {
    const outside = telegram.group({ title: "Else", members: [ann], botStatus: "outside" });
    await ann.in(outside).says("not for you");
    await ann.in(outside).says("@wenju_test_bot how long is leave?");
    expect(telegram.updates).toHaveLength(1);
    const guest_query_id = telegram.updates[0]!.guest_message!.guest_query_id!;
    const answerGuest = () =>
      callMethod(telegram, "answerGuestQuery", { guest_query_id, result: article("1") });
    const { result } = await answerGuest();
    expect(await answerGuest()).toMatchObject({ status: 400 });
    await callMethod(telegram, "editMessageText", { ...Object(result), text: "28 days" });
    expect(outside.transcript().split("\n").at(-1)).toBe("#4 bot ↩#3 (edited): 28 days");
    expect(outside.messages.at(-1)!.guest_bot_caller_user).toEqual(ann.user);
    const send = { chat_id: outside.id, text: "more" };
    expect(await callMethod(telegram, "sendMessage", send)).toMatchObject({ status: 403 });
  });
});
