import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { weekBefore } from "../../../bot/digest/week-before.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { makeExtractive, makeNotFound } from "./make-answer.ts";
import { openStage, type Stage } from "./open-stage.ts";

const weekMs = 7 * 24 * 60 * 60 * 1000;

let stage: Stage;
let li: FakeUser;
let mo: FakeUser;
let liChat: FakeChat;
let moChat: FakeChat;
let nowMs: number;
beforeEach(async () => {
  stage = await openStage();
  li = stage.telegram.user({ firstName: "Li" });
  mo = stage.telegram.user({ firstName: "Mo", languageCode: "en" });
  liChat = stage.telegram.privateChat(li);
  moChat = stage.telegram.privateChat(mo);
  nowMs = Date.now();
});
afterEach(() => stage.close());

function start() {
  return stage.start({ adminIds: [li.id, mo.id], now: () => nowMs });
}

/** What the database holds of the week that runs now. */
async function aWeek(): Promise<void> {
  const { answers, votes, audit } = stage.operations;
  const asked = { chatId: 7, userId: 7 };
  for (const question of ["停车月卡怎么办理？", "停车月卡怎么办理？", "你会写诗吗？"]) {
    const answer = makeNotFound({ question });
    await answers.save({ ...asked, question, answer });
  }
  const answerId = await answers.save({ ...asked, question: "哪年？", answer: makeExtractive() });
  const late = { question: "几年？", answer: makeExtractive(), askedBefore: new Date() };
  await answers.save({ ...asked, ...late });
  await votes.add({ answerId, userId: 7, vote: "down" });
  const details = { generation: 2, added: 3, changed: 1, removed: 0, failed: 0 };
  await audit.append({ who: "terminal x", act: "load", details });
}

describe("weekBefore", () => {
  test("ends on Mondays at one o'clock UTC", () => {
    const at = (text: string) => weekBefore(Date.parse(text)).to.toISOString();
    expect(at("2026-11-25T12:00:00Z")).toBe("2026-11-23T01:00:00.000Z");
    expect(at("2026-11-30T00:59:59Z")).toBe("2026-11-23T01:00:00.000Z");
    expect(at("2026-11-30T01:00:00Z")).toBe("2026-11-30T01:00:00.000Z");
  });
});

describe("the weekly digest", () => {
  test("comes once when the week is over, to each admin in their language", async () => {
    await aWeek();
    await stage.operations.languages.remember(mo.id, "en");
    const first = start();
    await stage.telegram.idle({ quietMs: 200 });
    expect(liChat.botMessages).toEqual([]);
    nowMs += weekMs;
    const chinese = (await liChat.nextBotMessage()).text ?? "";
    const dates = /\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d/u;
    expect(chinese.replace(dates, "WEEK")).toMatchInlineSnapshot(`
      "🗓 一周小结 WEEK

      提问 4 次：答出 1 · 没找到 3
      👎 1 次
      文档：新增 3 · 修改 1 · 删除 0

      没有答好的（共 3 组）：
      · 停车月卡怎么办理？（2 次）
      · 博物馆哪一年开馆？（1 次）
      · 你会写诗吗？（1 次）

      详情请发 /unanswered 7；不想再收，请发 /digest off。"
    `);
    const english = (await moChat.nextBotMessage()).text ?? "";
    expect(english.replace(dates, "WEEK")).toMatchInlineSnapshot(`
      "🗓 Your week WEEK

      Asked 4×: 1 answered · 3 not found
      👎 1×
      Documents: 3 added · 1 changed · 0 removed

      Not answered well (3 groups):
      · 停车月卡怎么办理？ (2×)
      · 博物馆哪一年开馆？ (1×)
      · 你会写诗吗？ (1×)

      For more send /unanswered 7; to stop this, send /digest off."
    `);
    await first.stop();
    start();
    await stage.telegram.idle({ quietMs: 200 });
    expect([liChat, moChat].map(({ botMessages }) => botMessages.length)).toEqual([1, 1]);
  });

  test("comes once where a run was killed before it could remember", async () => {
    await aWeek();
    const first = start();
    nowMs += weekMs;
    await liChat.nextBotMessage();
    await moChat.nextBotMessage();
    await first.stop();
    await stage.operations.digests.markSent(li.id, new Date(0));
    start();
    await expect
      .poll(async () => (await stage.operations.digests.reader(li.id)).sentUntil)
      .toEqual(weekBefore(nowMs).to);
    await stage.telegram.idle({ quietMs: 100 });
    expect(liChat.botMessages).toHaveLength(1);
  });

  test("tells nothing of a week in which nothing was", async () => {
    nowMs += weekMs;
    start();
    await stage.telegram.idle({ quietMs: 200 });
    expect(liChat.botMessages).toEqual([]);
  });

  test("goes to no admin who has switched it off", async () => {
    await aWeek();
    start();
    await li.in(liChat).says("/digest");
    expect((await liChat.nextBotMessage()).text).toMatch(/^每周小结现在是开的。/u);
    await li.in(liChat).says("/digest off");
    expect((await liChat.nextBotMessage()).text).toBe("已关闭每周小结。");
    expect(await stage.operations.audit.recent(1)).toMatchObject([
      { who: `telegram ${li.id}`, act: "digest", details: { isOn: false } },
    ]);
    nowMs += weekMs;
    await moChat.nextBotMessage();
    await stage.telegram.idle({ quietMs: 100 });
    expect(liChat.botMessages).toHaveLength(2);
    await li.in(liChat).says("/digest on");
    expect((await liChat.nextBotMessage()).text).toMatch(/^已打开每周小结/u);
    expect((await liChat.nextBotMessage()).text).toMatch(/^🗓 一周小结/u);
  });
});
