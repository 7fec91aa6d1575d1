import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { makeGeneration } from "./make-load-report.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
let admin: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Li" });
  chat = stage.telegram.privateChat(admin);
});
afterEach(() => stage.close());

async function told(command: string): Promise<string> {
  await admin.in(chat).says(command);
  return (await chat.nextBotMessage()).text ?? "";
}

describe("/generations", () => {
  test("lists them newest first, with who published each, and counts those beyond ten", async () => {
    const kept = Array.from({ length: 13 }, (_, at) =>
      makeGeneration({ number: 13 - at, ...(at === 0 ? { rolledBackTo: 11 } : {}) }),
    );
    await stage.operations.audit.append({
      who: "terminal li",
      act: "rollback",
      details: { generation: 13, to: 11 },
    });
    stage.start({ app: { generations: async () => kept }, adminIds: [admin.id] });
    const text = await told("/generations");
    expect(text.split("\n").slice(0, 8).join("\n")).toMatchInlineSnapshot(`
      "🗂 保留的各版文档

      ▶ 第 13 版 · 2026-11-22 08:30 UTC · 使用中 · 内容同第 11 版
      　43 个文档 · 210 篇文章 · 12,345 句
      　命令行 li
      · 第 12 版 · 2026-11-22 08:30 UTC
      　43 个文档 · 210 篇文章 · 12,345 句
      　发布者没有记录"
    `);
    expect(text).toContain("· 第 4 版");
    expect(text).not.toContain("· 第 3 版");
    expect(text).toMatch(/\n……另有 3 条$/u);
  });

  test("tells how much room they take", async () => {
    const space = async () => ({ servedBytes: 5e8, corpusBytes: 6e8, vectorCacheBytes: 3e8 });
    stage.start({ app: { space }, adminIds: [admin.id] });
    expect(await told("/generations")).toContain(
      "\n💾 使用中 476.8 MB · 较早的各版 95.4 MB（不再保留后释放） · 向量缓存 286.1 MB\n\n▶ 第 8 版",
    );
  });

  test("says how to load where nothing is", async () => {
    stage.start({ app: { generations: async () => [] }, adminIds: [admin.id] });
    expect(await told("/generations")).toContain("/reload");
  });
});

describe("/audit", () => {
  test("lists the last acts, newest first, and counts the others", async () => {
    const { audit } = stage.operations;
    await audit.append({ who: "terminal li", act: "load", details: { failed: "E_FOLDER_EMPTY" } });
    await audit.append({ who: "telegram 7", act: "allow chat", details: { chatId: -5 } });
    await audit.append({ who: "telegram 8", act: "leave chat", details: { chatId: -6 } });
    stage.start({ adminIds: [admin.id] });
    const text = await told("/audit 2");
    expect(text.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/gu, "WHEN")).toMatchInlineSnapshot(`
      "🧾 最近的操作

      · WHEN UTC · 管理员 8
      　拒绝聊天 -6
      · WHEN UTC · 管理员 7
      　允许聊天 -5
      ……另有 1 条"
    `);
    expect(await told("/audit")).toMatch(/命令行 li\n　载入没有完成（E_FOLDER_EMPTY）$/u);
  });

  test("keeps to one message, however long its lines", async () => {
    for (let at = 0; at < 50; at += 1) {
      const details = { chatId: -5, folders: ["长".repeat(500)] };
      await stage.operations.audit.append({ who: "telegram 7", act: "scope", details });
    }
    stage.start({ adminIds: [admin.id] });
    const text = await told("/audit 1000");
    const shown = text.match(/^· /gmu)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(text).toMatch(new RegExp(`另有 ${50 - shown} 条$`, "u"));
  });

  test("says so where nothing was done, and how it is asked", async () => {
    stage.start({ adminIds: [admin.id] });
    expect(await told("/audit")).toBe("还没有记录。");
    expect(await told("/audit all")).toMatch(/^请写 \/audit/u);
  });
});

test.each(["/generations", "/diff", "/audit"])(
  "%s is for the private chat alone",
  async (command) => {
    stage.start({ adminIds: [admin.id] });
    const group = stage.telegram.group({ title: "Desk", members: [admin] });
    await admin.in(group).says(command);
    expect((await group.nextBotMessage()).text).toMatch(/^这个命令请在私聊里用/u);
  },
);
