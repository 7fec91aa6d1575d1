import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { openStage, type Stage } from "./open-stage.ts";

const museum = "# 青石县博物馆开馆\n\n2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。\n";
const bridge = "# 青石大桥通车\n\n青石大桥于2019年10月1日建成通车，全长860米。\n";
const goldenSentence = "2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。";

let stage: Stage;
let folder: string;
let docs: string;
let composition: Composition;
let li: FakeUser;
let chat: FakeChat;
beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), "wenju-watching-"));
  docs = join(folder, "docs");
  await mkdir(docs);
  await writeFile(join(docs, "museum.md"), museum);
  const config = parseConfig({ DATA_DIR: join(folder, "data"), DOCUMENTS_DIR: docs });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
  await composition.app.load({});
  li = stage.telegram.user({ firstName: "Li" });
  chat = stage.telegram.privateChat(li);
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
  await rm(folder, { recursive: true });
});

function start(watch: Parameters<Stage["start"]>[0] = {}): void {
  const { app } = composition;
  stage.start({
    app,
    adminIds: [li.id],
    documentsFolder: docs,
    watch: { kind: "changes" },
    ...watch,
  });
}

async function told(what: string): Promise<string> {
  await li.in(chat).says(what);
  return (await chat.nextBotMessage()).text ?? "";
}

describe("a watched folder", () => {
  test("is loaded when a file comes, and admins are told", async () => {
    start();
    expect(await told("青石大桥全长多少米？")).not.toContain("860米");
    await writeFile(join(docs, "bridge.md"), bridge);
    const report = await chat.nextBotMessage();
    expect(report.text).toMatch(/^👁 文档有变动，已自动处理：\n\n✅ .*第 2 版/u);
    expect(await told("青石大桥全长多少米？")).toContain("全长860米");
    expect(await told("/audit")).toContain("自动（文件夹有变动）");
  });

  test("catches up with what changed while nobody watched", async () => {
    await writeFile(join(docs, "bridge.md"), bridge);
    start();
    expect((await chat.nextBotMessage()).text).toContain("第 2 版");
  });

  test("is looked at every so often where that is wanted", async () => {
    start({ watch: { kind: "looks", everyMs: 20 } });
    await writeFile(join(docs, "bridge.md"), bridge);
    expect((await chat.nextBotMessage()).text).toContain("第 2 版");
  });

  test("tells of a file that cannot be loaded once, however often others change", async () => {
    await writeFile(join(docs, "broken.pdf"), "%PDF-1.7 and nothing more");
    start();
    expect((await chat.nextBotMessage()).text).toContain("broken.pdf");
    await writeFile(join(docs, "broken.pdf"), "%PDF-1.7 and nothing more");
    await writeFile(join(docs, "bridge.md"), bridge);
    expect((await chat.nextBotMessage()).text).toContain("第 2 版");
    expect(chat.botMessages).toHaveLength(2);
  });

  test("tells which answers hold the changes back", async () => {
    const line = { id: "1", question: "馆藏文物有多少件？", gold_sentences: [goldenSentence] };
    await writeFile(join(docs, "golden.jsonl"), JSON.stringify(line));
    start();
    await writeFile(join(docs, "museum.md"), museum.replace("3200", "3300"));
    const held = await chat.nextBotMessage();
    expect(held.text).toMatch(/^👁 文档有变动，已自动处理：\n\n⏸ /u);
    expect(held.text).toContain("馆藏文物有多少件？");
    expect(held.text).toContain("/reload force");
    expect(await composition.app.generations()).toHaveLength(1);
  });

  test("tells in the admin's language, and why a load failed", async () => {
    const ann = stage.telegram.user({ languageCode: "en" });
    const own = stage.telegram.privateChat(ann);
    const start_ = { adminIds: [ann.id], watch: { kind: "changes" } as const };
    stage.start({ app: composition.app, documentsFolder: docs, ...start_ });
    await ann.in(own).says("/status");
    await own.nextBotMessage();
    await rm(join(docs, "museum.md"));
    expect((await own.nextBotMessage()).text).toMatch(
      /^👁 The documents changed and were looked at by themselves:\n\n⏸ The new version is held back\n[^]*\/reload force\.$/u,
    );
    expect(await composition.app.generations()).toHaveLength(1);
  });

  test("waits where somebody else loads, and loads then", async () => {
    const lease = { name: "corpus", holder: "another load", durationMs: 60_000 };
    const { leases } = await composition.operations();
    const { lease: held } = await leases.acquire(lease);
    start();
    await writeFile(join(docs, "bridge.md"), bridge);
    expect(await told("青石大桥全长多少米？")).not.toContain("860米");
    await leases.release(held);
    expect((await chat.nextBotMessage()).text).toContain("第 2 版");
  });
});
