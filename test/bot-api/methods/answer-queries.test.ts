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
    expect(telegram.brokenRules().map(({ kind }) => kind)).toEqual([
      "callback query never answered",
    ]);
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
