import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { readContent } from "./read-content.ts";
import { createSmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const line = "青石热线 便民服务栏目";
const page = (text: string): string => `${text}\n\n${line}\n`;

describe("loadCorpus of documents that share lines", () => {
  let folder: string;
  let store: CorpusStore;

  beforeEach(async () => {
    folder = await tempFolder();
    store = await openLanceStore({ folder: await tempFolder() });
  });
  afterEach(() => store.close());

  function load() {
    return loadCorpus({ source: openFolder(folder), store, embedder: createSmallEmbedder() });
  }

  async function sentences(): Promise<readonly string[]> {
    const snapshot = await store.snapshot();
    try {
      await readContent(snapshot);
      const listed = await snapshot.listDocuments();
      const documents = await Promise.all(listed.map(({ id }) => snapshot.document(id)));
      return documents.flatMap((document) =>
        (document?.articles ?? []).flatMap((article) => article.sentences.map(({ text }) => text)),
      );
    } finally {
      snapshot.close();
    }
  }

  test("leaves them out of the first load, and says so", async () => {
    await writeFiles(folder, {
      "a.txt": page("湖水是清的。"),
      "b.txt": page("鱼是多的。"),
      "c.txt": page("桥是新的。"),
    });
    const report = await load();

    expect(report.dropped).toContainEqual({ reason: "shared with other documents", count: 3 });
    expect(report.sentences).toBe(3);
    expect(await sentences()).toEqual(["湖水是清的。", "鱼是多的。", "桥是新的。"]);
    expect(await load()).toMatchObject({ published: false, unchanged: 3 });
  });

  test("leaves them out of what was loaded before others had them, and brings them back", async () => {
    await writeFiles(folder, { "a.txt": page("湖水是清的。"), "b.txt": page("鱼是多的。") });
    expect((await load()).sentences).toBe(4);

    await writeFiles(folder, { "c.txt": page("桥是新的。") });
    expect(await load()).toMatchObject({
      added: ["c.txt"],
      changed: ["a.txt", "b.txt"],
      sentences: 3,
    });

    await rm(join(folder, "c.txt"));
    expect(await load()).toMatchObject({
      removed: ["c.txt"],
      changed: ["a.txt", "b.txt"],
      sentences: 4,
    });
  });

  test("counts their words no more among many other documents, and again when they are back", async () => {
    const others = Array.from({ length: 12 }, (_, at) => [`other/${at}.txt`, `第${at}座山很高。`]);
    await writeFiles(folder, Object.fromEntries(others));
    await writeFiles(folder, { "a.txt": page("湖水是清的。"), "b.txt": page("鱼是多的。") });
    const counts: (number | undefined)[] = [];
    for (const third of [undefined, page("桥是新的。"), undefined]) {
      await writeFiles(folder, { "c.txt": third });
      await load();
      const snapshot = await store.snapshot();
      counts.push((await snapshot.documentFrequencies(["热线"])).get("热线"));
      snapshot.close();
    }
    expect(counts).toEqual([2, undefined, 2]);
  });
});
