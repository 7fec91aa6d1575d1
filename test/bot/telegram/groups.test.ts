import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AskRequest } from "../../../bot/app.ts";
import { makeCitation, makeExtractive } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ guestMode: true });
});
afterEach(() => stage.close());

/** Says each question back in the sentence it cites. */
function echoing() {
  const asked: AskRequest[] = [];
  const ask = async (request: AskRequest) => {
    asked.push(request);
    return makeExtractive([makeCitation({ text: `答：${request.question}` })]);
  };
  return { asked, app: { ask } };
}

function openGroup() {
  const ann = stage.telegram.user({ firstName: "Ann" });
  const bob = stage.telegram.user({ firstName: "Bob" });
  const group = stage.telegram.group({
    title: "编辑部",
    members: [ann, bob],
    botStatus: "administrator",
  });
  return { ann, bob, group };
}

const jpg = (name: string) => ({ name, mimeType: "image/jpeg", bytes: new Uint8Array(3) });

describe("who speaks in a group", () => {
  test("may be an anonymous administrator or a channel, counted by the chat", async () => {
    const { app, asked } = echoing();
    const { ann, group } = openGroup();
    const channel = stage.telegram.channel({ title: "晚报" });
    stage.start({ app, settings: { questionsPerUserPerHour: 1, questionsPerChatPerHour: 3 } });
    const anonymous = ann.in(group, { as: "anonymous" });
    for (const speaker of [anonymous, ann.in(group, { as: channel }), anonymous]) {
      await speaker.says("/ask 哪年开馆？");
      expect((await group.nextBotMessage()).text).toContain("答：哪年开馆？");
    }
    await anonymous.says("/ask 哪年开馆？");
    expect((await group.nextBotMessage()).text).toMatch(/分钟后再问/u);
    expect(asked).toHaveLength(3);
    const kept = await stage.operations.answers.recent({ chatId: group.id }, 5);
    expect(kept.map(({ userId }) => userId)).toEqual([undefined, undefined, undefined]);
  });

  test("is nobody where a channel's post arrives, a bot speaks, or a result of ours is posted", async () => {
    const { app, asked } = echoing();
    const { ann, group } = openGroup();
    const channel = stage.telegram.channel({ title: "晚报", linkedTo: group });
    const other = stage.telegram.user({ isBot: true, username: "other_bot" });
    group.joins(other);
    stage.start({
      app: { ...app, find: async () => ({ isAnswered: true, citations: [makeCitation()] }) },
    });
    await channel.posts("/ask 哪年开馆？");
    await other.in(group).says("/ask 哪年开馆？");
    await (await ann.inline("博物馆", { in: group })).picks();
    await stage.telegram.idle({ quietMs: 50 });
    expect(asked).toEqual([]);
    expect(group.botMessages).toEqual([]);
  });
});

describe("what is asked in a group", () => {
  test("may stand under an album, which is one question", async () => {
    const { app, asked } = echoing();
    const { ann, bob, group } = openGroup();
    stage.start({ app });
    const files = [jpg("a.jpg"), jpg("b.jpg"), jpg("c.jpg")];
    await ann.in(group).sendsAlbum(files, { caption: "@wenju_test_bot 这是哪座桥？" });
    await group.nextBotMessage();
    const [first] = await bob.in(group).sendsAlbum(files, { caption: "这是哪座塔？" });
    await ann.in(group).repliesTo(first!, "/ask");
    await group.nextBotMessage();
    await stage.telegram.idle({ quietMs: 50 });
    expect(asked.map(({ question }) => question)).toEqual(["这是哪座桥？", "这是哪座塔？"]);
    expect(group.botMessages).toHaveLength(2);
  });

  test("is about the words it replies to", async () => {
    const { app, asked } = echoing();
    const { ann, bob, group } = openGroup();
    stage.start({ app });
    const said = await bob.in(group).says("青石大桥去年通车了，旁边的博物馆也开了。");
    await ann.in(group).repliesTo(said, "@wenju_test_bot 它有多长？", { quote: "青石大桥" });
    await group.nextBotMessage();
    expect(asked).toMatchObject([{ question: "它有多长？", history: [["user", "青石大桥"]] }]);
  });

  test("is answered anew in the same message when it is edited in time", async () => {
    const { app, asked } = echoing();
    const { ann, bob, group } = openGroup();
    stage.start({ app });
    const question = await ann.in(group).says("/ask 哪年开馆？");
    const answer = await group.nextBotMessage();
    await ann.in(group).edits(question, "/ask 哪年闭馆？");
    const edited = await group.nextEdit(answer);
    expect(edited.text).toContain("答：哪年闭馆？");
    // Only what asks counts: the same question changes nothing.
    await ann.in(group).edits(question, "/ask@wenju_test_bot 哪年闭馆？");
    await bob.in(group).repliesTo(edited, "为什么？");
    await group.nextBotMessage();
    expect(asked.map((request) => request.question)).toEqual([
      "哪年开馆？",
      "哪年闭馆？",
      "为什么？",
    ]);
    expect(asked[2]?.history).toEqual([
      ["user", "哪年闭馆？"],
      ["bot", "答：哪年闭馆？"],
    ]);
    expect(group.botMessages).toHaveLength(2);
  });

  test("is answered once where its message is gone when it is edited", async () => {
    const { app } = echoing();
    const { ann, group } = openGroup();
    stage.start({ app });
    const question = await ann.in(group).says("/ask 哪年开馆？");
    const answer = await group.nextBotMessage();
    ann.in(group).deletes(answer);
    await ann.in(group).edits(question, "/ask 哪年闭馆？");
    expect((await group.nextBotMessage()).text).toContain("答：哪年闭馆？");
    expect(group.botMessages).toHaveLength(1);
  });
});

