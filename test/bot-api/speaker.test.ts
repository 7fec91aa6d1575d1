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
afterEach(async () => {
  await telegram.close();
  telegram.assertClean();
});

const send = (args: object): Promise<Envelope> =>
  callMethod(telegram, "sendMessage", { chat_id: chat.id, text: "a", ...args });
const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });
const button = (text: string) => ({ text, callback_data: text });
const lastUpdate = () => telegram.updates.at(-1)!;
const answerTap = (options: object = {}): Promise<Envelope> =>
  callMethod(telegram, "answerCallbackQuery", {
    callback_query_id: lastUpdate().callback_query!.id,
    ...options,
  });

describe("a person", () => {
  test("taps the latest button of that name, wherever it stands", async () => {
    await send(keyboard(button("📖 1")));
    await send(keyboard(button("📖 1")));
    await send(keyboard(button("📖 2")));
    const tapped = ann.in(chat).taps("📖 1");
    expect(lastUpdate().callback_query!.message!.message_id).toBe(2);
    await answerTap({ text: "Source 1", show_alert: true });
    expect(await tapped).toEqual({ text: "Source 1", show_alert: true });
    expect(chat.transcript()).toContain("#2 bot: a\n  [ 📖 1 ]\n  Ann taps 📖 1 → ! “Source 1”");
    await expect(ann.in(chat).taps("📖 3")).rejects.toThrow("Expected a button “📖 3” somewhere");
  });

  test("taps a button of a message so old that the bot gets its place alone", async () => {
    await send(keyboard(button("📖 1")));
    telegram.clock.advance(49 * 60 * 60 * 1000);
    const tapped = ann.in(chat).taps("📖 1");
    expect(lastUpdate().callback_query!.message).toEqual({
      chat: chat.chat,
      message_id: 1,
      date: 0,
    });
    await answerTap();
    await tapped;
  });

  test("cannot tap a disabled button", async () => {
    await send(keyboard({ text: "👍", disabled: {} }));
    await expect(ann.in(chat).taps("👍")).rejects.toThrow("Expected a button “👍” that calls back");
    expect(chat.transcript()).toContain("[ 👍 ✕ ]");
  });

  test("is led by a tap to the bot's own start link, and nowhere else", async () => {
    await send(keyboard(button("📖 1")));
    const tapped = ann.in(chat).taps("📖 1");
    expect(await answerTap({ url: "https://a.example" })).toMatchObject({
      description: "Bad Request: URL_INVALID",
    });
    await answerTap({ url: "https://t.me/wenju_test_bot?start=s_1" });
    const { url } = await tapped;
    expect((await ann.opens(url!)).text).toBe("/start s_1");
    await expect(ann.opens("https://t.me/other?start=s_1")).rejects.toThrow("a link of the bot");
  });

  test("sends an album as messages of one group, the caption under the first", async () => {
    const files = ["a.pdf", "b.pdf"].map((name) => ({ name, sizeBytes: 10 }));
    const album = await ann.in(chat).sendsAlbum(files, { caption: "leave" });
    expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1);
    expect(album.map(({ caption }) => caption)).toEqual(["leave", undefined]);
    expect(telegram.updates).toHaveLength(2);
    expect(chat.transcript()).toBe("#1 Ann: 📎 a.pdf\n  leave\n#2 Ann: 📎 b.pdf");
  });

  test("sends photos, voice and stickers", async () => {
    const speaker = ann.in(chat);
    const photo = await speaker.sendsPhoto({ caption: "a page" });
    await speaker.sendsVoice({ seconds: 5 });
    await speaker.sendsSticker("👍");
    await speaker.edits(photo, "another page");
    expect(chat.transcript()).toBe(
      "#1 Ann (edited): 🖼 photo\n  another page\n#2 Ann: 🎤 5 s\n#3 Ann: sticker 👍",
    );
    expect(lastUpdate().edited_message?.caption).toBe("another page");
  });

  test("reacts, and an administrator bot that asked for it is told", async () => {
    const group = telegram.group({ title: "Team", members: [ann], botStatus: "administrator" });
    const message = await ann.in(group).says("hello");
    ann.in(group).reacts(message, "👀");
    expect(lastUpdate().message_reaction).toMatchObject({
      message_id: message.message_id,
      old_reaction: [],
      new_reaction: [{ type: "emoji", emoji: "👀" }],
    });
    // Delivered only where asked for by name.
    expect(await callMethod(telegram, "getUpdates")).toMatchObject({ result: [{ message: {} }] });
    ann.in(group).reacts(message, "👍");
    expect(group.transcript()).toBe("#2 Ann: hello\n  Ann 👍");
    ann.in(group).reacts(message, undefined);
    expect(group.transcript()).toBe("#2 Ann: hello");
    ann.in(chat).reacts(await ann.in(chat).says("hi"), "👍");
    expect(lastUpdate().message?.text).toBe("hi");
  });

  test("deletes a message without the bot being told", async () => {
    const question = await ann.in(chat).says("How long?");
    ann.in(chat).deletes(question);
    expect(telegram.updates).toHaveLength(1);
    expect(chat.messages).toEqual([]);
    expect(await send({ reply_parameters: { message_id: 1 } })).toMatchObject({ ok: false });
  });
});

