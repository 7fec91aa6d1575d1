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

const bold = (offset: number, length: number) => ({ type: "bold", offset, length });

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
