import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { compose, type ComposeOptions, type Composition } from "../../../../bot/compose.ts";
import { type Config, parseConfig } from "../../../../bot/config.ts";
import { createLogger } from "../../../../bot/logger.ts";
import type { Lease } from "../../../../bot/operations/leases.ts";
import { openOperations } from "../../../../bot/operations/open-operations.ts";
import { openFakeBotApi } from "../../../bot-api/fake-bot-api.ts";
import type { FakeChat, FakeUser } from "../../../bot-api/fake-telegram.ts";
import { tempFolder, writeFiles } from "../../../retrieval/loading/temp-folder.ts";
import { startSlowEmbeddings, type SlowEmbeddings } from "../../slow-embeddings.ts";
import { startBotProcess } from "../crowd/bot-process.ts";
import { openStage, type Stage } from "../open-stage.ts";

const museum = "博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n";
const bridge = "大桥通车\n\n青石大桥全长860米，2019年10月1日建成通车。\n";
const tea = "茶\n\n绿茶的水温是80度。\n";
const question = "青石县博物馆馆藏文物多少件？";
const logger = createLogger({ level: "silent", secrets: [] });

let documents: string;
let embeddings: SlowEmbeddings;
let given: Record<string, string>;
beforeEach(async () => {
  embeddings = await startSlowEmbeddings();
  const folder = await tempFolder();
  documents = join(folder, "docs");
  given = {
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: documents,
    OPENAI_BASE_URL: embeddings.baseUrl,
    OPENAI_EMBEDDING_MODEL: "test-embedding",
  };
  await writeFiles(documents, { "museum.txt": museum, "old/bridge.txt": bridge, "tea.txt": tea });
  await withApp({}, ({ app }) => app.load({}));
});
afterEach(() => embeddings.close());

function config(): Config {
  return parseConfig({ ...given, LOG_LEVEL: "silent" });
}

async function withApp<Result>(
  options: ComposeOptions,
  work: (composition: Composition) => Promise<Result>,
): Promise<Result> {
  const composition = await compose(config(), logger, options);
  try {
    return await work(composition);
  } finally {
    await composition.app.close();
  }
}

