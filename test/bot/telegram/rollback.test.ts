import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { steadyTranscript } from "./steady-transcript.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const question = "青石县博物馆馆藏文物多少件？";

let stage: Stage;
let folder: string;
let composition: Composition;
let li: FakeUser;
let mo: FakeUser;
let chat: FakeChat;
let clock: Date;
/** Generation 1 tells of 3200 pieces, generation 2 of 4100 and of the bridge. */
beforeEach(async () => {
  stage = await openStage();
  folder = await tempFolder();
  const documents = join(folder, "docs");
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: documents,
    DATABASE_URL: stage.databaseUrl,
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  await writeFiles(documents, { "museum.txt": museum });
  await composition.app.load({});
  await writeFiles(documents, { "museum.txt": museum.replace("3200", "4100"), "b.txt": bridge });
  await composition.app.load({});
  li = stage.telegram.user({ firstName: "Li" });
  mo = stage.telegram.user({ firstName: "Mo", languageCode: "en" });
  chat = stage.telegram.privateChat(li);
  clock = new Date();
  stage.start({
    app: composition.app,
    adminIds: [li.id, mo.id],
    now: () => clock.getTime(),
  });
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
  await rm(folder, { recursive: true });
});

async function told(words: string, by = li, where = chat) {
  await by.in(where).says(words);
  return where.nextBotMessage();
}

async function served(): Promise<number | undefined> {
  return (await composition.app.generations())[0]?.number;
}

function steady(): string {
  return steadyTranscript(chat)
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, "WHEN")
    .replaceAll(/管理员 \d+/gu, "管理员 WHO");
}

