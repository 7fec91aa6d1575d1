import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Envelope } from "../call-method.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "../fake-telegram.ts";
import { openPrivateChat } from "../open-private-chat.ts";
import { refusal } from "../refusal.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;
let call: (method: string, args?: object) => Promise<Envelope>;
let send: (text: string, options?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, ann, chat, call, send } = await openPrivateChat());
});
afterEach(() => telegram.close());

const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });

describe("the message", () => {
  test.each([
    ["editMessageText", { text: "b" }, "message to edit not found"],
    ["editMessageCaption", { caption: "b" }, "message to edit not found"],
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

  test("has a caption to edit only where it is no text", async () => {
    await send("words");
    const edit = (id: number, caption: string) =>
      call("editMessageCaption", { chat_id: chat.id, message_id: id, caption });
    expect(refusal(await edit(1, "new"))).toBe(
      "400 Bad Request: there is no caption in the message to edit",
    );
    const { document } = await ann.in(chat).uploads({ name: "a.txt", bytes: Buffer.from("a") });
    const file = { chat_id: chat.id, document: document?.file_id, caption: "old" };
    await call("sendDocument", file);
    const [{ message_id: id } = { message_id: 0 }] = chat.botMessages.slice(-1);
    expect(refusal(await edit(id, "old"))).toMatch(/message is not modified/u);
    expect(await edit(id, "new")).toMatchObject({ ok: true });
    expect(chat.message(id)?.caption).toBe("new");
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
