import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Envelope } from "../call-method.ts";
import type { FakeChat, FakeTelegram } from "../fake-telegram.ts";
import { openPrivateChat } from "../open-private-chat.ts";
import { refusal } from "../refusal.ts";

let telegram: FakeTelegram;
let chat: FakeChat;
let call: (method: string, args?: object) => Promise<Envelope>;

beforeEach(async () => {
  ({ telegram, chat, call } = await openPrivateChat());
});
afterEach(() => telegram.close());

describe("the upload", () => {
  const upload = async (method: string, part: string, bytes: Uint8Array): Promise<string> => {
    const form = new FormData();
    form.set("chat_id", String(chat.id));
    form.set(part, new Blob([new Uint8Array(bytes)]), "a.txt");
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: "POST",
      body: form,
    });
    return response.text();
  };

  test.each(["document", "photo"])("is refused where the %s is missing or empty", async (part) => {
    const method = part === "photo" ? "sendPhoto" : "sendDocument";
    const missing = `400 Bad Request: there is no ${part} in the request`;
    expect(refusal(await call(method, { chat_id: chat.id }))).toBe(missing);
    expect(refusal(await call(method, { chat_id: chat.id, [part]: "attach://x" }))).toBe(missing);
    expect(await upload(method, part, Buffer.alloc(0))).toContain("file must be non-empty");
    expect(await upload(method, part, Buffer.from("a"))).toContain(`"ok":true`);
  });

  test("is refused over 50 MB", async () => {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, {
      method: "POST",
      body: Buffer.alloc(50 * 1024 * 1024 + 1),
    });
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 413,
      description: "Request Entity Too Large",
    });
  });
});