describe("a private question", () => {
  test("is answered anew in the same message when it is edited in time", async () => {
    const { app, asked } = echoing();
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    stage.start({ app });
    const question = await ann.in(chat).says("哪年开馆？");
    const answer = await chat.nextBotMessage();
    await ann.in(chat).edits(question, "哪年闭馆？");
    await chat.waitFor(({ text }) => text?.includes("答：哪年闭馆？") ?? false);
    expect(chat.botMessages.map((message) => message.message_id)).toEqual([answer.message_id]);
    expect(asked.map((request) => request.question)).toEqual(["哪年开馆？", "哪年闭馆？"]);
  });
});

describe("a private album", () => {
  test("without words gets one hint", async () => {
    const ann = stage.telegram.user();
    const chat = stage.telegram.privateChat(ann);
    stage.start();
    await ann.in(chat).sendsAlbum([jpg("a.jpg"), jpg("b.jpg"), jpg("c.jpg")]);
    expect((await chat.nextBotMessage()).text).toMatch(/^我只看得懂文字/u);
    await stage.telegram.idle({ quietMs: 50 });
    expect(chat.botMessages).toHaveLength(1);
  });
});

describe("a call in a chat where the bot is no member", () => {
  function openElsewhere() {
    const ann = stage.telegram.user({ firstName: "Ann" });
    const bob = stage.telegram.user({ firstName: "Bob" });
    const elsewhere = stage.telegram.group({
      title: "别处",
      members: [ann, bob],
      botStatus: "outside",
    });
    return { ann, bob, elsewhere };
  }
  const question = "@wenju_test_bot 哪年开馆？";

  test("meets silence unless guest mode is on", async () => {
    const { app, asked } = echoing();
    const { ann, elsewhere } = openElsewhere();
    stage.start({ app });
    await ann.in(elsewhere).says(question);
    await stage.telegram.idle({ quietMs: 50 });
    expect(asked).toEqual([]);
    expect(elsewhere.botMessages).toEqual([]);
  });

  test("is answered once, from what the caller's private chat is bound to", async () => {
    const { app, asked } = echoing();
    const { ann, elsewhere } = openElsewhere();
    await stage.operations.scopes.set({ chatId: ann.id }, ["财经"], ann.id);
    stage.start({ app, settings: { guestMode: true } });
    await ann.in(elsewhere).says(question);
    const answer = await elsewhere.nextBotMessage();
    expect(answer.text).toMatch(/^答：哪年开馆？\n\[1\]/u);
    expect(answer.reply_markup).toBe(undefined);
    expect(asked).toMatchObject([{ question: "哪年开馆？", scope: ["财经"] }]);
    await stage.telegram.idle({ quietMs: 50 });
    expect(elsewhere.botMessages).toHaveLength(1);
    expect(stage.telegram.calls.filter(({ method }) => method === "sendMessage")).toEqual([]);
  });

  test("is checked by its caller, and counted", async () => {
    const { app, asked } = echoing();
    const { ann, bob, elsewhere } = openElsewhere();
    stage.start({
      app,
      allowedChats: [ann.id],
      settings: { guestMode: true, questionsPerUserPerHour: 1 },
    });
    await bob.in(elsewhere).says(question);
    await ann.in(elsewhere).says(question);
    expect((await elsewhere.nextBotMessage()).text).toContain("答：哪年开馆？");
    await ann.in(elsewhere).says(question);
    expect((await elsewhere.nextBotMessage()).text).toMatch(/分钟后再问/u);
    await stage.telegram.idle({ quietMs: 50 });
    expect(asked).toHaveLength(1);
    expect(elsewhere.botMessages).toHaveLength(2);
  });

  test("gets one honest word where it cannot be answered", async () => {
    const { ann, elsewhere } = openElsewhere();
    stage.start({
      app: { ask: () => Promise.reject(new Error("at /srv/secret")) },
      settings: { guestMode: true },
    });
    await ann.in(elsewhere).says(question);
    expect((await elsewhere.nextBotMessage()).text).toBe("出了点问题，没能完成，请稍后再试。");
  });
});
