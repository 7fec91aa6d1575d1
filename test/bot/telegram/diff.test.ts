import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareKept, type CompareRequest } from "../../../bot/comparing/compare-kept.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import type { FakeChat, FakeUser } from "../../bot-api/fake-telegram.ts";
import { createSmallEmbedder } from "../../retrieval/loading/small-embedder.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";
import { openStage, type Stage } from "./open-stage.ts";

let stage: Stage;
let admin: FakeUser;
let chat: FakeChat;
let store: CorpusStore;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  admin = stage.telegram.user({ firstName: "Li" });
  chat = stage.telegram.privateChat(admin);
  folder = await tempFolder();
  store = await openLanceStore({ folder: await tempFolder() });
  const compare = (request: CompareRequest) => compareKept(store, request);
  stage.start({ app: { compare }, adminIds: [admin.id] });
});
afterEach(async () => {
  await stage.close();
  store.close();
});

async function load(files: Readonly<Record<string, string | undefined>>): Promise<void> {
  await writeFiles(folder, files);
  const source = openFolder(folder);
  await loadCorpus({ source, store, embedder: createSmallEmbedder(), force: true });
}

async function told(command: string): Promise<string> {
  await admin.in(chat).says(command);
  return (await chat.nextBotMessage()).text ?? "";
}

describe("/diff", () => {
  test("tells what the served version has and the one before had not", async () => {
    await load({ "gone.txt": "这篇要走了。", "tea.txt": "绿茶的水温是80度。茶杯要先温一下。" });
    await load({ "gone.txt": undefined, "tea.txt": "绿茶的水温是85度。茶杯要先温一下。" });
    await load({ "new/bridge.txt": "大桥全长55公里。大桥于2018年通车。" });

    expect(await told("/diff 1 2")).toMatchInlineSnapshot(`
      "🔍 第 1 版 → 第 2 版

      新增 0 个文档，改动 1 个，移除 1 个
      多了 1 句，少了 2 句

      － gone.txt
      　1 篇文章，1 句
      ± tea.txt +1 −1
      　－ 绿茶的水温是80度。
      　＋ 绿茶的水温是85度。"
    `);
    expect(await told("/diff")).toMatchInlineSnapshot(`
      "🔍 第 2 版 → 第 3 版

      新增 1 个文档，改动 0 个，移除 0 个
      多了 2 句，少了 0 句

      ＋ new/bridge.txt
      　1 篇文章，2 句"
    `);
    expect(await told("/diff 1")).toContain("第 1 版 → 第 3 版");
    expect(await told("/diff 2 2")).toBe("第 2 版和第 2 版没有不同。");
  });

  test("keeps to one message and counts the documents beyond it", async () => {
    await load({ "a.txt": "山是高的。" });
    const many = Array.from({ length: 90 }, (_, at) => [`${"长".repeat(40)}/${at}.txt`, "水深。"]);
    await load(Object.fromEntries(many));
    await admin.in(chat).says("/diff");
    const { text = "" } = await chat.waitFor(({ text: said }) => said !== undefined);
    expect(text).toContain("新增 90 个文档");
    const shown = text.match(/^＋ /gmu)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(text).toContain(`另有 ${90 - shown} 个文档，全部见上面的文件`);
    const file = await chat.waitFor(({ document }) => document !== undefined);
    expect(file).toMatchObject({
      caption: "第 1 版 → 第 2 版",
      document: { file_name: "diff-1-2.txt" },
    });
  });

  test("says kindly what it cannot compare", async () => {
    expect(await told("/diff")).toContain("/reload");
    await load({ "a.txt": "山是高的。" });
    expect(await told("/diff")).toBe("没有更早的版本可以比较。");
    expect(await told("/diff 1 7")).toMatch(/^没有保留这一版/u);
    expect(await told("/diff one")).toMatch(/^请写 \/diff/u);
    expect(await told("/diff 1 2 3")).toMatch(/^请写 \/diff/u);
  });
});
