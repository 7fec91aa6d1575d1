import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PathMissingError } from "../../../corpus/errors.ts";
import { openArchives } from "../../../corpus/sources/open-archives.ts";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import { loadCorpus, type LoadCorpusOptions } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { readContent } from "./read-content.ts";
import { createSmallEmbedder, type SmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const bridge = "港珠澳大桥于2018年10月24日通车。大桥全长55公里。";
const panda = "大熊猫主要吃竹子。它们生活在四川的山里。";
const tea = "茶叶要用热水泡。绿茶的水温是80度。";

let folder: string;
let store: CorpusStore;
let embedder: SmallEmbedder;
beforeEach(async () => {
  folder = await tempFolder();
  store = await openLanceStore({ folder: await tempFolder() });
  embedder = createSmallEmbedder();
  await writeFiles(folder, { "bridge.txt": bridge, "animals/panda.md": panda, "tea.txt": tea });
  await load();
});
afterEach(() => store.close());

function load(options: Partial<LoadCorpusOptions> = {}) {
  const source = openArchives(openFolder(folder));
  return loadCorpus({ source, store, embedder, ...options });
}

async function servedPaths(): Promise<readonly string[]> {
  const snapshot = await store.snapshot();
  const listed = await snapshot.listDocuments();
  snapshot.close();
  return listed.map(({ path }) => path);
}

async function servedText(): Promise<string> {
  const snapshot = await store.snapshot();
  const content = await readContent(snapshot);
  snapshot.close();
  return JSON.stringify(content);
}

describe("a load of one path", () => {
  test("touches nothing else: no change, no removal, no new file elsewhere", async () => {
    await writeFiles(folder, {
      "bridge.txt": bridge.replace("55", "56"),
      "tea.txt": undefined,
      "silk.txt": "丝绸产自杭州。",
      "animals/panda.md": panda.replace("四川", "陕西"),
      "animals/crane.md": "丹顶鹤生活在湿地。",
    });
    const report = await load({ path: "animals" });
    expect(report).toMatchObject({
      published: true,
      added: ["animals/crane.md"],
      changed: ["animals/panda.md"],
      removed: [],
      unchanged: 2,
    });
    expect(await servedPaths()).toEqual([
      "animals/crane.md",
      "animals/panda.md",
      "bridge.txt",
      "tea.txt",
    ]);
    expect(await servedText()).toContain("55公里");
  });

  test("removes what is gone at it, and nothing else", async () => {
    await writeFiles(folder, { "tea.txt": undefined, "bridge.txt": undefined });
    expect(await load({ path: "tea.txt" })).toMatchObject({ removed: ["tea.txt"] });
    expect(await servedPaths()).toEqual(["animals/panda.md", "bridge.txt"]);
  });

  test("of a file reads that file alone", async () => {
    await writeFiles(folder, { "tea.txt": tea.replace("80", "85"), "tea.txt.md": "茶壶。" });
    const report = await load({ path: "tea.txt" });
    expect(report).toMatchObject({ added: [], changed: ["tea.txt"] });
  });

  test("names what is near where there is no such path, and publishes nothing", async () => {
    const missing = load({ path: "animal/panda.md" });
    await expect(missing).rejects.toThrow(PathMissingError);
    await expect(missing).rejects.toMatchObject({
      code: "E_PATH_MISSING",
      nearby: expect.arrayContaining(["animals/panda.md", "animals/"]),
    });
    expect(await store.newestGeneration()).toBe(1);
  });

  test("takes no file for a folder", async () => {
    await expect(load({ path: "tea.txt/leaf" })).rejects.toMatchObject({ code: "E_PATH_MISSING" });
  });

  test("tells of the archive that could not be opened on the way, and keeps what it held", async () => {
    await writeFile(join(folder, "old.zip"), "no archive at all");
    const report = await load({ path: "old.zip/a.txt" });
    expect(report.failed.map(({ path }) => path)).toEqual(["old.zip"]);
    expect(report).toMatchObject({ published: false, removed: [] });
  });
});

describe("a load that reads all anew", () => {
  test("reads every file, publishes, and embeds no text twice", async () => {
    const bytes = Buffer.byteLength(bridge + panda + tea);
    const before = await servedText();
    const embeddedBefore = embedder.embedded.length;
    const report = await load({ readAll: true });
    expect(report).toMatchObject({ published: true, unchanged: 3, bytesRead: bytes });
    expect(report.generation?.number).toBe(2);
    expect(embedder.embedded.length).toBe(embeddedBefore);
    expect(await servedText()).toBe(before);
  });

  test("reads all of one path, where one is given", async () => {
    const report = await load({ readAll: true, path: "animals" });
    expect(report).toMatchObject({ published: true, bytesRead: Buffer.byteLength(panda) });
  });
});
