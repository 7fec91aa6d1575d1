import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callMethod } from "./call-method.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";
import type { FakeTelegram, FakeUser } from "./fake-telegram.ts";

let telegram: FakeTelegram;
let ann: FakeUser;

beforeEach(async () => {
  telegram = await openFakeBotApi();
  ann = telegram.user({ firstName: "Ann", languageCode: "zh-hans" });
});
afterEach(() => {
  telegram.assertClean();
  return telegram.close();
});

/** Texts of the messages that the bot was told of. */
const heard = (): readonly (string | undefined)[] =>
  telegram.updates.map(({ message }) => message?.text);
const send = (args: object) => callMethod(telegram, "sendMessage", args);

describe("privacy mode", () => {
  test("lets through commands, mentions and replies to the bot, and nothing else", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    await send({ chat_id: group.id, text: "Hello" });
    const speaker = ann.in(group);
    const remark = await speaker.says("nice weather");
    await speaker.uploads({ name: "a.pdf", sizeBytes: 1 });
    await speaker.sendsSticker();
    await speaker.says("/ask how long is leave?");
    await speaker.says("/ask@wenju_test_bot in short");
    await speaker.says("/ask@other_bot in short");
    await speaker.says("well @wenju_test_bot, how long?");
    await speaker.says("@wenju_test_bot你好");
    await speaker.says("@wenju_test_bots");
    await speaker.repliesTo(group.messages[0]!, "and then?");
    await speaker.repliesTo(remark, "indeed");
    await speaker.edits(remark, "@wenju_test_bot nice weather");
    expect(heard()).toEqual([
      "/ask how long is leave?",
      "/ask@wenju_test_bot in short",
      "well @wenju_test_bot, how long?",
      "and then?",
      undefined,
    ]);
    expect(telegram.updates.at(-1)!.edited_message?.text).toBe("@wenju_test_bot nice weather");
  });

  test("hides nothing from an administrator, in channels and in private chats", async () => {
    const group = telegram.group({ title: "Team", members: [ann], botStatus: "administrator" });
    await ann.in(group).says("nice weather");
    await ann.in(telegram.privateChat(ann)).says("hello");
    await telegram.channel({ title: "News" }).posts("today");
    expect(heard()).toEqual(["nice weather", "hello", undefined]);
    expect(telegram.updates.at(-1)!.channel_post?.text).toBe("today");
  });

  test("shows service messages and the bot's own coming and going", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    group.joins(telegram.user({ firstName: "Bo" }));
    group.kicksBot(ann);
    await ann.in(group).says("/ask in vain");
    group.addsBot(ann);
    group.leaves(telegram.user({ firstName: "Cy" }));
    const kinds = telegram.updates.map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual([
      "message",
      "message",
      "my_chat_member",
      "my_chat_member",
      "message",
      "message",
    ]);
    expect(telegram.updates[2]!.my_chat_member?.new_chat_member.status).toBe("kicked");
  });
});

describe("a forum", () => {
  test("marks messages of a topic, whose opening they answer, and none in General", async () => {
    const forum = telegram.group({ title: "Team", members: [ann], topics: ["Leave"] });
    const threadId = forum.threadId("Leave");
    const inTopic = await ann.in(forum, { topic: "Leave" }).says("/ask a");
    const inGeneral = await ann.in(forum).says("/ask b");
    expect(inTopic).toMatchObject({ message_thread_id: threadId, is_topic_message: true });
    expect(inTopic.reply_to_message?.forum_topic_created?.name).toBe("Leave");
    expect(inGeneral).not.toHaveProperty("message_thread_id");
  });

  test("keeps an answer in the topic of what it answers", async () => {
    const forum = telegram.group({ title: "Team", members: [ann], topics: ["Leave", "Pay"] });
    const { message_id } = await ann.in(forum, { topic: "Leave" }).says("/ask a");
    const threadId = forum.threadId("Leave");
    const reply = { chat_id: forum.id, text: "28 days", reply_parameters: { message_id } };
    await send(reply);
    await send({ chat_id: forum.id, text: "By the way", message_thread_id: threadId });
    await send({ chat_id: forum.id, text: "Once more", message_thread_id: threadId });
    await send({ ...reply, message_thread_id: threadId });
    telegram.expectsSeveralAnswers((question) => question.message_id === message_id);
    expect(forum.botMessages.map((message) => message.message_thread_id)).toEqual([
      threadId,
      threadId,
      threadId,
      threadId,
    ]);
    expect(await send({ ...reply, message_thread_id: forum.threadId("Pay") })).toMatchObject({
      description: "Bad Request: message to be replied not found",
    });
    expect(forum.transcript().split("\n").slice(2)).toEqual([
      "#4 Ann (Leave): /ask a",
      "#5 bot (Leave) ↩#4: 28 days",
      "#6 bot (Leave): By the way",
      "#7 bot (Leave): Once more",
      "#8 bot (Leave) ↩#4: 28 days",
    ]);
  });

  test("has no thread once its topic is deleted", async () => {
    const forum = telegram.group({ title: "Team", members: [ann], topics: ["Leave"] });
    const message_thread_id = forum.threadId("Leave");
    forum.deletesTopic("Leave");
    expect(await send({ chat_id: forum.id, text: "a", message_thread_id })).toMatchObject({
      description: "Bad Request: message thread not found",
    });
  });
});

