import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeUser } from "../../bot-api/fake-telegram.ts";
import { makeExtractive } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Two admins, and Wu in a group that nobody has allowed. */
function openDoor({ admitsLi = false } = {}) {
  const { telegram } = stage;
  const li = telegram.user({ firstName: "Li", username: "li" });
  const mo = telegram.user({ firstName: "Mo", languageCode: "en" });
  const wu = telegram.user({ firstName: "Wu", username: "wu" });
  const group = telegram.group({ title: "读报小组", members: [wu, li] });
  const liChat = telegram.privateChat(li);
  const moChat = telegram.privateChat(mo);
  const adminIds = [li.id, mo.id];
  const running = stage.start({ adminIds, allowedChats: admitsLi ? [li.id] : [1] });
  const ask = (who: FakeUser) => who.in(group).says("/ask 哪年开馆？");
  return { telegram, li, mo, wu, group, liChat, moChat, adminIds, ask, running };
}

describe("a chat that nobody has allowed", () => {
  test("is told once, and each admin gets a card that names it and who asked", async () => {
    const { wu, group, liChat, moChat, ask } = openDoor();
    await ask(wu);
    expect((await group.nextBotMessage()).text).toMatch(/^抱歉，我还没有被允许/u);
    await ask(wu);
    await stage.telegram.idle({ quietMs: 50 });

    expect(group.botMessages).toHaveLength(1);
    expect(liChat.botMessages).toHaveLength(1);
    expect(moChat.botMessages).toHaveLength(1);
    expect(liChat.transcript().replaceAll(/-?\d{4,}/gu, "…")).toMatchInlineSnapshot(`
      "#1 bot: 🔔 有群想用我
        **读报小组**
        supergroup · …
        提出者：Wu (@wu, …)
        [ ✅ 允许 ] [ 🚪 离开 ]"
    `);
  });

  test("is answered once an admin allows it, also after a restart; a second press says so", async () => {
    const { li, mo, wu, group, liChat, moChat, adminIds, ask, running } = openDoor();
    await ask(wu);
    await group.nextBotMessage();
    const card = await liChat.nextBotMessage();
    const otherCard = await moChat.nextBotMessage();
    await li.in(liChat).taps(card, "✅ 允许");
    expect((await group.nextBotMessage()).text).toMatch(/^管理员已开通/u);
    const decided = await liChat.nextEdit(card);
    expect(decided.text).toMatch(/读报小组[^]*✅ 已允许（Li \(@li, \d+\)）$/u);
    expect(decided.reply_markup).toBe(undefined);

    const late = await mo.in(moChat).taps(otherCard, "🚪 离开");
    expect(late).toMatchObject({ text: `✅ Allowed (admin ${li.id})`, show_alert: true });
    expect((await moChat.nextEdit(otherCard)).text).toMatch(/Allowed \(admin \d+\)$/u);

    await running.stop();
    stage.start({ adminIds, allowedChats: [1] });
    await ask(wu);
    expect((await group.nextBotMessage()).text).toContain("1985年5月18日开馆");
    expect(await stage.operations.audit.recent(5)).toMatchObject([
      { who: `telegram ${li.id}`, act: "allow chat", details: { chatId: group.id } },
    ]);
  });

  test("is left at an admin's word, and left again when somebody brings the bot back", async () => {
    const { telegram, li, wu, group, liChat, ask } = openDoor();
    await ask(wu);
    const card = await liChat.nextBotMessage();
    await li.in(liChat).taps(card, "🚪 离开");
    await liChat.nextEdit(card);
    const leaves = () => telegram.calls.filter(({ method }) => method === "leaveChat").length;
    expect(leaves()).toBe(1);

    group.addsBot(wu);
    await expect.poll(leaves).toBe(2);
    expect(group.botMessages).toHaveLength(1);
  });

  test("opens to no button of somebody else", async () => {
    const { telegram, wu, group, liChat, ask } = openDoor({ admitsLi: true });
    await ask(wu);
    const card = await liChat.nextBotMessage();
    await group.nextBotMessage();
    const tapped = await wu.in(liChat).taps(card, "✅ 允许");
    expect(tapped.text).toMatch(/只有管理员/u);
    await ask(wu);
    await telegram.idle({ quietMs: 50 });
    expect(group.botMessages).toHaveLength(1);
  });

  test("is a person too, who can be refused", async () => {
    const { telegram, li, wu, liChat } = openDoor();
    const chat = telegram.privateChat(wu);
    await wu.in(chat).says("哪年开馆？");
    expect((await chat.nextBotMessage()).text).toMatch(/^抱歉/u);
    const card = await liChat.nextBotMessage();
    expect(card.text).toMatch(/^🔔 有人想用我\nWu \(@wu, \d+\)/u);
    await li.in(liChat).taps(card, "🚫 拒绝");
    await liChat.nextEdit(card);
    await wu.in(chat).says("哪年开馆？");
    await telegram.idle({ quietMs: 50 });
    expect(chat.botMessages).toHaveLength(1);
    expect(telegram.calls.some(({ method }) => method === "leaveChat")).toBe(false);
  });

  test("is told also where no admin can be reached", async () => {
    const { telegram } = stage;
    const wu = telegram.user({ firstName: "Wu", languageCode: "en" });
    const group = telegram.group({ title: "Readers", members: [wu] });
    stage.start({ adminIds: [telegram.user().id], allowedChats: [1] });
    await wu.in(group).says("/ask when?");
    expect((await group.nextBotMessage()).text).toMatch(/^Sorry, I may not answer here yet/u);
  });
});

