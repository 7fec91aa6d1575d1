import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CorpusStore, Hit, PreparedDocument } from "../../../retrieval/corpus-store.ts";
import { folderBytes } from "../../../retrieval/store/folder-bytes.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { bagOfTokens } from "../../../retrieval/text/tokens.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";
import { hashVector } from "../loading/small-embedder.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { prepareDocument, smallSpace } from "./prepare-document.ts";

const bridge = await prepareDocument("bridge.txt", "港珠澳大桥于2018年通车。大桥全长55公里。");
const panda = await prepareDocument("animals/panda.txt", "大熊猫主要吃竹子。它们生活在四川。");

function tokensOf(text: string): string[] {
  return [...new Set(bagOfTokens(normalise(text)))];
}

function textsOf(hits: readonly Hit[]): string[] {
  return hits.map(({ chunk }) => chunk.sentences.map(({ text }) => text).join(""));
}

describe("openLanceStore", () => {
  let folder: string;
  let store: CorpusStore;

  beforeEach(async () => {
    folder = await tempFolder();
    store = await openLanceStore({ folder });
  });
  afterEach(() => store.close());

  async function publish(
    change: Parameters<CorpusStore["openWriter"]>[0] & {
      readonly put?: readonly PreparedDocument[];
      readonly remove?: readonly string[];
    },
  ) {
    const writer = await store.openWriter(change);
    try {
      await writer.replaceDocuments(change.put ?? []);
      await writer.removeDocuments(change.remove ?? []);
      return await writer.publish();
    } finally {
      writer.close();
    }
  }

  test("says that nothing is loaded", async () => {
    expect(await store.newestGeneration()).toBe(0);
    expect(await store.generations()).toEqual([]);
    await expect(store.snapshot()).rejects.toMatchObject({ code: "E_NO_CORPUS" });
  });

  test("leaves no trace of a writer that writes nothing", async () => {
    const writer = await store.openWriter(smallSpace);
    expect(await writer.served()).toBeUndefined();
    expect(await writer.heldDocuments()).toEqual(new Map());
    expect(await writer.cachedVectors(["a"])).toEqual(new Map());
    writer.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test("gives back whole documents and chunks as they were written", async () => {
    const generation = await publish({ ...smallSpace, put: [bridge, panda] });
    expect(generation).toMatchObject({
      number: 1,
      embedder: "small-1",
      dimension: 16,
      documents: 2,
      articles: 2,
      sentences: 4,
      chunks: 2,
    });

    const snapshot = await store.snapshot();
    expect(snapshot.generation).toEqual(generation);
    expect((await snapshot.listDocuments()).map(({ path }) => path)).toEqual([
      "animals/panda.txt",
      "bridge.txt",
    ]);
    expect(await snapshot.document(bridge.document.id)).toEqual(bridge.document);
    expect(await snapshot.document("0000000000000000")).toBeUndefined();
    const [hit] = await snapshot.searchFullText(tokensOf("大桥有多长"), { limit: 5 });
    expect(hit?.chunk).toEqual(bridge.chunks[0]);
    snapshot.close();
  });

  test("finds by words and by vectors, best first", async () => {
    await publish({ ...smallSpace, put: [bridge, panda] });
    const snapshot = await store.snapshot();

    const hits = await snapshot.searchFullText(tokensOf("熊猫吃什么"), { limit: 5 });
    expect(hits[0]?.score).toBeGreaterThan(0);
    expect(textsOf(hits)[0]).toContain("大熊猫主要吃竹子。");
    expect(await snapshot.searchFullText([], { limit: 5 })).toEqual([]);
    expect(await snapshot.searchFullText(["没有的词语"], { limit: 5 })).toEqual([]);

    const asked = hashVector(bridge.chunks[0]!.embeddedText, 16);
    const near = await snapshot.searchVectors(asked, { limit: 2 });
    expect(near[0]?.chunk.id).toBe(bridge.chunks[0]!.id);
    expect(near[0]?.score).toBeCloseTo(1, 5);
    expect(near[0]!.score).toBeGreaterThan(near[1]!.score);
    expect(await snapshot.searchVectors(new Float32Array(16), { limit: 2 })).toEqual([]);
    expect(await snapshot.searchVectors(new Float32Array(0), { limit: 5 })).toEqual([]);
    await expect(snapshot.searchVectors(new Float32Array(8), { limit: 2 })).rejects.toMatchObject({
      code: "E_EMBEDDING_DIMENSION",
    });
    snapshot.close();
  });

  test("searches quotes, operators and odd blanks as mere text", async () => {
    const odd = await prepareDocument(
      'o\'dd "name".txt',
      '他说：“O\'Brien AND (NOT) "x" OR y:*”。',
    );
    await publish({ ...smallSpace, put: [odd, panda] });
    const snapshot = await store.snapshot();
    expect((await snapshot.document(odd.document.id))?.path).toBe('o\'dd "name".txt');
    const hits = await snapshot.searchFullText(["o", "'brien", "and", "(not)", '"x"', "y:*"], {
      limit: 5,
    });
    expect(hits[0]?.chunk.path).toBe('o\'dd "name".txt');
    snapshot.close();
  });

  test("counts a token it remembers beside more new ones than it can remember", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    const snapshot = await store.snapshot();
    const known = await snapshot.documentFrequencies(["大桥"]);
    const unheard = Array.from({ length: 30_000 }, (_, at) => `没有${at}`);

    expect(await snapshot.documentFrequencies(["大桥", ...unheard])).toEqual(known);
    expect(known.get("大桥")).toBe(1);
    snapshot.close();
  });

  test("counts in how many chunks a token stands", async () => {
    const other = await prepareDocument("other.txt", "大桥上有大熊猫，大桥下没有。");
    await publish({ ...smallSpace, put: [bridge, panda, other] });
    const snapshot = await store.snapshot();
    const tokens = ["大桥", "熊猫", "#竹子", "没有的词"];
    const expected = new Map([
      ["大桥", 2],
      ["熊猫", 2],
      ["#竹子", 1],
    ]);
    expect(await snapshot.documentFrequencies(tokens)).toEqual(expected);
    expect(await snapshot.documentFrequencies(tokens)).toEqual(expected);
    expect(await snapshot.documentFrequencies([])).toEqual(new Map());
    snapshot.close();
  });

  test("a reader keeps its generation while others change and remove what it reads", async () => {
    await publish({ ...smallSpace, put: [bridge, panda] });
    const reader = await store.snapshot();
    const changed = await prepareDocument("bridge.txt", "港珠澳大桥已经改名。");
    await publish({ ...smallSpace, put: [changed], remove: [panda.document.id] });

    expect(reader.generation.number).toBe(1);
    expect(await reader.document(bridge.document.id)).toEqual(bridge.document);
    expect(await reader.document(panda.document.id)).toEqual(panda.document);
    const [old] = await reader.searchFullText(tokensOf("熊猫吃什么"), { limit: 5 });
    expect(old?.chunk).toEqual(panda.chunks[0]);
    expect((await reader.documentFrequencies(["竹子"])).get("竹子")).toBe(1);

    const next = await store.snapshot();
    expect(next.generation).toMatchObject({ number: 2, documents: 1, chunks: 1 });
    expect(await next.document(bridge.document.id)).toEqual(changed.document);
    expect(await next.document(panda.document.id)).toBeUndefined();
    expect(await next.searchFullText(["竹子"], { limit: 5 })).toEqual([]);
    expect(await next.documentFrequencies(["竹子", "改名"])).toEqual(new Map([["改名", 1]]));
    reader.close();
    next.close();
  });

  test("opens a kept generation as its readers had it", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    await publish({ ...smallSpace, put: [panda], remove: [bridge.document.id] });
    const old = await store.openGeneration(1);
    expect(old.generation).toMatchObject({ number: 1, documents: 1 });
    expect(await old.document(bridge.document.id)).toEqual(bridge.document);
    const [hit] = await old.searchFullText(["大桥"], { limit: 5 });
    expect(hit?.chunk).toEqual(bridge.chunks[0]);
    expect(await old.searchFullText(["竹子"], { limit: 5 })).toEqual([]);
    old.close();
    const served = await store.openGeneration(2);
    expect((await served.listDocuments()).map(({ path }) => path)).toEqual(["animals/panda.txt"]);
    served.close();
    await expect(store.openGeneration(3)).rejects.toMatchObject({
      code: "E_GENERATION_UNKNOWN",
      message: expect.stringContaining("2, 1"),
    });
  });

  test("what is written but not published is not served, and is held for the next load", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([panda]);
    writer.close();

    const snapshot = await store.snapshot();
    expect(await snapshot.listDocuments()).toHaveLength(1);
    expect(await snapshot.searchFullText(["竹子"], { limit: 5 })).toEqual([]);
    snapshot.close();

    const next = await store.openWriter(smallSpace);
    const paths = [...(await next.heldDocuments()).values()].map(({ path }) => path);
    expect(paths.sort()).toEqual(["animals/panda.txt", "bridge.txt"]);
    expect((await next.served())?.documents.size).toBe(1);
    next.close();
  });

  test("publishes an empty corpus where it is told to", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    const generation = await publish({ ...smallSpace, remove: [bridge.document.id] });
    expect(generation).toMatchObject({ number: 2, documents: 0, chunks: 0 });
    const snapshot = await store.snapshot();
    expect(await snapshot.searchFullText(["大桥"], { limit: 5 })).toEqual([]);
    expect(await snapshot.searchVectors(hashVector("大桥", 16), { limit: 5 })).toEqual([]);
    expect(await snapshot.documentFrequencies(["大桥"])).toEqual(new Map());
    snapshot.close();
    await publish({ ...smallSpace, put: [panda] });
    expect((await store.generations())[0]).toMatchObject({ number: 3, documents: 1 });
  });

  test.each([
    ["too short", new Float32Array(15)],
    ["too long", new Float32Array(17)],
    ["not a number", new Float32Array(16).fill(Number.NaN)],
  ])("refuses a vector that is %s", async (_, vector) => {
    const writer = await store.openWriter(smallSpace);
    const refusal = { code: "E_EMBEDDING_DIMENSION" };
    await expect(writer.replaceDocuments([{ ...bridge, vectors: [vector] }])).rejects.toMatchObject(
      refusal,
    );
    await expect(writer.cacheVectors(new Map([["hash", vector]]))).rejects.toMatchObject(refusal);
    writer.close();
  });

  test("keeps vectors by the hash of their text", async () => {
    const writer = await store.openWriter(smallSpace);
    const vectors = new Map([
      ["one", hashVector("one", 16)],
      ["two", hashVector("two", 16)],
    ]);
    await writer.cacheVectors(vectors);
    expect(await writer.cachedVectors(["one", "two", "three", "it's"])).toEqual(vectors);
    writer.close();
    const other = await store.openWriter({ name: "small-2", dimension: 16 });
    expect(await other.cachedVectors(["one"])).toEqual(new Map());
    other.close();
  });

  test("closing waits for what runs, and refuses what comes later", async () => {
    await publish({ ...smallSpace, put: [bridge, panda] });
    const snapshot = await store.snapshot();
    const reads = [
      snapshot.documentFrequencies(["大桥"]),
      snapshot.searchFullText(["大桥"], { limit: 1 }),
      snapshot.searchVectors(hashVector("大桥", 16), { limit: 1 }),
      snapshot.listDocuments(),
    ];
    snapshot.close();
    snapshot.close();
    for (const outcome of await Promise.allSettled(reads)) expect(outcome.status).toBe("fulfilled");
    await expect(snapshot.listDocuments()).rejects.toThrow(TypeError);

    const writer = await store.openWriter(smallSpace);
    const writing = writer.replaceDocuments([await prepareDocument("new.txt", "新的一句话。")]);
    writer.close();
    store.close();
    await writing;
    await expect(writer.heldDocuments()).rejects.toThrow(TypeError);
    await expect(store.newestGeneration()).rejects.toThrow(TypeError);
  });

  test("two writers at once never publish a mixture", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    const otherStore = await openLanceStore({ folder });
    const first = await store.openWriter(smallSpace);
    await first.replaceDocuments([panda]);
    const second = await otherStore.openWriter(smallSpace);
    const outcomes = await Promise.allSettled([first.publish(), second.publish()]);
    first.close();
    second.close();

    const published = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(published).toBeLessThanOrEqual(1);
    expect(await otherStore.newestGeneration()).toBe(1 + published);
    const snapshot = await otherStore.snapshot();
    expect(await snapshot.listDocuments()).toHaveLength(1 + published);
    expect((await snapshot.documentFrequencies(["大桥", "竹子"])).size).toBe(1 + published);
    snapshot.close();
    otherStore.close();
  });

  test("a broken table of generations is told apart from a missing one", async () => {
    await publish({ ...smallSpace, put: [bridge] });
    const versions = join(folder, "state.lance", "_versions");
    for (const file of await readdir(versions)) await writeFile(join(versions, file), "garbage");
    const reopened = await openLanceStore({ folder });
    const reads = [
      () => reopened.snapshot(),
      () => reopened.newestGeneration(),
      () => reopened.generations(),
    ];
    for (const read of reads) {
      await expect(read()).rejects.toMatchObject({
        code: "E_STATE_BROKEN",
        message: expect.stringContaining("load the documents again"),
      });
    }
    reopened.close();
  });
});