describe("a plain supergroup", () => {
  test("gives replies a thread id that is no topic and cannot be sent to", async () => {
    const group = telegram.group({ title: "Team", members: [ann] });
    const question = await ann.in(group).says("/ask a");
    const reply = await ann.in(group).repliesTo(question, "/ask b");
    expect(reply.message_thread_id).toBe(question.message_id);
    expect(reply).not.toHaveProperty("is_topic_message");
    const { message_thread_id } = reply;
    expect(await send({ chat_id: group.id, text: "a", message_thread_id })).toMatchObject({
      description: "Bad Request: message thread not found",
    });
  });
});

describe("members and commands", () => {
  test("have the status they were given", async () => {
    const bo = telegram.user({ firstName: "Bo" });
    const stranger = telegram.user({ firstName: "Cy" });
    const group = telegram.group({ title: "Team", members: [ann, bo] });
    const statusOf = async (user_id: number): Promise<unknown> =>
      (await callMethod(telegram, "getChatMember", { chat_id: group.id, user_id })).result;
    expect(await statusOf(ann.id)).toMatchObject({ status: "creator" });
    expect(await statusOf(bo.id)).toMatchObject({ status: "member" });
    expect(await statusOf(stranger.id)).toMatchObject({ status: "left" });
    expect(await statusOf(telegram.bot.id)).toMatchObject({ status: "member" });
    group.promotesBot(ann);
    expect(
      await callMethod(telegram, "getChatAdministrators", { chat_id: group.id }),
    ).toMatchObject({
      result: [
        { status: "creator", user: ann.user },
        { status: "administrator", user: { id: telegram.bot.id } },
      ],
    });
    expect(telegram.updates.at(-1)!.my_chat_member).toMatchObject({
      old_chat_member: { status: "member" },
      new_chat_member: { status: "administrator" },
    });
    expect(await callMethod(telegram, "getChat", { chat_id: group.id })).toMatchObject({
      result: { title: "Team", type: "supergroup" },
    });
  });

  test("show the list of the narrowest scope, in the user's language first", async () => {
    const chat = telegram.privateChat(ann);
    const group = telegram.group({ title: "Team", members: [ann] });
    const set = (command: string, options: object = {}) =>
      callMethod(telegram, "setMyCommands", {
        commands: [{ command, description: "Ask a question" }],
        ...options,
      });
    await set("everywhere");
    await set("privately", { scope: { type: "all_private_chats" } });
    await set("siren", { scope: { type: "all_private_chats" }, language_code: "zh" });
    expect(ann.in(chat).commands()).toMatchObject([{ command: "siren" }]);
    expect(ann.in(group).commands()).toMatchObject([{ command: "everywhere" }]);
    await set("admin", { scope: { type: "chat", chat_id: chat.id } });
    expect(ann.in(chat).commands()).toMatchObject([{ command: "admin" }]);
    const scope = { type: "all_private_chats" };
    await callMethod(telegram, "deleteMyCommands", { scope });
    expect(await callMethod(telegram, "getMyCommands", { scope })).toMatchObject({ result: [] });
    expect(await set("Bad Name")).toMatchObject({
      description: "Bad Request: BOT_COMMAND_INVALID",
    });
  });
});
