import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
import { startSlowEmbeddings, type SlowEmbeddings } from "../slow-embeddings.ts";
import { openStage, type Stage } from "./open-stage.ts";

const museum = `# 青石县博物馆开馆

本报讯 2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。博物馆每逢周一闭馆。

首任馆长由文物专家王明担任。
`;
const bridge = "# 青石大桥通车\n\n青石大桥于2019年10月1日建成通车，全长860米。\n";
const library = "# 青石县图书馆扩建\n\n青石县图书馆扩建工程于2024年3月完工，新增阅览座位400个。\n";

let stage: Stage;
let folder: string;
let composition: Composition;
let embeddings: SlowEmbeddings;
beforeEach(async () => {
  stage = await openStage();
  embeddings = await startSlowEmbeddings();
  folder = await mkdtemp(join(tmpdir(), "wenju-conversation-"));
  await mkdir(join(folder, "docs"));
  await writeDocument("museum.md", museum);
  await writeDocument("bridge.md", bridge);
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: join(folder, "docs"),
    OPENAI_BASE_URL: embeddings.baseUrl,
    OPENAI_EMBEDDING_MODEL: "test-embedding",
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
  await embeddings.close();
  await rm(folder, { recursive: true });
});

function writeDocument(name: string, text: string): Promise<void> {
  return writeFile(join(folder, "docs", name), text);
}

describe("a conversation with the whole bot", () => {
  test("loads, answers, shows sources, reloads and answers anew", async () => {
    const admin = stage.telegram.user({ firstName: "Li" });
    stage.start({ app: composition.app, adminIds: [admin.id], timing: { progressEveryMs: 3_000 } });
    const chat = stage.telegram.privateChat(admin);
    const li = admin.in(chat);
    const isCard = (generation: number) => (message: { text?: string }) =>
      message.text?.includes(`第 ${generation} 版`) ?? false;

    await li.says("青石县博物馆哪一年开馆？");
    expect((await chat.nextBotMessage()).text).toMatch(/还没有载入任何文档/u);

    await li.says("/reload");
    await chat.nextBotMessage();
    await chat.waitFor(isCard(1));

    await li.says("青石县博物馆哪一年开馆？");
    const answer = await chat.nextBotMessage();
    expect(answer.text).toContain("2021年5月18日，青石县博物馆正式开馆，馆藏文物3200件。");

    await li.taps(answer, "📖 1");
    expect((await chat.nextEdit(answer)).text).toContain("museum.md");
    await li.taps(answer, "✕ 返回回答");
    expect((await chat.nextEdit(answer)).text).toBe(answer.text);

    await writeDocument("library.md", library);
    await writeDocument("museum.md", museum.replace("3200件", "3500件"));
    await li.says("/reload");
    await chat.nextBotMessage();
    await chat.waitFor(isCard(2));

    await li.says("图书馆扩建新增多少阅览座位？");
    expect((await chat.nextBotMessage()).text).toContain("新增阅览座位400个");

    await li.taps(answer, "📖 1");
    const gone = await chat.nextEdit(answer);
    expect(gone.text).toContain("来源已更新，现在的文档里没有这句话了");
    expect(gone.text).toContain("馆藏文物3200件");
    await li.taps(answer, "文档");
    expect((await chat.nextEdit(answer)).text).toMatch(/^📄 museum\.md\n1 篇文章 · 3 句/u);
  });

  test("answers a group from the old corpus while an admin reloads, and strangers may not", async () => {
    await composition.app.load({});
    const { telegram } = stage;
    const admin = telegram.user({ firstName: "Li" });
    const stranger = telegram.user({ firstName: "Wu" });
    stage.start({ app: composition.app, adminIds: [admin.id], timing: { progressEveryMs: 3_000 } });
    const adminChat = telegram.privateChat(admin);
    const group = telegram.group({ title: "读报", members: [admin, stranger], topics: ["问答"] });
    const question = `@${telegram.bot.username} 青石县博物馆馆藏文物有多少件？`;

    await stranger.in(group, { topic: "问答" }).says("我在读报。");
    await stranger.in(group, { topic: "问答" }).says("/reload");
    expect((await group.nextBotMessage()).text).toMatch(/管理员/u);

    await writeDocument("museum.md", museum.replace("3200件", "3500件"));
    const waits = embeddings.hold("3500件");
    await admin.in(adminChat).says("/reload");
    await adminChat.nextBotMessage();
    await waits;

    await stranger.in(group, { topic: "问答" }).says(question);
    const during = await group.nextBotMessage();
    expect(during.text).toContain("馆藏文物3200件");
    expect(during.message_thread_id).toBe(group.threadId("问答"));

    embeddings.release();
    await adminChat.waitFor(({ text }) => text?.includes("第 2 版") ?? false);
    await stranger.in(group, { topic: "问答" }).says(question);
    expect((await group.nextBotMessage()).text).toContain("馆藏文物3500件");
    expect(group.botMessages).toHaveLength(3);
  });
});