describe("a file", () => {
  const getFile = (file_id: string) => callMethod(telegram, "getFile", { file_id });

  test("may claim to be of any size up to 2 GB, of which the bot gets 20 MB", async () => {
    const mebibyte = 1024 * 1024;
    const upload = async (sizeBytes: number) =>
      (await ann.in(chat).uploads({ name: "a.zip", sizeBytes })).document!;
    const small = await upload(20 * mebibyte);
    const large = await upload(20 * mebibyte + 1);
    expect(large.file_size).toBe(20 * mebibyte + 1);
    expect(await getFile(large.file_id)).toMatchObject({
      status: 400,
      description: "Bad Request: file is too big",
    });
    const path = z
      .object({ file_path: z.string() })
      .parse((await getFile(small.file_id)).result).file_path;
    const stored = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${path}`);
    expect((await stored.arrayBuffer()).byteLength).toBe(20 * mebibyte);
    await upload(2 * 1024 * mebibyte);
    await expect(upload(2 * 1024 * mebibyte + 1)).rejects.toThrow("Expected at most 2 GB");
  });

  test("is unknown under another id", async () => {
    expect(await getFile("nothing")).toMatchObject({
      status: 400,
      description: "Bad Request: wrong file_id or the file is temporarily unavailable",
    });
  });
});

describe("a forwarded message", () => {
  test("keeps its text and looks and tells where it comes from", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    const url = "https://t.me/wenju_test_bot?start=s_1";
    const entities = [
      { type: "text_link", offset: 0, length: 3, url },
      { type: "blockquote", offset: 11, length: 5 },
    ];
    await send({ text: "[1] Policy\nwords", entities, ...keyboard(button("📖 1")) });
    const forwarded = await ann.in(group).forwards(chat.message(1)!);
    expect(forwarded.forward_origin).toMatchObject({ type: "user", sender_user: { is_bot: true } });
    expect(forwarded).not.toHaveProperty("reply_markup");
    expect(group.transcript()).toBe(
      "#2 Ann (forwarded from Wenju): [[1]](https://t.me/wenju_test_bot?start=s_1) Policy\n  ▌words",
    );
    const again = await ann.in(chat).forwards(forwarded);
    expect(again.forward_origin).toEqual(forwarded.forward_origin);
    const hidden = await ann.in(chat).forwards(await ann.in(chat).says("mine"), {
      hidesSender: true,
    });
    expect(hidden.forward_origin).toMatchObject({ type: "hidden_user", sender_user_name: "Ann" });
  });

  test("keeps its buttons where all of them work anywhere", async () => {
    await send(keyboard({ text: "Open", url: "https://a.example" }));
    const forwarded = await ann.in(chat).forwards(chat.message(1)!);
    expect(forwarded.reply_markup?.inline_keyboard).toHaveLength(1);
  });
});

describe("senders who are no users", () => {
  test("speak as the group, as a channel, and as Telegram forwarding a channel's post", async () => {
    const bob = telegram.user({ firstName: "Bob" });
    const group = telegram.group({ title: "Team", members: [ann, bob] });
    const news = telegram.channel({ title: "News", linkedTo: group });
    await ann.in(group, { as: "anonymous" }).says("/ask as the group");
    await bob.in(group, { as: news }).says("/ask as a channel");
    await news.posts("/ask as a post");
    const [byGroup, byChannel, post, forwarded] = telegram.updates;
    expect(byGroup!.message).toMatchObject({
      from: { username: "GroupAnonymousBot", is_bot: true },
      sender_chat: { id: group.id },
    });
    expect(byChannel!.message).toMatchObject({
      from: { username: "Channel_Bot" },
      sender_chat: { id: news.id },
    });
    expect(post!.channel_post).toMatchObject({ sender_chat: { id: news.id } });
    expect(forwarded!.message).toMatchObject({
      from: { id: 777_000 },
      is_automatic_forward: true,
      forward_origin: { type: "channel", message_id: 1 },
    });
    expect(group.transcript().split("\n").at(-1)).toBe(
      "#4 News (forwarded from News): /ask as a post",
    );
    expect(() => bob.in(group, { as: "anonymous" })).toThrow("to be an administrator");
  });

  test("edit a channel's post", async () => {
    const news = telegram.channel({ title: "News" });
    await news.edits(await news.posts("today"), "yesterday");
    expect(lastUpdate().edited_channel_post?.text).toBe("yesterday");
  });
});
