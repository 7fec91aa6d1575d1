import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi();
  chat = telegram.privateChat(telegram.user());
});
afterEach(() => telegram.close());

const send = (text: string): Promise<Envelope> =>
  callMethod(telegram, "sendMessage", { chat_id: chat.id, text });

describe("fault", () => {
  test("refuses a call with retry_after until that time is over", async () => {
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 20 });
    const refused = {
      status: 429,
      description: "Too Many Requests: retry after 20",
      parameters: { retry_after: 20 },
    };
    expect(await send("a")).toMatchObject(refused);
    telegram.clock.advance(20_000);
    expect(await send("a")).toMatchObject({ ok: true });
    telegram.assertClean();
  });

  test("refuses every call to that chat within retry_after, and reports it", async () => {
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 20 });
    await send("a");
    const action = { chat_id: chat.id, action: "typing" };
    expect(await callMethod(telegram, "sendChatAction", action)).toMatchObject({ status: 429 });
    const other = telegram.privateChat(telegram.user());
    const elsewhere = { chat_id: other.id, text: "a" };
    expect(await callMethod(telegram, "sendMessage", elsewhere)).toMatchObject({ ok: true });
    expect(() => telegram.assertClean()).toThrow("call within retry_after: sendChatAction");
  });

  test("hits as many calls of the chat as it was told", async () => {
    const other = telegram.privateChat(telegram.user());
    telegram.fault({ method: "*", chatId: chat.id, times: 2, status: 502 });
    expect(
      await callMethod(telegram, "sendMessage", { chat_id: other.id, text: "a" }),
    ).toMatchObject({ ok: true });
    expect(await send("a")).toMatchObject({ status: 502, description: "Bad Gateway" });
    expect(await send("a")).toMatchObject({ status: 502 });
    expect(await send("a")).toMatchObject({ ok: true });
    expect(telegram.calls.map(({ outcome }) => outcome?.kind)).toEqual([
      "done",
      "faulted",
      "faulted",
      "done",
    ]);
  });

  test("loses an answer before or after the call took effect", async () => {
    telegram.fault({ method: "sendMessage", status: "lost" });
    await expect(send("a")).rejects.toThrow("fetch failed");
    expect(chat.messages).toHaveLength(0);
    telegram.fault({ method: "sendMessage", status: "lost", afterEffect: true });
    await expect(send("b")).rejects.toThrow("fetch failed");
    expect(chat.transcript()).toBe("#1 bot: b");
  });

  test("answers with a body that is no JSON", async () => {
    telegram.fault({ method: "sendMessage", status: 200, body: "<html>" });
    await expect(send("a")).rejects.toThrow(SyntaxError);
  });

  test("answers in the words it was told", async () => {
    telegram.fault({ method: "sendMessage", status: 400, description: "Bad Request: odd" });
    expect(await send("a")).toMatchObject({ status: 400, description: "Bad Request: odd" });
  });
});

describe("checkLogs", () => {
  test("reports the token and its secret half", () => {
    const secret = telegram.token.split(":")[1]!;
    telegram.checkLogs("nothing to see");
    expect(telegram.violations).toEqual([]);
    telegram.checkLogs(`started\nGET /bot${telegram.token}/getMe`);
    telegram.checkLogs(secret);
    expect(() => telegram.assertClean()).toThrow(
      "- token in the logs: line 2\n- token in the logs: line 1",
    );
  });
});