/** Number of the process that holds the corpus; one that loads beside this one. */
function loaderOf(lease: Lease | undefined): number {
  const pid = Number(/process (\d+)/u.exec(lease?.holder ?? "")?.[1]);
  expect(pid).toBeGreaterThan(0);
  expect(pid).not.toBe(process.pid);
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const changeMuseum = () => writeFiles(documents, { "museum.txt": museum.replace("3200", "4100") });
const says =
  (words: string) =>
  ({ text }: { text?: string }) =>
    text?.includes(words) ?? false;

/** Processes start slowly on a busy machine. */
const waitTimeoutMs = 60_000;
const slowestMs = 180_000;

describe("a reload in a process of its own", { timeout: slowestMs }, () => {
  let stage: Stage;
  let li: FakeUser;
  let chat: FakeChat;
  let composition: Composition;

  async function start(options: ComposeOptions): Promise<void> {
    given["DATABASE_URL"] = stage.databaseUrl;
    composition = await compose(config(), logger, options);
    stage.start({ app: composition.app, adminIds: [li.id] });
  }

  beforeEach(async () => {
    stage = await openStage({ waitTimeoutMs });
    li = stage.telegram.user({ firstName: "Li" });
    chat = stage.telegram.privateChat(li);
  });
  afterEach(async () => {
    await stage.close();
    await composition.app.close();
  });

  async function answer(): Promise<string> {
    return (await chat.answerTo(await li.in(chat).says(question))).text ?? "";
  }

  test("is cancelled in the middle, answers from the old documents, and is gone on with", async () => {
    await start({ loadsIn: "ownProcess" });
    await changeMuseum();
    const isHeld = embeddings.hold("4100件");
    await li.in(chat).says("/reload");
    const message = await chat.nextBotMessage();
    await isHeld;
    expect(loaderOf(await stage.operations.leases.current("corpus"))).toBeGreaterThan(0);
    expect(await answer()).toContain("3200件");
    await chat.waitFor(({ reply_markup: buttons }) => buttons !== undefined);
    await li.in(chat).taps(message, "取消");
    expect((await chat.waitFor(says("⏹"))).message_id).toBe(message.message_id);
    embeddings.release();
    expect(await answer()).toContain("3200件");

    await li.in(chat).says("/reload");
    const card = await chat.waitFor(says("第 2 版"));
    expect(card.text).toMatch(/新增 0 · 修改 1 · 删除 0 · 未变 2 · 失败 0/u);
    expect(await answer()).toContain("4100件");
    expect(embeddings.embedded.filter((text) => text.includes("4100件"))).toHaveLength(1);
  });

  test("of one path touches nothing else; held back, it is published when that is meant", async () => {
    await start({ loadsIn: "thisProcess" });
    await writeFiles(documents, {
      "museum.txt": undefined,
      "tea.txt": undefined,
      "old/bridge.txt": bridge.replace("860", "870"),
    });
    await li.in(chat).says("/reload old/");
    const scoped = await chat.waitFor(says("第 2 版"));
    expect(scoped.text).toMatch(/范围：old\n新增 0 · 修改 1 · 删除 0 · 未变 2/u);
    expect(await answer()).toContain("3200件");

    await li.in(chat).says("/reload");
    const heldBack = await chat.waitFor(says("⏸"));
    expect(await answer()).toContain("3200件");
    await li.in(chat).taps(heldBack, "仍然发布");
    const card = await chat.waitFor(says("第 3 版"));
    expect(card.message_id).toBe(heldBack.message_id);
    expect(card.text).toMatch(/强制\n新增 0 · 修改 0 · 删除 2/u);
    expect(await answer()).not.toContain("3200件");
  });

  test("joins nothing it cannot see: a load of the command line is followed to its end", async () => {
    await start({ loadsIn: "thisProcess" });
    await changeMuseum();
    const isHeld = embeddings.hold("4100件");
    const other = withApp({}, ({ app }) => app.load({}));
    await isHeld;
    await li.in(chat).says("/reload");
    await chat.waitFor(says("另一个进程正在载入"));
    embeddings.release();
    await other;
    const card = await chat.waitFor(says("另一个进程载入完了"));
    expect(card.text).toContain("现在用的是第 2 版");
  });
});

describe("a reload over a kill of the bot", { timeout: slowestMs }, () => {
  test("goes on in the same message, once, and its own process does not outlive the bot", async () => {
    const telegram = await openFakeBotApi({ waitTimeoutMs });
    const li = telegram.user({ firstName: "Li" });
    const chat = telegram.privateChat(li);
    const folder = await tempFolder();
    const settings = { ...given, ADMIN_IDS: String(li.id) };
    const start = () => {
      const bot = startBotProcess({ telegram, folder, onLog: () => undefined, settings });
      onTestFinished(() => bot.kill());
      return bot;
    };
    const database = pathToFileURL(join(given["DATA_DIR"] ?? "", "operations.db")).href;
    const operations = await openOperations({ url: database });

    const first = start();
    await changeMuseum();
    const isHeld = embeddings.hold("4100件");
    await li.in(chat).says("/reload");
    const message = await chat.nextBotMessage();
    await isHeld;
    const pid = loaderOf(await operations.leases.current("corpus"));
    await first.kill();
    await expect.poll(() => isAlive(pid), { timeout: waitTimeoutMs }).toBe(false);
    embeddings.release();

    const second = start();
    const card = await chat.waitFor(says("第 2 版"));
    expect(card.message_id).toBe(message.message_id);
    expect(chat.botMessages).toHaveLength(1);
    await expect.poll(() => operations.leases.current("corpus")).toBe(undefined);
    expect(embeddings.embedded.filter((text) => text.includes("4100件"))).toHaveLength(1);
    expect(await operations.audit.count()).toBe(1);
    expect(await second.stop()).toBe(0);
    operations.close();
    await telegram.close();
    telegram.assertClean();
  });
});
