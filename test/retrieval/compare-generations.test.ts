import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFolder } from "../../corpus/sources/open-folder.ts";
import {
  compareGenerations,
  type DocumentDifference,
} from "../../retrieval/compare-generations.ts";
import type { CorpusSnapshot, CorpusStore } from "../../retrieval/corpus-store.ts";
import { loadCorpus } from "../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import { createSmallEmbedder } from "./loading/small-embedder.ts";
import { tempFolder, writeFiles } from "./loading/temp-folder.ts";

describe("compareGenerations", () => {
  let folder: string;
  let store: CorpusStore;
  let opened: string[];

  beforeEach(async () => {
    folder = await tempFolder();
    store = await openLanceStore({ folder: await tempFolder() });
    opened = [];
  });
  afterEach(() => store.close());

  async function load(files: Readonly<Record<string, string | undefined>>): Promise<void> {
    await writeFiles(folder, files);
    const source = openFolder(folder);
    await loadCorpus({ source, store, embedder: createSmallEmbedder(), force: true });
  }

  /** Notes which documents are opened. */
  async function open(number: number): Promise<CorpusSnapshot> {
    const snapshot = await store.openGeneration(number);
    return {
      ...snapshot,
      document: async (id) => {
        const document = await snapshot.document(id);
        opened.push(document?.path ?? id);
        return document;
      },
    };
  }

  async function compare(from: number, to: number): Promise<readonly DocumentDifference[]> {
    const [before, after] = [await open(from), await open(to)];
    const found: DocumentDifference[] = [];
    try {
      for await (const difference of compareGenerations(before, after)) found.push(difference);
      return found;
    } finally {
      before.close();
      after.close();
    }
  }

  test("names what came, went and changed, in the order of paths and of the text", async () => {
    await load({
      "bridge.txt": "大桥全长55公里。大桥于2018年通车。车很多。",
      "gone.txt": "这篇要走了。它有两句。",
      "same.txt": "这篇不变。",
    });
    await load({
      "bridge.txt": "大桥全长55公里。大桥又长了。车很多。车很多。",
      "gone.txt": undefined,
      "new/tea.txt": "茶是热的。",
    });

    expect(await compare(1, 2)).toEqual([
      {
        kind: "changed",
        path: "bridge.txt",
        articlesGained: [],
        articlesLost: [],
        sentencesGained: ["大桥又长了。", "车很多。"],
        sentencesLost: ["大桥于2018年通车。"],
      },
      { kind: "removed", path: "gone.txt", articles: 1, sentences: 2 },
      { kind: "added", path: "new/tea.txt", articles: 1, sentences: 1 },
    ]);
    expect(opened).toEqual(["bridge.txt", "bridge.txt"]);
    expect((await compare(2, 1)).map(({ kind }) => kind)).toEqual(["changed", "added", "removed"]);
    expect(await compare(2, 2)).toEqual([]);
  });

  test("names articles by their titles", async () => {
    await load({ "notes.md": "# 青石湖\n\n湖水是清的。鱼是多的。" });
    await load({ "notes.md": "# 青石山\n\n山是高的。鱼是多的。" });
    expect(await compare(1, 2)).toMatchObject([
      {
        articlesGained: ["青石山"],
        articlesLost: ["青石湖"],
        sentencesGained: ["山是高的。"],
        sentencesLost: ["湖水是清的。"],
      },
    ]);
  });

  test("tells of other bytes with the same sentences, and of lines left out of the same bytes", async () => {
    const line = "青石热线 便民服务栏目";
    const page = (text: string): string => `${text}\n\n${line}\n`;
    const [a, b] = [page("湖水是清的。"), page("鱼是多的。")];
    await load({ "a.txt": a, "b.txt": b, "plain.txt": "山是高的。" });
    await load({ "c.txt": page("桥是新的。"), "plain.txt": "山是高的。\n" });
    const left = { sentencesGained: [], sentencesLost: [line] };
    expect(await compare(1, 2)).toMatchObject([
      { path: "a.txt", ...left },
      { path: "b.txt", ...left },
      { kind: "added", path: "c.txt", sentences: 1 },
      { path: "plain.txt", sentencesGained: [], sentencesLost: [] },
    ]);
  });

  test("stops when it is told to", async () => {
    await load({ "a.txt": "山是高的。" });
    await load({ "a.txt": "山很高。", "b.txt": "水很深。" });
    const [before, after] = [await open(1), await open(2)];
    const stop = new AbortController();
    const differences = compareGenerations(before, after, stop.signal);
    await differences.next();
    stop.abort();
    await expect(differences.next()).rejects.toThrow("abort");
    before.close();
    after.close();
  });
});
