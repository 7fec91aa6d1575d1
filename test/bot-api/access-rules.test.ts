import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Envelope } from "./call-method.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";
import { openPrivateChat } from "./open-private-chat.ts";
import { refusal } from "./refusal.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;
let call: (method: string, args?: object) => Promise<Envelope>;
let send: (text: string, options?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, ann, chat, call, send } = await openPrivateChat());
});
afterEach(() => telegram.close());

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