describe("/rollback", () => {
  test("shows what it would do, does it at the second word, and tells the new state", async () => {
    const card = await told("/rollback");
    expect(steady()).toMatchInlineSnapshot(`
      "#1 Li: /rollback
      #2 bot ↩#1: ↩️ 回到第 1 版的内容？
        
        现在：第 2 版 · WHEN
        　2 个文档 · 2 篇文章 · 2 句
        之后：第 1 版的内容 · WHEN
        　1 个文档 · 1 篇文章 · 1 句
        
        2 分钟内有效，只有您能按。
        [ ↩️ 回到第 1 版 ] [ 取消 ]"
    `);
    expect(card.reply_markup?.inline_keyboard).toMatchObject([[{ style: "danger" }, {}]]);
    expect(await served()).toBe(2);
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    await chat.nextEdit(card);
    await told("/generations");
    expect(steady()).toMatchInlineSnapshot(`
      "#1 Li: /rollback
      #2 bot ↩#1 (edited): ✅ 已回到第 1 版的内容，发布为第 3 版
        1 个文档 · 1 篇文章 · 1 句
        Li taps ↩️ 回到第 1 版 → “正在换版本……”
      #3 Li: /generations
      #4 bot ↩#3: **🗂 保留的各版文档**
        
        💾 使用中 0.0 MB · 较早的各版 0.2 MB（不再保留后释放） · 向量缓存 0.0 MB
        
        ▶ 第 3 版 · WHEN · 使用中 · 内容同第 1 版
        　1 个文档 · 1 篇文章 · 1 句
        　管理员 WHO
        · 第 2 版 · WHEN
        　2 个文档 · 2 篇文章 · 2 句
        　发布者没有记录
        · 第 1 版 · WHEN
        　1 个文档 · 1 篇文章 · 1 句
        　发布者没有记录"
    `);
    expect(await stage.operations.audit.recent(2)).toMatchObject([
      { who: `telegram ${li.id}`, act: "rollback", details: { generation: 3, to: 1, from: 2 } },
    ]);
  });

  test("answers anew from the older generation; older answers keep their quotes", async () => {
    const answer = await told(question);
    expect(answer.text).toContain("馆藏文物4100件");
    const card = await told("/rollback");
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    await chat.nextEdit(card);

    expect((await told(question)).text).toContain("馆藏文物3200件");
    await li.in(chat).taps(answer, "📖 1");
    const source = await chat.nextEdit(answer);
    expect(source.text).toContain("来源已更新，现在的文档里没有这句话了");
    expect(source.text).toContain("馆藏文物4100件");
  });

  test("is done once, however often it is pressed", async () => {
    const card = await told("/rollback");
    const answers = await Promise.all([
      li.in(chat).taps(card, "↩️ 回到第 1 版"),
      li.in(chat).taps(card, "↩️ 回到第 1 版"),
    ]);
    await chat.nextEdit(card);
    const texts = answers.map(({ text }) => text).join("\n");
    expect(texts).toContain("正在换版本");
    expect(texts).toContain("已经按过了");
    expect(await served()).toBe(3);
    expect(await stage.operations.audit.count()).toBe(1);
  });

  test("is not done at another admin's press, and still waits for the first", async () => {
    const card = await told("/rollback");
    const tapped = await mo.in(chat).taps(card, "↩️ 回到第 1 版");
    expect(tapped).toMatchObject({ text: expect.stringContaining("another admin") });
    expect(await served()).toBe(2);
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    expect((await chat.nextEdit(card)).text).toMatch(/^✅ 已回到第 1 版/u);
  });

  test("is taken back by its other button, for good", async () => {
    const card = await told("/rollback");
    await li.in(chat).taps(card, "取消");
    const cancelled = await chat.nextEdit(card);
    expect(cancelled.text).toBe("好的，没有改动。");
    expect(cancelled.reply_markup).toBe(undefined);
    expect(await served()).toBe(2);
  });

  test("is not done after two minutes", async () => {
    const card = await told("/rollback");
    clock = new Date(clock.getTime() + 2 * 60_000);
    expect(await li.in(chat).taps(card, "↩️ 回到第 1 版")).toMatchObject({ show_alert: true });
    expect((await chat.nextEdit(card)).text).toMatch(/^已经过了时间，没有改动/u);
    expect(await served()).toBe(2);
  });

  test("is not done where another generation was published after the card", async () => {
    const card = await told("/rollback");
    await writeFiles(join(folder, "docs"), { "b.txt": bridge.replace("860", "870") });
    await composition.app.load({});
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    expect((await chat.nextEdit(card)).text).toMatch(/^这期间已经发布了另一版/u);
    expect(await served()).toBe(3);
    expect(await stage.operations.audit.recent(1)).toMatchObject([
      { act: "rollback", details: { to: 1, failed: "E_ALREADY_PUBLISHED" } },
    ]);
  });

  test("says so while a load runs, before the card and after it", async () => {
    const card = await told("/rollback");
    const lease = { name: "corpus", holder: "a load", durationMs: 60_000 };
    await stage.operations.leases.acquire(lease);
    expect((await told("/rollback")).text).toMatch(/^文档正在更新/u);
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    expect((await chat.nextEdit(card)).text).toMatch(/^文档正在更新/u);
    expect(await served()).toBe(2);
  });

  test("says why there is nothing to do", async () => {
    expect((await told("/rollback 2")).text).toMatch(/^现在用的就是第 2 版的内容/u);
    expect((await told("/rollback 9")).text).toMatch(/^没有保留第 9 版/u);
    expect((await told("/rollback x")).text).toMatch(/^请写 \/rollback/u);
    const card = await told("/rollback");
    await li.in(chat).taps(card, "↩️ 回到第 1 版");
    await chat.nextEdit(card);
    expect((await told("/rollback")).text).toMatch(/^没有更早的版本/u);
    expect((await told("/rollback 1")).text).toMatch(/^现在用的就是第 1 版的内容/u);
  });

  test("speaks English, and only in private", async () => {
    const moChat = stage.telegram.privateChat(mo);
    expect((await told("/rollback", mo, moChat)).text).toMatch(/^↩️ Go back to the content of/u);
    const group = stage.telegram.group({ title: "Desk", members: [mo] });
    expect((await told("/rollback", mo, group)).text).toMatch(/in our private chat/u);
  });
});