describe("retention", () => {
  test("drops the tables of an embedder that no kept generation uses", async () => {
    let day = 0;
    const folder = await tempFolder();
    const now = () => new Date(Date.UTC(2030, 0, 1 + day));
    const store = await openLanceStore({ folder, now });
    async function publish(space: { readonly name: string; readonly dimension: number }) {
      const writer = await store.openWriter(space);
      await writer.replaceDocuments([await prepareDocument("day.txt", `今天是第${day}天。`)]);
      await writer.publish();
      writer.close();
    }
    async function chunkTables(): Promise<readonly string[]> {
      return (await readdir(folder)).filter((name) => name.startsWith("chunks"));
    }
    await publish(smallSpace);
    for (day = 1; day < 3; day++) await publish({ name: "small-2", dimension: 16 });
    expect(await chunkTables()).toHaveLength(2);
    await publish({ name: "small-2", dimension: 16 });
    expect(await chunkTables()).toHaveLength(1);
    store.close();
  });
});

describe("retention by count and age", () => {
  const dayMs = 24 * 60 * 60 * 1000;
  const short = { generations: 1, ageMs: dayMs };
  const long = { generations: 9, ageMs: dayMs };

  /** Publishes a day apart, with the clock of the files as it is. */
  async function publishDays(folder: string, retention: typeof short, days: readonly number[]) {
    let day = 0;
    const now = () => new Date(Date.UTC(2030, 0, 1 + day));
    const store = await openLanceStore({ folder, retention, now });
    const writer = await store.openWriter(smallSpace);
    for (day of days) {
      await writer.replaceDocuments([await prepareDocument("day.txt", `今天是第${day}天。`)]);
      await writer.publish();
    }
    writer.close();
    return store;
  }

  test("is as it was set", async () => {
    const store = await publishDays(await tempFolder(), long, [0, 1, 2, 3, 4, 5]);
    expect((await store.generations()).map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await store.rollback(1)).toMatchObject({ number: 7, rolledBackTo: 1 });
    store.close();
  });

  test("brings nothing back that was freed before it was made longer", async () => {
    const folder = await tempFolder();
    const first = await publishDays(folder, short, [0, 3]);
    first.close();
    const connection = await connect(folder);
    const names = await connection.tableNames();
    const chunks = names.find((name) => name.startsWith("chunks")) ?? "";
    const table = await connection.openTable(chunks);
    await table.optimize({ cleanupOlderThan: new Date() });
    connection.close();
    const store = await publishDays(folder, long, [4]);
    expect((await store.generations()).map(({ number }) => number)).toEqual([3, 2]);
    for (const attempt of [() => store.rollback(1), () => store.openGeneration(1)]) {
      await expect(attempt()).rejects.toMatchObject({ code: "E_GENERATION_UNKNOWN" });
    }
    store.close();
  });

  test("tells how much room it takes", async () => {
    const folder = await tempFolder();
    const empty = await openLanceStore({ folder });
    expect(await empty.space()).toBeUndefined();
    empty.close();
    const store = await publishDays(folder, long, [0, 1, 2]);
    const writer = await store.openWriter(smallSpace);
    await writer.cacheVectors(new Map([["a", hashVector("a", 16)]]));
    writer.close();
    const { servedBytes, corpusBytes = 0, vectorCacheBytes = 0 } = (await store.space())!;
    expect(servedBytes).toBeGreaterThan(100);
    expect(corpusBytes).toBeGreaterThan(servedBytes);
    expect(vectorCacheBytes).toBeGreaterThan(16 * 4);
    expect(corpusBytes + vectorCacheBytes).toBe(await folderBytes(folder));
    store.close();
  });
});