describe("the bot's own coming and going", () => {
  test("greets a group once", async () => {
    const { telegram } = stage;
    const ann = telegram.user({ languageCode: "en" });
    const group = telegram.group({ title: "Desk", members: [ann] });
    stage.start();
    group.kicksBot(ann);
    group.addsBot(ann);
    expect((await group.nextBotMessage()).text).toMatch(/^Hello, I am Wenju[^]*@wenju_test_bot/u);
    group.kicksBot(ann);
    group.addsBot(ann);
    await ann.in(group).says("/ask When?");
    expect((await group.nextBotMessage()).text).toContain("1985年5月18日开馆");
    expect(group.botMessages).toHaveLength(2);
  });

  test("asks the admins when it is added to a group nobody has allowed", async () => {
    const { wu, group, liChat } = openDoor();
    group.kicksBot(wu);
    group.addsBot(wu);
    expect((await liChat.nextBotMessage()).text).toContain("读报小组");
    expect((await group.nextBotMessage()).text).toMatch(/^抱歉/u);
  });

  test("counts being added by an admin as allowed", async () => {
    const { li, wu, group, liChat, ask } = openDoor();
    group.kicksBot(li);
    group.addsBot(li);
    expect((await group.nextBotMessage()).text).toMatch(/^大家好，我是问据/u);
    await ask(wu);
    expect((await group.nextBotMessage()).text).toContain("1985年5月18日开馆");
    expect(liChat.botMessages).toEqual([]);
  });

  test("keeps quiet where it was blocked, and answers again once it is not", async () => {
    const { telegram } = stage;
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    await ann.in(chat).says("哪年开馆？");
    ann.blocks();
    stage.start();
    await telegram.idle({ quietMs: 100 });
    const sent = () => telegram.calls.filter(({ method }) => method === "sendMessage");
    const before = sent().length;
    telegram.clock.advance(5_000);
    ann.unblocks();
    await ann.in(chat).says("哪年开馆？");
    await chat.nextBotMessage();
    expect(sent().length - before).toBe(1);
  });

  test("follows a group that becomes a supergroup, with its leave and its scope", async () => {
    const { telegram } = stage;
    const wu = telegram.user({ firstName: "Wu" });
    const li = telegram.user({ firstName: "Li" });
    const group = telegram.group({ title: "读报", members: [wu, li], kind: "group" });
    await stage.operations.chats.decide(group.id, "allowed", li.id);
    await stage.operations.scopes.set({ chatId: group.id }, ["高新区"], li.id);
    const scopes: unknown[] = [];
    stage.start({
      adminIds: [li.id],
      allowedChats: [1],
      app: {
        ask: async ({ scope }) => {
          scopes.push(scope);
          return makeExtractive();
        },
      },
    });
    const next = group.migrates(wu);
    await telegram.idle({ quietMs: 50 });
    await wu.in(next).says("/ask 哪年开馆？");
    expect((await next.nextBotMessage()).text).toContain("1985年5月18日开馆");
    expect(scopes).toEqual([["高新区"]]);
  });
});
