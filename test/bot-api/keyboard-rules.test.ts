import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Envelope } from "./call-method.ts";
import type { FakeTelegram } from "./fake-telegram.ts";
import { openPrivateChat } from "./open-private-chat.ts";
import { refusal } from "./refusal.ts";

let telegram: FakeTelegram;
let send: (text: string, options?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, send } = await openPrivateChat());
});
afterEach(() => telegram.close());

const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });

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
