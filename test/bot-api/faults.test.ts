import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi({ stopsClock: true });
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

describe("a slow answer", () => {
  test("is the true one, byte by byte", async () => {
    telegram.fault({ method: "sendMessage", status: "slow" });
    expect(await send("a")).toMatchObject({ ok: true, result: { text: "a" } });
    expect(chat.transcript()).toBe("#1 bot: a");
    expect(telegram.calls.at(-1)!.outcome).toEqual({ kind: "done" });
  });

  test("can be given up by a client that has had enough, its effect done", async () => {
    telegram.fault({ method: "sendMessage", status: "slow", dripEveryMs: 1000 });
    const impatient = new AbortController();
    const { token, apiRoot } = telegram;
    const response = await fetch(`${apiRoot}/bot${token}/sendMessage?chat_id=${chat.id}&text=a`, {
      signal: impatient.signal,
    });
    impatient.abort();
    await expect(response.text()).rejects.toThrow("aborted");
    expect(chat.transcript()).toBe("#1 bot: a");
  });

  test("may break off in its middle", async () => {
    telegram.fault({ method: "sendMessage", status: "torn" });
    await expect(send("a")).rejects.toThrow("terminated");
    expect(chat.transcript()).toBe("#1 bot: a");
  });
});

describe("a refusal that is lost on its way", () => {
  test("binds the bot only when it has read another one", async () => {
    const limited = await openFakeBotApi({ stopsClock: true, groupMessagesPerMinute: 1 });
    const group = limited.group({ title: "读报", members: [limited.user()] });
    const write = () => callMethod(limited, "sendMessage", { chat_id: group.id, text: "a" });
    await write();
    limited.fault({ method: "sendMessage", status: "torn" });
    await expect(write()).rejects.toThrow("terminated");
    expect(await write()).toMatchObject({ status: 429 });
    limited.assertClean();
    await write();
    expect(() => limited.assertClean()).toThrow("call within retry_after");
    await limited.close();
  });
});

describe("faults by share", () => {
  test("hit the same calls for the same seed, until they are cleared", async () => {
    const pattern = async (seed: number): Promise<string> => {
      telegram.fault({ method: "sendMessage", status: 500, share: 0.3, seed });
      const statuses: number[] = [];
      for (let n = 0; n < 20; n += 1) statuses.push((await send(`${n}`)).status);
      telegram.clearFaults();
      return statuses.map((status) => (status === 500 ? "x" : ".")).join("");
    };
    const first = await pattern(3);
    expect(first).toContain("x");
    expect(first).toContain(".");
    expect(await pattern(3)).toBe(first);
    expect(await pattern(4)).not.toBe(first);
    expect((await send("a")).status).toBe(200);
  });
});

describe("flood limits", () => {
  test("make the wait longer for one who calls on during it", async () => {
    telegram.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 10 });
    await send("a");
    expect((await send("b")).parameters).toEqual({ retry_after: 20 });
    telegram.clock.advance(10_000);
    expect((await send("c")).parameters).toEqual({ retry_after: 20 });
    expect(telegram.violations).toHaveLength(2);
  });

  test("forgive calls that were on their way, where a test wants it", async () => {
    const lenient = await openFakeBotApi({ floodGraceMs: 60_000 });
    const { id } = lenient.privateChat(lenient.user());
    const post = () => callMethod(lenient, "sendMessage", { chat_id: id, text: "a" });
    lenient.fault({ method: "sendMessage", status: 429, retryAfterSeconds: 10 });
    const answers = await Promise.all([post(), post()]);
    expect(answers.map((answer) => answer.parameters)).toEqual([
      { retry_after: 10 },
      { retry_after: 10 },
    ]);
    await lenient.close();
    lenient.assertClean();
  });

  test("close a method that names no chat", async () => {
    const answer = () => callMethod(telegram, "answerCallbackQuery", { callback_query_id: "1" });
    telegram.fault({ method: "answerCallbackQuery", status: 429, retryAfterSeconds: 5 });
    await answer();
    expect((await send("a")).status).toBe(200);
    expect((await answer()).status).toBe(429);
    expect(() => telegram.assertClean()).toThrow("answerCallbackQuery to answerCallbackQuery");
  });

  test("let so many messages and edits into a group within a minute, where a test wants it", async () => {
    const strict = await openFakeBotApi({ groupMessagesPerMinute: 20, stopsClock: true });
    const group = strict.group({ title: "Team", members: [strict.user()] });
    const post = (method: string, options: object) =>
      callMethod(strict, method, { chat_id: group.id, ...options });
    for (let n = 0; n < 19; n += 1) await post("sendMessage", { text: `${n}` });
    await post("editMessageText", { message_id: 2, text: "changed" });
    const refused = await post("sendMessage", { text: "too many" });
    expect(refused.status).toBe(429);
    strict.clock.advance(60_000);
    expect((await post("sendMessage", { text: "again" })).status).toBe(200);
    await strict.close();
    strict.assertClean();
  });
});

describe("an outage", () => {
  test("refuses connections until the server is back on its port", async () => {
    await telegram.goesOffline();
    const refused: unknown = await send("a").catch((error: Error) => error.cause);
    expect(refused).toMatchObject({ code: "ECONNREFUSED" });
    await telegram.goesOnline();
    expect(await send("a")).toMatchObject({ ok: true });
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