describe("rollback", () => {
  test("brings an older content back as a new generation", async () => {
    const store = await openLanceStore({ folder: await tempFolder() });
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([bridge]);
    await writer.publish();
    await writer.replaceDocuments([panda]);
    await writer.removeDocuments([bridge.document.id]);
    await writer.publish();
    writer.close();

    const generation = await store.rollback(1);
    expect(generation).toMatchObject({ number: 3, rolledBackTo: 1, documents: 1, chunks: 1 });
    const snapshot = await store.snapshot();
    expect(snapshot.generation).toEqual(generation);
    expect(await snapshot.document(bridge.document.id)).toEqual(bridge.document);
    const [hit] = await snapshot.searchFullText(["大桥"], { limit: 5 });
    expect(hit?.chunk).toEqual(bridge.chunks[0]);
    expect(await snapshot.documentFrequencies(["大桥", "竹子"])).toEqual(new Map([["大桥", 1]]));
    snapshot.close();

    const next = await store.openWriter(smallSpace);
    expect([...(await next.heldDocuments()).keys()]).toEqual([bridge.document.id]);
    next.close();
    expect((await store.generations()).map(({ number }) => number)).toEqual([3, 2, 1]);
    store.close();
  });

  test("answers the served generation as it is and refuses unknown ones", async () => {
    const store = await openLanceStore({ folder: await tempFolder() });
    await expect(store.rollback(1)).rejects.toMatchObject({ code: "E_GENERATION_UNKNOWN" });
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([bridge]);
    const generation = await writer.publish();
    writer.close();
    expect(await store.rollback(1)).toEqual(generation);
    await expect(store.rollback(7)).rejects.toMatchObject({ code: "E_GENERATION_UNKNOWN" });
    expect(await store.newestGeneration()).toBe(1);
    store.close();
  });

  test("reaches back three generations or a day", async () => {
    let day = 0;
    const now = () => new Date(Date.UTC(2030, 0, 1 + day));
    const store = await openLanceStore({ folder: await tempFolder(), now });
    const writer = await store.openWriter(smallSpace);
    for (day = 0; day < 5; day++) {
      await writer.replaceDocuments([await prepareDocument("day.txt", `今天是第${day}天。`)]);
      await writer.publish();
    }
    writer.close();
    expect((await store.generations()).map(({ number }) => number)).toEqual([5, 4, 3]);
    const unknown = { code: "E_GENERATION_UNKNOWN" };
    await expect(store.rollback(2)).rejects.toMatchObject(unknown);
    await expect(store.openGeneration(2)).rejects.toMatchObject(unknown);
    expect(await store.rollback(3)).toMatchObject({ number: 6, rolledBackTo: 3 });
    store.close();
  });
});
