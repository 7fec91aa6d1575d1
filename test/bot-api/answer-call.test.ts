import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod, type Envelope } from "./call-method.ts";
import type { FakeTelegram } from "./fake-telegram.ts";
import { openPrivateChat } from "./open-private-chat.ts";
import { refusal } from "./refusal.ts";

let telegram: FakeTelegram;
let call: (method: string, args?: object) => Promise<Envelope>;
let send: (text: string, options?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, call, send } = await openPrivateChat());
});
afterEach(() => telegram.close());

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
