import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compose, type Composition } from "../../../bot/compose.ts";
import { parseConfig } from "../../../bot/config.ts";
import { createLogger } from "../../../bot/logger.ts";
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
beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), "wenju-conversation-"));
  await mkdir(join(folder, "docs"));
  await writeDocument("museum.md", museum);
  await writeDocument("bridge.md", bridge);
  const config = parseConfig({
    DATA_DIR: join(folder, "data"),
    DOCUMENTS_DIR: join(folder, "docs"),
  });
  composition = await compose(config, createLogger({ level: "silent", secrets: [] }));
});
afterEach(async () => {
  await stage.close();
  await composition.app.close();
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
    expect((await chat.nextBotMessage()).text).toContain("museum.md");

    await writeDocument("library.md", library);
    await writeDocument("museum.md", museum.replace("3200件", "3500件"));
    await li.says("/reload");
    await chat.nextBotMessage();
    await chat.waitFor(isCard(2));

    await li.says("图书馆扩建新增多少阅览座位？");
    expect((await chat.nextBotMessage()).text).toContain("新增阅览座位400个");

    await li.taps(answer, "📖 1");
    expect((await chat.nextBotMessage()).text).toContain("来源已更新");
  });
});
