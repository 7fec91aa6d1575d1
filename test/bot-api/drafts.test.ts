import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi({ stopsClock: true });
  ann = telegram.user();
  chat = telegram.privateChat(ann);
});
afterEach(async () => {
  await telegram.close();
  telegram.assertClean();
});

const draft = (text: string, options: object = {}): Promise<Envelope> =>
  callMethod(telegram, "sendMessageDraft", { chat_id: chat.id, draft_id: 7, text, ...options });
const send = (text: string): Promise<Envelope> =>
  callMethod(telegram, "sendMessage", { chat_id: chat.id, text });

describe("a draft", () => {
  test("is shown in its latest form and is no message", async () => {
    expect(await draft("")).toMatchObject({ result: true });
    expect(chat.transcript()).toBe("… draft 7: Thinking…");
    await draft("Leave is", { can_stop: true, entities: [{ type: "bold", offset: 0, length: 5 }] });
    expect(chat.transcript()).toBe("… draft 7: **Leave** is [ Stop ]");
    expect((await chat.nextDraft()).text).toBe("");
    expect((await chat.nextDraft()).text).toBe("Leave is");
    expect(chat.messages).toEqual([]);
    expect(chat.history()).toBe("… draft 7: Thinking…\n… draft 7: **Leave** is [ Stop ]");
  });

  test("goes after 30 seconds, and with any message of the bot", async () => {
    await draft("one");
    telegram.clock.advance(29_000);
    await draft("two");
    telegram.clock.advance(29_000);
    expect(chat.draft?.text).toBe("two");
    telegram.clock.advance(2000);
    expect(chat.draft).toBeUndefined();
    await draft("three");
    await send("final");
    expect(chat.draft).toBeUndefined();
    expect(chat.drafts.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  test("stops when the user presses Stop, once, and the bot is told", async () => {
    await draft("Leave", { can_stop: true });
    ann.stops(chat.draft);
    expect(chat.draft).toBeUndefined();
    expect(telegram.updates.at(-1)!.stopped_message_generation).toEqual({
      chat: chat.chat,
      draft_id: 7,
    });
    expect(() => ann.stops()).toThrow("Expected a draft to stop");
    expect(chat.history()).toContain("… draft 7 is stopped");
  });

  test("stays on the screen after Stop where the bot asked for it", async () => {
    await draft("Leave", { can_stop: true, keep_on_stop: true });
    ann.stops();
    expect(chat.draft?.text).toBe("Leave");
    expect(() => ann.stops()).toThrow("to have a Stop button");
  });

  test("has no Stop button unless the bot asked for one", async () => {
    await draft("Leave");
    expect(() => ann.stops()).toThrow("Expected draft 7 to have a Stop button.");
  });

  test.each([
    [{ draft_id: 0 }, "Bad Request: RANDOM_ID_INVALID"],
    [{ chat_id: 99 }, "Bad Request: chat not found"],
  ])("is refused: %j", async (options, description) => {
    expect(await draft("a", options)).toMatchObject({ status: 400, description });
  });

  test("is refused outside of private chats", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    expect(await draft("a", { chat_id: group.id })).toMatchObject({
      status: 400,
      description: "Bad Request: TEXTDRAFT_PEER_INVALID",
    });
  });

  test("is refused for a while after 20 within five seconds", async () => {
    for (let n = 1; n <= 20; n += 1) await draft(`frame ${n}`);
    const refused = await draft("one too many");
    expect(refused).toMatchObject({ status: 429 });
    telegram.clock.advance(refused.parameters!["retry_after"]! * 1000);
    expect(await draft("again")).toMatchObject({ ok: true });
  });
});
