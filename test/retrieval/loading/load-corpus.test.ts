import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { DocumentSource } from "../../../corpus/source.ts";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import type { LoadProgress } from "../../../retrieval/load-report.ts";
import { loadCorpus, type LoadCorpusOptions } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { readContent } from "./read-content.ts";
import { createSmallEmbedder, type SmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const bridge = "港珠澳大桥于2018年10月24日通车。大桥全长55公里。";
const panda = "大熊猫主要吃竹子。它们生活在四川的山里。";
const tea = "茶叶要用热水泡。绿茶的水温是80度。";
const recording = new TextEncoder().encode("OggS\0\0");

describe("loadCorpus", () => {
  let folder: string;
  let storeFolder: string;
  let store: CorpusStore;
  let embedder: SmallEmbedder;

  beforeEach(async () => {
    folder = await tempFolder();
    storeFolder = await tempFolder();
    store = await openLanceStore({ folder: storeFolder });
    embedder = createSmallEmbedder();
  });
  afterEach(() => store.close());

  function load(options: Partial<LoadCorpusOptions> = {}) {
    return loadCorpus({ source: openFolder(folder), store, embedder, ...options });
  }

  async function served() {
    const snapshot = await store.snapshot();
    try {
      return await readContent(snapshot);
    } finally {
      snapshot.close();
    }
  }

  test("gives the same ids whatever the order of the files", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "animals/panda.md": panda, "tea.txt": tea });
    const inOrder = openFolder(folder);
    const orders: readonly DocumentSource[] = [
      inOrder,
      { list: async () => (await inOrder.list()).toReversed() },
    ];
    const ids = await Promise.all(
      orders.map(async (source) => {
        const own = await openLanceStore({ folder: await tempFolder() });
        await load({ source, store: own });
        const snapshot = await own.snapshot();
        const listed = await snapshot.listDocuments();
        const documents = await Promise.all(listed.map(({ id }) => snapshot.document(id)));
        snapshot.close();
        own.close();
        const sentences = documents.flatMap((document) =>
          (document?.articles ?? []).flatMap((article) => article.sentences),
        );
        return sentences.map(({ id, text }) => `${id} ${text}`).toSorted();
      }),
    );
    expect(ids[0]).toHaveLength(6);
    expect(ids[1]).toEqual(ids[0]);
  });

  test("loads a folder and tells what it did", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "animals/panda.md": panda });
    const progress: LoadProgress[] = [];
    const report = await load({ onProgress: (step) => progress.push(step) });
    expect(report).toMatchObject({
      published: true,
      generation: { number: 1, documents: 2, sentences: 4, embedder: "small-1" },
      added: ["animals/panda.md", "bridge.txt"],
      changed: [],
      removed: [],
      unchanged: 0,
      failed: [],
      documents: 2,
      sentences: 4,
      chunksEmbedded: 2,
    });
    expect(report.elapsedMs).toBeGreaterThan(0);
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(
      new Set(["list", "read", "embed", "index", "check", "publish"]),
    );
    expect(progress.every(({ done, total }) => done <= total)).toBe(true);
    const bytes = progress.flatMap((step) => step.bytes ?? []);
    const size = Buffer.byteLength(bridge + panda);
    expect(bytes.every(({ total }) => total === size)).toBe(true);
    expect(bytes.map(({ done }) => done)).toEqual(
      bytes.map(({ done }) => done).sort((a, b) => a - b),
    );
    expect([bytes[0]?.done, bytes.at(-1)?.done]).toEqual([0, size]);
    expect(report.bytesRead).toBe(size);
    expect(report.documentsPerSecond).toBeGreaterThan(0);
    const timed = Object.values(report.timesMs).reduce((sum, time) => sum + time, 0);
    expect(timed).toBeGreaterThan(0);
    expect(timed).toBeLessThanOrEqual(report.elapsedMs);
    expect(report.changes).toBeUndefined();
    expect(await served()).toEqual({ "bridge.txt": bridge, "animals/panda.md": panda });
  });

  test("reads and embeds only what changed", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    await writeFiles(folder, { "panda.txt": `${panda}也有小熊猫。`, "tea.txt": tea });
    embedder.embedded.splice(0);
    const report = await load();
    expect(report).toMatchObject({
      generation: { number: 2 },
      added: ["tea.txt"],
      changed: ["panda.txt"],
      removed: [],
      unchanged: 1,
      chunksEmbedded: 2,
    });
    expect(embedder.embedded).toHaveLength(2);
  });

  test("publishes nothing when nothing changed", async () => {
    await writeFiles(folder, { "bridge.txt": bridge });
    const first = await load();
    const second = await load();
    expect(second).toMatchObject({ published: false, unchanged: 1, chunksEmbedded: 0, added: [] });
    expect(second.generation).toEqual(first.generation);
    expect(await store.newestGeneration()).toBe(1);
  });

  test("removes what has vanished", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    await writeFiles(folder, { "panda.txt": undefined });
    expect(await load()).toMatchObject({ removed: ["panda.txt"], documents: 1, unchanged: 1 });
    expect(await served()).toEqual({ "bridge.txt": bridge });
  });

  test("a text that comes back is not embedded again", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    await writeFiles(folder, { "panda.txt": undefined });
    await load();
    await writeFiles(folder, { "panda.txt": panda });
    embedder.embedded.splice(0);
    expect(await load()).toMatchObject({ added: ["panda.txt"], chunksEmbedded: 0 });
    expect(embedder.embedded).toEqual([]);
  });

  test("the same text in two files is embedded once", async () => {
    await writeFiles(folder, { "one.txt": bridge, "two.txt": bridge });
    expect(await load()).toMatchObject({ documents: 2, chunksEmbedded: 1 });
  });

  test("a file that cannot be loaded fails alone", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "talk.ogg": recording, "empty.txt": "" });
    const report = await load();
    expect(report.failed).toEqual([
      { path: "empty.txt", code: expect.stringMatching(/^E_/u), reason: expect.any(String) },
      { path: "talk.ogg", code: "E_FORMAT_UNSUPPORTED", reason: expect.any(String) },
    ]);
    expect(report).toMatchObject({ published: true, documents: 1, added: ["bridge.txt"] });
  });

  test("a file that breaks keeps its old version", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    await writeFiles(folder, { "panda.txt": recording, "tea.txt": tea });
    const report = await load();
    expect(report).toMatchObject({
      added: ["tea.txt"],
      changed: [],
      removed: [],
      failed: [{ path: "panda.txt", code: "E_FORMAT_UNSUPPORTED" }],
    });
    expect(await served()).toEqual({ "bridge.txt": bridge, "panda.txt": panda, "tea.txt": tea });
  });

  test("a title given from outside is part of the document", async () => {
    function titled(title: string): DocumentSource {
      const read = () => Promise.resolve(new TextEncoder().encode(bridge));
      return { list: () => Promise.resolve([{ path: "bridge", title, read }]) };
    }
    await load({ source: titled("旧题") });
    const report = await load({ source: titled("新题") });
    expect(report).toMatchObject({ published: true, changed: ["bridge"] });
    const snapshot = await store.snapshot();
    const [hit] = await snapshot.searchFullText(["大桥"], { limit: 1 });
    expect(hit?.chunk.title).toBe("新题");
    snapshot.close();
  });

  test("tells what would change, and writes nothing", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    const first = await load({ dryRun: true });
    expect(first).toMatchObject({
      published: false,
      added: ["bridge.txt", "panda.txt"],
      documents: 2,
      sentences: 4,
    });
    expect(first.generation).toBeUndefined();
    expect(await readdir(storeFolder)).toEqual([]);

    await load();
    await writeFiles(folder, {
      "bridge.txt": "港珠澳大桥于2018年10月24日通车。大桥全长55千米。它很长。",
      "panda.txt": undefined,
      "tea.txt": tea,
    });
    embedder.embedded.splice(0);
    const second = await load({ dryRun: true });
    expect(second).toMatchObject({
      added: ["tea.txt"],
      changed: ["bridge.txt"],
      removed: ["panda.txt"],
      chunksEmbedded: 0,
      changes: [
        { path: "bridge.txt", kind: "changed", sentencesGained: 2, sentencesLost: 1 },
        { path: "panda.txt", kind: "removed", sentencesGained: 0, sentencesLost: 2 },
        { path: "tea.txt", kind: "added", sentencesGained: 2, sentencesLost: 0 },
      ],
    });
    expect(embedder.embedded).toEqual([]);
    expect(await served()).toEqual({ "bridge.txt": bridge, "panda.txt": panda });
    const { elapsedMs: _, chunksEmbedded: __, ...real } = await load();
    expect(real).toMatchObject({
      added: second.added,
      changed: second.changed,
      removed: second.removed,
    });
  });

  test("refuses an empty folder where nothing is served", async () => {
    await expect(load()).rejects.toMatchObject({ name: "CorpusError", code: "E_FOLDER_EMPTY" });
    await writeFiles(folder, { "talk.ogg": recording });
    await expect(load()).rejects.toMatchObject({ name: "CorpusError", code: "E_FOLDER_EMPTY" });
    expect(await store.newestGeneration()).toBe(0);
  });

  test("refuses to shrink below half without force", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda, "tea.txt": tea });
    await load();
    await writeFiles(folder, { "panda.txt": undefined, "tea.txt": undefined });
    await expect(load()).rejects.toMatchObject({
      code: "E_CORPUS_SHRANK",
      message: expect.stringMatching(/6 sentences in 3 documents.*found 2 in 1.*--force/u),
    });
    expect(Object.keys(await served())).toHaveLength(3);
    expect(await load({ force: true })).toMatchObject({ generation: { number: 2, documents: 1 } });

    await writeFiles(folder, { "bridge.txt": undefined });
    await expect(load()).rejects.toMatchObject({ code: "E_CORPUS_SHRANK" });
    expect(await load({ force: true })).toMatchObject({ generation: { number: 3, documents: 0 } });
  });

  test("stops when told to, and the next load goes on from there", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 700 }, (_, at) => [`${at}.txt`, `这是第${at}篇。它只有两句话。`]),
    );
    await writeFiles(folder, files);
    const controller = new AbortController();
    const stopping = load({
      signal: controller.signal,
      onProgress: ({ stage, done }) => {
        if (stage === "embed" && done === 600) controller.abort();
      },
    });
    await expect(stopping).rejects.toMatchObject({ code: "E_LOAD_CANCELLED" });
    expect(await store.newestGeneration()).toBe(0);

    const report = await load();
    expect(report).toMatchObject({ generation: { number: 1, documents: 700 } });
    expect(report.added).toHaveLength(700);
    expect(report.chunksEmbedded).toBe(100);
    expect(new Set(embedder.embedded).size).toBe(embedder.embedded.length);
  });

  test.each(["list", "read", "index", "check"] as const)(
    "stops at the stage %s when told to",
    async (stage) => {
      await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
      const controller = new AbortController();
      const stopping = load({
        signal: controller.signal,
        onProgress: (step) => {
          if (step.stage === stage) controller.abort();
        },
      });
      await expect(stopping).rejects.toMatchObject({ code: "E_LOAD_CANCELLED" });
      expect(await store.newestGeneration()).toBe(0);
      expect(await load()).toMatchObject({ generation: { number: 1, documents: 2 } });
    },
  );

  test("an embedder that fails leaves the old corpus served", async () => {
    await writeFiles(folder, { "bridge.txt": bridge });
    await load();
    await writeFiles(folder, { "panda.txt": panda });
    const failing = createSmallEmbedder({
      onEmbed: () => {
        throw new Error("server gone");
      },
    });
    await expect(load({ embedder: failing })).rejects.toThrow("server gone");
    expect(await served()).toEqual({ "bridge.txt": bridge });
  });

  test("an embedder that breaks its word on the dimension is refused", async () => {
    await writeFiles(folder, { "bridge.txt": bridge });
    const lying = { ...createSmallEmbedder({ dimension: 12 }), dimension: 16 };
    await expect(load({ embedder: lying })).rejects.toMatchObject({
      code: "E_EMBEDDING_DIMENSION",
    });
    expect(await store.newestGeneration()).toBe(0);
  });

  test("another embedder fills tables of its own, and the old ones serve meanwhile", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    const old = await store.snapshot();
    const other = createSmallEmbedder({ name: "small-2", dimension: 24 });
    const report = await load({ embedder: other });
    expect(report).toMatchObject({
      published: true,
      generation: { number: 2, embedder: "small-2", dimension: 24 },
      added: [],
      changed: [],
      unchanged: 2,
      chunksEmbedded: 2,
    });
    expect(await readContent(old)).toEqual({ "bridge.txt": bridge, "panda.txt": panda });
    expect(await served()).toEqual({ "bridge.txt": bridge, "panda.txt": panda });
    old.close();

    const back = await load();
    expect(back).toMatchObject({
      generation: { number: 3, embedder: "small-1" },
      chunksEmbedded: 0,
    });
    expect(await store.rollback(2)).toMatchObject({ number: 4, embedder: "small-2" });
  });

  test("after a rollback the next load starts from what is served", async () => {
    await writeFiles(folder, { "bridge.txt": bridge, "panda.txt": panda });
    await load();
    await writeFiles(folder, { "panda.txt": `${panda}也有小熊猫。`, "tea.txt": tea });
    await load();
    await store.rollback(1);
    expect(await served()).toEqual({ "bridge.txt": bridge, "panda.txt": panda });

    embedder.embedded.splice(0);
    const report = await load();
    expect(report).toMatchObject({
      generation: { number: 4 },
      added: ["tea.txt"],
      changed: ["panda.txt"],
      unchanged: 1,
      chunksEmbedded: 0,
    });
    expect(embedder.embedded).toEqual([]);
    expect(Object.keys(await served())).toHaveLength(3);
  });

  test("counts terms alike whether documents came at once or bit by bit", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `${at}.txt`,
        `第${at % 7}种说法，共${at % 3}处。${bridge}`,
      ]),
    );
    await writeFiles(folder, files);
    await load();
    await writeFiles(folder, { "3.txt": tea, "4.txt": undefined, "new.txt": panda });
    await load();
    await writeFiles(folder, { "3.txt": `${tea}${panda}`, "29.txt": `${bridge}${tea}` });
    await load();
    const afresh = await openLanceStore({ folder: await tempFolder() });
    await load({ store: afresh });
    const tokens = ["大桥", "熊猫", "绿茶", "#大桥", "第", "种", "0", "1", "6", "说法", "#水温"];
    const one = await store.snapshot();
    const other = await afresh.snapshot();
    const counts = await one.documentFrequencies(tokens);
    expect(counts.get("大桥")).toBe(28);
    expect(counts).toEqual(await other.documentFrequencies(tokens));
    one.close();
    other.close();
    afresh.close();
  });
});
