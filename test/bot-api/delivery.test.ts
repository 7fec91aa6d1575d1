import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { callMethod, type Envelope } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeChat, FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;
let chat: FakeChat;

beforeEach(async () => {
  telegram = await openFakeBotApi();
  ann = telegram.user();
  chat = telegram.privateChat(ann);
});
afterEach(() => telegram.close());

const poll = (options: object = {}): Promise<Envelope> =>
  callMethod(telegram, "getUpdates", options);
const idsSchema = z.array(z.object({ update_id: z.number() }));
const idsOf = (answer: Envelope): readonly number[] =>
  idsSchema.parse(answer.result).map((update) => update.update_id);
const madeIds = (): readonly number[] => telegram.updates.map((update) => update.update_id);

describe("getUpdates", () => {
  test("gives updates until an offset confirms them", async () => {
    await ann.in(chat).says("one");
    await ann.in(chat).says("two");
    expect(idsOf(await poll())).toEqual(madeIds());
    expect(idsOf(await poll({ limit: 1 }))).toEqual(madeIds().slice(0, 1));
    expect(idsOf(await poll({ offset: madeIds()[1] }))).toEqual(madeIds().slice(1));
    expect(idsOf(await poll({ offset: madeIds()[1]! + 1 }))).toEqual([]);
    expect(idsOf(await poll())).toEqual([]);
  });

  test("counts a negative offset from the end", async () => {
    for (const text of ["one", "two", "three"]) await ann.in(chat).says(text);
    expect(idsOf(await poll({ offset: -1 }))).toEqual(madeIds().slice(2));
    expect(idsOf(await poll())).toEqual(madeIds().slice(2));
  });

  test("waits for an update and answers with it at once", async () => {
    const polled = poll({ timeout: 30 });
    await ann.in(chat).says("one");
    expect(idsOf(await polled)).toEqual(madeIds());
  });

  test("answers empty when its timeout is over", async () => {
    expect(idsOf(await poll({ timeout: 0.05 }))).toEqual([]);
  });

  test("keeps allowed_updates until they are named again", async () => {
    await poll({ allowed_updates: ["callback_query"] });
    await ann.in(chat).says("unheard");
    expect(idsOf(await poll())).toEqual([]);
    await poll({ allowed_updates: [] });
    await ann.in(chat).says("heard");
    expect(idsOf(await poll())).toEqual(madeIds().slice(1));
  });

  test("ends the older of two polls", async () => {
    const older = poll({ timeout: 30 });
    await telegram.polled();
    const newer = poll({ timeout: 30 });
    expect(await older).toMatchObject({
      status: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    await ann.in(chat).says("one");
    expect(idsOf(await newer)).toEqual(madeIds());
  });

  test("is refused while a webhook is set, which ends a poll", async () => {
    const older = poll({ timeout: 30 });
    await telegram.polled();
    const url = "https://wenju.example/hook";
    expect(await callMethod(telegram, "setWebhook", { url })).toMatchObject({ ok: true });
    expect(await older).toMatchObject({
      description: "Conflict: terminated by setWebhook request",
    });
    expect(await poll()).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    expect(await callMethod(telegram, "getWebhookInfo")).toMatchObject({ result: { url } });
    await callMethod(telegram, "deleteWebhook");
    expect(await poll()).toMatchObject({ ok: true });
  });

  test("leaves reactions out unless they are asked for by name", async () => {
    const group = telegram.group({ title: "Team", members: [ann], botStatus: "administrator" });
    const message = await ann.in(group).says("hello");
    ann.in(group).reacts(message, "👍");
    const [messageId, reactionId] = madeIds();
    expect(idsOf(await poll())).toEqual([messageId]);
    await poll({ offset: messageId! + 1, allowed_updates: ["message_reaction"] });
    ann.in(group).reacts(message, "👀");
    expect(idsOf(await poll({ offset: messageId! + 1 }))).toEqual([reactionId! + 1]);
  });

  test("forgets updates after a day", async () => {
    await ann.in(chat).says("old");
    telegram.clock.advance(23 * 60 * 60 * 1000);
    await ann.in(chat).says("young");
    telegram.clock.advance(2 * 60 * 60 * 1000);
    expect(idsOf(await poll())).toEqual(madeIds().slice(1));
  });

  test("ends a held poll when the clock is moved past its timeout", async () => {
    const polled = poll({ timeout: 30 });
    await telegram.polled();
    telegram.clock.advance(30_000);
    expect(idsOf(await polled)).toEqual([]);
  });

  test("holds polls that ask for the same again at once, where a test wants that", async () => {
    const strict = await openFakeBotApi({ holdsShortPolls: true, stopsClock: true });
    const bob = strict.user();
    const bobs = strict.privateChat(bob);
    const again = () => callMethod(strict, "getUpdates", { offset: 1 });
    await again();
    const held = again();
    await strict.polled();
    await bob.in(bobs).says("one");
    expect(idsOf(await held)).toHaveLength(1);
    await bob.in(bobs).says("two");
    expect(idsOf(await again())).toHaveLength(1);
    strict.clock.advance(3000);
    expect(idsOf(await again())).toHaveLength(2);
    await strict.close();
  });

  test("goes on for a bot that was killed and started again, from what was not confirmed", async () => {
    const killed = new AbortController();
    const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`;
    const held = fetch(url, { signal: killed.signal });
    await telegram.polled();
    killed.abort();
    await expect(held).rejects.toThrow("aborted");
    await ann.in(chat).says("one");
    await ann.in(chat).says("two");
    const [first, second] = idsOf(await poll({ timeout: 30 }));
    // Handed over, not confirmed: the next life gets them again.
    expect(idsOf(await poll({ timeout: 30 }))).toEqual([first, second]);
    expect(idsOf(await poll({ offset: first! + 1, timeout: 30 }))).toEqual([second]);
  });

  test("gives nothing that deleteWebhook dropped", async () => {
    await ann.in(chat).says("dropped");
    await callMethod(telegram, "deleteWebhook", { drop_pending_updates: true });
    expect(idsOf(await poll())).toEqual([]);
  });

  test("gives a redelivered update once more, however far the offset is", async () => {
    await ann.in(chat).says("one");
    const [id] = madeIds();
    await poll({ offset: id! + 1 });
    telegram.redeliver(id!);
    expect(idsOf(await poll({ offset: id! + 1 }))).toEqual([id]);
    expect(idsOf(await poll({ offset: id! + 1 }))).toEqual([]);
  });
});

describe("the wire", () => {
  const url = (method: string): string => `${telegram.apiRoot}/bot${telegram.token}/${method}`;

  test("takes forms and queries", async () => {
    const entities = JSON.stringify([{ type: "bold", offset: 0, length: 3 }]);
    const body = new URLSearchParams({ chat_id: String(chat.id), text: "123", entities });
    await fetch(url("sendMessage"), { method: "POST", body });
    await fetch(`${url("sendMessage")}?chat_id=${chat.id}&text=true`);
    expect(chat.transcript()).toBe("#1 bot: **123**\n#2 bot: true");
    telegram.assertClean();
  });

  test("takes files in multipart bodies and gives them back", async () => {
    const form = new FormData();
    form.set("chat_id", String(chat.id));
    form.set("caption", "failed files");
    form.set("document", new Blob(["a\r\n--b"]), "失败.txt");
    await fetch(url("sendDocument"), { method: "POST", body: form });
    expect(chat.transcript()).toBe("#1 bot: 📎 失败.txt\n  failed files");
    const file = await callMethod(telegram, "getFile", {
      file_id: chat.messages[0]!.document!.file_id,
    });
    const { file_path: path } = z.object({ file_path: z.string() }).parse(file.result);
    const stored = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${path}`);
    expect(await stored.text()).toBe("a\r\n--b");
    telegram.assertClean();
  });

  test("refuses a body that is no JSON", async () => {
    expect(await callMethod(telegram, "sendMessage", "{")).toMatchObject({
      status: 400,
      description: "Bad Request: can't parse JSON object",
    });
    expect(telegram.violations).toHaveLength(1);
  });

  test("knows no other path", async () => {
    expect((await fetch(`${telegram.apiRoot}/nothing`)).status).toBe(404);
    expect((await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/x`)).status).toBe(404);
  });
});
