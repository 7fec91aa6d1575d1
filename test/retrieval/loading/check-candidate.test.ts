import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import type { Candidate, CorpusSnapshot, CorpusStore } from "../../../retrieval/corpus-store.ts";
import type { CheckReport, LoadProgress } from "../../../retrieval/load-report.ts";
import {
  type CheckCandidate,
  loadCorpus,
  type LoadCorpusOptions,
} from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { readContent } from "./read-content.ts";
import { createSmallEmbedder, type SmallEmbedder } from "./small-embedder.ts";
import { tempFolder, writeFiles } from "./temp-folder.ts";

const bridge = "港珠澳大桥于2018年10月24日通车。大桥全长55公里。";
const tea = "茶叶要用热水泡。绿茶的水温是80度。";
const cup = "茶杯要先温一下。";
const question = "绿茶用多热的水？";

const passing: CheckReport = { passes: true, questions: [{ question, verdict: "same" }] };
const failing: CheckReport = {
  passes: false,
  questions: [{ question, verdict: "worse", before: "绿茶的水温是80度。", why: "nothing found" }],
};

async function findsTea(snapshot: CorpusSnapshot | undefined): Promise<boolean> {
  return ((await snapshot?.searchFullText(["绿茶"], { limit: 1 })) ?? []).length > 0;
}

describe("the check before a generation is served", () => {
  let folder: string;
  let store: CorpusStore;
  let embedder: SmallEmbedder;

  beforeEach(async () => {
    folder = await tempFolder();
    store = await openLanceStore({ folder: await tempFolder() });
    embedder = createSmallEmbedder();
    await writeFiles(folder, { "bridge.txt": bridge, "tea.txt": tea });
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

  /** Fails where green tea was found and is not any more. */
  const asksForTea: CheckCandidate = async ({ snapshot, served: before }) => {
    const isLost = (await findsTea(before)) && !(await findsTea(snapshot));
    return isLost ? failing : passing;
  };

  test("sees the candidate whole, beside what is served", async () => {
    const seen: unknown[] = [];
    const check: CheckCandidate = async ({ snapshot, served: before }) => {
      seen.push([
        snapshot.generation.number,
        await readContent(snapshot),
        before?.generation.number,
        before && (await readContent(before)),
      ]);
      return passing;
    };
    await load({ check });
    await writeFiles(folder, { "tea.txt": cup });
    const report = await load({ check });

    const first = { "bridge.txt": bridge, "tea.txt": tea };
    expect(seen).toEqual([
      [1, first, undefined, undefined],
      [2, { "bridge.txt": bridge, "tea.txt": cup }, 1, first],
    ]);
    expect(report).toMatchObject({ published: true, generation: { number: 2 }, check: passing });
  });

  test("holds back what answers worse until it is forced, without doing the work again", async () => {
    await load({ check: asksForTea });
    await writeFiles(folder, { "tea.txt": cup });

    const held = await load({ check: asksForTea });
    expect(held).toMatchObject({
      published: false,
      generation: { number: 1 },
      changed: ["tea.txt"],
      chunksEmbedded: 1,
      check: failing,
    });
    expect(await served()).toEqual({ "bridge.txt": bridge, "tea.txt": tea });
    expect(await store.generations()).toHaveLength(1);

    const again = await load({ check: asksForTea });
    expect(again).toMatchObject({ published: false, check: failing, bytesRead: 0 });

    const forced = await load({ check: asksForTea, force: true });
    expect(forced).toMatchObject({
      published: true,
      generation: { number: 2 },
      changed: ["tea.txt"],
      chunksEmbedded: 0,
      bytesRead: 0,
    });
    expect(forced.check).toBeUndefined();
    expect(await served()).toEqual({ "bridge.txt": bridge, "tea.txt": cup });
  });

  test("lets go of what was held back when the files are as they were", async () => {
    await load();
    await writeFiles(folder, { "tea.txt": cup });
    await load({ check: asksForTea });
    await writeFiles(folder, { "tea.txt": tea });
    expect(await load({ check: asksForTea })).toMatchObject({
      published: false,
      changed: [],
      generation: { number: 1 },
    });
    await writeFiles(folder, { "cup.txt": cup });
    expect(await load({ check: asksForTea })).toMatchObject({
      published: true,
      added: ["cup.txt"],
    });
    expect(await served()).toEqual({ "bridge.txt": bridge, "tea.txt": tea, "cup.txt": cup });
  });

  test("holds back the first generation too", async () => {
    const report = await load({ check: async () => failing });
    expect(report).toMatchObject({ published: false, added: ["bridge.txt", "tea.txt"] });
    expect(report.generation).toBeUndefined();
    await expect(store.snapshot()).rejects.toMatchObject({ code: "E_NO_CORPUS" });
  });

  test("leaves the old generation when the check is stopped or fails", async () => {
    await load();
    await writeFiles(folder, { "tea.txt": cup });
    const stop = new AbortController();
    const stopped = load({
      signal: stop.signal,
      check: async (_, { signal }) => {
        stop.abort();
        signal?.throwIfAborted();
        return passing;
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: "E_LOAD_CANCELLED" });
    const broken = load({ check: () => Promise.reject(new RangeError("no questions")) });
    await expect(broken).rejects.toThrow("no questions");
    expect(await served()).toEqual({ "bridge.txt": bridge, "tea.txt": tea });
    expect(await load({ check: asksForTea, force: true })).toMatchObject({ published: true });
  });

  test("hands no other embedder's generation to the check", async () => {
    await load();
    const candidates: Candidate[] = [];
    await load({
      embedder: createSmallEmbedder({ name: "small-2", dimension: 8 }),
      check: async (candidate) => {
        candidates.push(candidate);
        return passing;
      },
    });
    expect(candidates.map(({ served: before }) => before)).toEqual([undefined]);
  });

  test("does not check where nothing would be published", async () => {
    await load();
    const check: CheckCandidate = () => Promise.reject(new RangeError("asked for nothing"));
    expect(await load({ check })).toMatchObject({ published: false });
    await writeFiles(folder, { "tea.txt": cup });
    expect(await load({ check, dryRun: true })).toMatchObject({ published: false });
  });

  test("tells how far it is", async () => {
    const told: LoadProgress[] = [];
    await load({
      onProgress: (progress) => told.push(progress),
      check: async (_, { onChecked }) => {
        onChecked(1, 4);
        return passing;
      },
    });
    expect(told).toContainEqual({ stage: "check", done: 1, total: 4 });
  });
});

describe("a generation whose vectors find nothing", () => {
  test("is held back until it is forced", async () => {
    const folder = await tempFolder();
    const store = await openLanceStore({ folder: await tempFolder() });
    const texts = Array.from({ length: 12 }, (_, at) => [`${at}.txt`, `第${at}篇。${tea}`]);
    await writeFiles(folder, Object.fromEntries(texts));
    const blind = {
      ...createSmallEmbedder(),
      embed: async (all: readonly string[]) => all.map(() => new Float32Array(16)),
    };
    const source = openFolder(folder);

    const refused = loadCorpus({ source, store, embedder: blind });
    await expect(refused).rejects.toMatchObject({ code: "E_LEG_UNHEALTHY" });
    await expect(store.snapshot()).rejects.toMatchObject({ code: "E_NO_CORPUS" });
    const forced = await loadCorpus({ source, store, embedder: blind, force: true });
    expect(forced).toMatchObject({ published: true, documents: 12 });
    store.close();
  });
});
