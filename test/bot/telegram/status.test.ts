import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeUser } from "../../bot-api/fake-telegram.ts";
import { makeGeneration } from "./make-load-report.ts";
import { openStage, type Stage } from "./open-stage.ts";

const now = new Date("2026-11-24T09:00:00Z");

let stage: Stage;
let admin: FakeUser;
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Li" });
});
afterEach(() => stage.close());

type Start = Parameters<Stage["start"]>[0];

async function statusOf(start: Start = {}, who = admin): Promise<string> {
  stage.start({ adminIds: [admin.id], now: () => now.getTime(), ...start });
  const chat = stage.telegram.privateChat(who);
  await who.in(chat).says("/status");
  const { text } = await chat.nextBotMessage();
  return text ?? "";
}

const status = {
  generation: makeGeneration(),
  loading: { since: new Date("2026-11-24T08:59:00Z"), by: "process 7 on srv" },
  dataBytes: 5 * 1024 * 1024,
  documentsFolder: "/srv/secret",
  embedder: "hashed-1024",
  answerer: "gpt-4o-mini",
};

describe("/status", () => {
  test("tells an admin how the corpus and the service fare, without a path", async () => {
    expect(await statusOf()).toMatchInlineSnapshot(`
      "📚 第 8 版 · 发布于 2026-11-22 08:30 UTC（前天）
      43 个文档 · 210 篇文章 · 12,345 句
      数据 5.0 MB
      向量：hashed-1024
      回答：extractive
      📡 轮询 · 上次联系 现在
      📥 待处理 0 条，待发送 0 条
      ✅ 2026-11-24 09:00 UTC 启动以来没有问题"
    `);
  });

  test("tells of a running load, and what the model costs", async () => {
    const modelTokens = { today: 12_345, perDay: 2_000_000 };
    const text = await statusOf({ app: { status: async () => ({ ...status, modelTokens }) } });
    expect(text).toContain("🔄 正在载入（2026-11-24 08:59 UTC 开始）");
    expect(text).toContain("模型今天用了 12,345 个 token，每天最多 2,000,000");
  });

  test("names the latest troubles, and never what an error says", async () => {
    const load = () => Promise.reject(new Error("cannot read /srv/secret"));
    stage.start({ adminIds: [admin.id], app: { load } });
    const chat = stage.telegram.privateChat(admin);
    await admin.in(chat).says("/reload");
    const card = await chat.nextBotMessage();
    await chat.nextEdit(card);
    await admin.in(chat).says("/status");
    const { text } = await chat.nextBotMessage();
    expect(text).toMatch(/^⚠️ .*启动以来的问题/mu);
    expect(text).toMatch(/^　.* A load from the chat failed$/mu);
    expect(text).not.toContain("secret");
  });

  test("speaks English", async () => {
    const ann = stage.telegram.user({ languageCode: "en" });
    const text = await statusOf({ adminIds: [ann.id] }, ann);
    expect(text).toMatch(/^📚 Version 8 · published 2026-11-22 08:30 UTC \(2 days ago\)/u);
    expect(text).toContain("📥 Waiting: 0 to be handled, 0 to be sent");
  });

  test("is shown to an editor too, and to nobody else", async () => {
    const mo = stage.telegram.user({ firstName: "Mo" });
    const editors = [{ userId: mo.id, folder: "news" }];
    stage.start({ adminIds: [admin.id], settings: { editors } });
    const chat = stage.telegram.privateChat(mo);
    await mo.in(chat).says("/status");
    expect((await chat.nextBotMessage()).text).toContain("第 8 版");
    const ann = stage.telegram.user();
    const group = stage.telegram.group({ title: "Desk", members: [ann] });
    await ann.in(group).says("/status");
    expect((await group.nextBotMessage()).text).toMatch(/只有管理员/u);
  });
});
