import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const files: Record<string, string> = {
  "财经/大桥.txt": "大桥集资\n\n2019年10月2日\n\n本报讯 10月1日，青石大桥建成通车，全长860米。\n",
  "财经/春茶.txt": "春茶上市\n\n2023年，青石县春茶产量1200吨。\n",
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `园区/${at}.txt`,
      `第${at}号园区开工，占地${at + 3}0亩。\n`,
    ]),
  ),
};
const question = "青石大桥全长多少米？";

let stage: Stage;
let documents: string;
let composition: Composition;
let li: FakeUser;
let mo: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  const folder = await tempFolder();
  documents = join(folder, "docs");
  await writeFiles(documents, files);
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: documents,
    DATABASE_URL: stage.databaseUrl,
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  await composition.app.load({});
  li = stage.telegram.user({ firstName: "Li" });
  mo = stage.telegram.user({ firstName: "Mo" });
  chat = stage.telegram.privateChat(li);
  stage.start({
    app: composition.app,
    adminIds: [li.id],
    settings: { editors: [{ userId: mo.id, folder: "园区" }] },
  });
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
});

async function told(words: string, by = li, where = chat) {
  await by.in(where).says(words);
  return where.nextBotMessage();
}

async function tapped(label: string, by = li, where = chat) {
  const card = where.botMessages.at(-1)!;
  await by.in(where).taps(card, label);
  return where.nextEdit(card);
}

/** Presses what changes documents, and waits until its progress has become the outcome. */
async function settles(label: string, outcome: string, by = li, where = chat) {
  const card = where.botMessages.at(-1)!;
  await by.in(where).taps(card, label);
  await expect
    .poll(() => where.message(card.message_id)?.text, { timeout: 10_000 })
    .toContain(outcome);
}

function steady(where = chat): string {
  return steadyTranscript(where)
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, "WHEN")
    .replaceAll(/校验值 [0-9a-f]{12}/gu, "校验值 HASH")
    .replaceAll(/管理员 \d+/gu, "管理员 WHO");
}

describe("/docs", () => {
  test("pages through the documents, searches them, and shows one", async () => {
    const list = await told("/docs");
    expect(list.text).toContain("文档（共 10 个）");
    expect(list.text).toContain("第 1/2 页");
    expect((await tapped("›")).text).toContain("财经/春茶.txt");
    await told("/docs 大橋 财经");
    await tapped("1");
    expect(steady().replace(/^[^]*?(?=#\d+ Li: \/docs 大橋)/u, "")).toMatchInlineSnapshot(`
      "#3 Li: /docs 大橋 财经
      #4 bot ↩#3 (edited): **📄 财经/大桥.txt**
        
        1 篇文章 · 1 句
        来自文档文件夹 · text/plain
        校验值 HASH · 载入于 WHEN
        
        1. 大桥集资 · 2019-10-02 · 1 句
        [ 🗑 移除 ]
        [ ‹ 返回列表 ]"
    `);
  });

  test("removes one at the second word, and brings it back", async () => {
    await told("/docs 大桥");
    await tapped("1");
    expect((await tapped("🗑 移除")).text).toContain("文件留在原处");
    expect((await composition.app.ask({ question })).kind).toBe("answered");
    await settles("🗑 移除", "✅ 已移除 财经/大桥.txt");
    expect((await told(question)).text).not.toContain("860米");
    expect((await told("/docs")).text).toContain("文档（共 9 个）");
    const removed = await told("/docs removed");
    expect(removed.text).toContain("1. 财经/大桥.txt");
    await settles("↩️ 恢复 1", "✅ 已恢复 财经/大桥.txt，又可以查到它了。");
    expect((await told(question)).text).toContain("860米");
    expect((await told("/audit")).text).toMatch(/恢复 财经\/大桥\.txt[^]*移除 财经\/大桥\.txt/u);
  });

  test("keeps a removed document out though its file changes, and says so", async () => {
    await composition.app.removeDocument("财经/大桥.txt", { by: "test" });
    await writeFiles(documents, { "财经/大桥.txt": "青石大桥全长900米。\n" });
    await li.in(chat).says("/reload");
    const report = await chat.nextBotMessage();
    await expect
      .poll(() => chat.message(report.message_id)?.text)
      .toMatch(/1 个[^]*\n· 财经\/大桥\.txt \(.+\)/u);
    expect((await composition.app.ask({ question })).kind).toBe("notFound");
  });

  test("says on the card of a rollback what stays hidden, and keeps it hidden", async () => {
    await composition.app.removeDocument("财经/大桥.txt", { by: "test" });
    expect((await told("/rollback 1")).text).toContain(
      "其中 1 个文档已移除，回去后仍不显示：\n　· 财经/大桥.txt",
    );
    await tapped("↩️ 回到第 1 版");
    expect((await told(question)).text).not.toContain("860米");
  });

  test("deletes what older versions hold, when an admin says so twice", async () => {
    await composition.app.removeDocument("财经/大桥.txt", { by: "test" });
    await told("/docs removed");
    expect((await tapped("🔥 连存档一起删除")).text).toContain("之后不能再回到以前的版本");
    expect((await tapped("🔥 删除存档")).text).toBe("✅ 较早各版的存档已删除；现在用的是第 3 版。");
    expect((await composition.app.generations()).map(({ number }) => number)).toEqual([3]);
  });

  test("shows an editor their folder alone, and lets them change nothing else", async () => {
    const own = stage.telegram.privateChat(mo);
    expect((await told("/docs", mo, own)).text).toContain("文档（共 8 个）");
    expect((await told("/docs 大桥", mo, own)).text).toContain("没有路径或标题里带“大桥”的文档");
    await composition.app.removeDocument("财经/大桥.txt", { by: "test" });
    expect((await told("/docs removed", mo, own)).text).toBe("没有移除过文档。");
    await told("/docs", mo, own);
    await tapped("1", mo, own);
    await tapped("🗑 移除", mo, own);
    await settles("🗑 移除", "✅ 已移除 园区/0.txt", mo, own);
    expect((await told("/tag 财经 年报", mo, own)).text).toBe("这不在您管理的文件夹里。");
  });
});

describe("/tag", () => {
  test("gives and takes tags, to which a chat can be bound", async () => {
    expect((await told("/tag")).text).toContain("还没有标签");
    expect((await told("/tag 财经 年报 #要闻")).text).toBe("🏷 财经 的标签：#年报 #要闻");
    expect((await told("/tag 财经 -要闻")).text).toBe("🏷 财经 的标签：#年报");
    expect((await told("/tag 园区/1.txt 年报")).text).toBe("🏷 园区/1.txt 的标签：#年报");
    expect((await told("/tag")).text).toContain("#年报 · 3 个文档 · 园区/1.txt 财经");
    expect((await told("/tag 没有 年报")).text).toContain("没有改动");
    expect((await told("/tag 财经 a!")).text).toContain("不能作标签");
    expect((await told("/scope #年报")).text).toContain("#年报");
    expect((await told(question)).text).toContain("860米");
    await told("/tag 财经 -年报");
    expect((await told(question)).text).toContain("这里只查找 #年报");
  });
});
