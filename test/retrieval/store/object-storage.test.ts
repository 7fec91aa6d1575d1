import { connect } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CorpusStore } from "../../../retrieval/corpus-store.ts";
import { createStateTable } from "../../../retrieval/store/create-state-table.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { type FakeS3, startFakeS3 } from "../../s3/start-fake-s3.ts";
import { readContent } from "../loading/read-content.ts";
import { makeStateRow } from "./make-state-row.ts";
import { prepareDocument, smallSpace } from "./prepare-document.ts";

const bridgeText = "港珠澳大桥于2018年通车。大桥全长55公里。";
const pandaText = "大熊猫主要吃竹子。它们生活在四川。";
const bridge = await prepareDocument("bridge.txt", bridgeText);
const panda = await prepareDocument("animals/panda.txt", pandaText);

describe("openLanceStore on object storage", () => {
  let s3: FakeS3;
  let store: CorpusStore;
  beforeEach(async () => {
    s3 = await startFakeS3();
    store = await openStore();
  });
  afterEach(async () => {
    store.close();
    await s3.close();
  });

  function openStore(): Promise<CorpusStore> {
    return openLanceStore({ folder: s3.address, storageOptions: s3.storageOptions });
  }

  async function served() {
    const snapshot = await store.snapshot();
    try {
      return await readContent(snapshot);
    } finally {
      snapshot.close();
    }
  }

  test("publishes, compares, takes back and forgets as on a disk", async () => {
    await expect(store.snapshot()).rejects.toMatchObject({ code: "E_NO_CORPUS" });
    const writer = await store.openWriter(smallSpace);
    await writer.replaceDocuments([bridge]);
    await writer.publish();
    const reader = await store.snapshot();
    await writer.replaceDocuments([panda]);
    await writer.removeDocuments([bridge.document.id]);
    await writer.publish();
    writer.close();

    expect(await served()).toEqual({ "animals/panda.txt": pandaText });
    expect(await readContent(reader)).toEqual({ "bridge.txt": bridgeText });
    reader.close();
    expect((await store.generations()).map(({ number }) => number)).toEqual([2, 1]);
    await store.rollback(1);
    expect(await served()).toEqual({ "bridge.txt": bridgeText });
    expect((await store.space())?.servedBytes).toBeGreaterThan(100);
    expect(s3.keys().every((key) => key.startsWith("store/"))).toBe(true);
    const before = s3.keys().length;
    await store.forgetOlder();
    expect(s3.keys().length).toBeLessThan(before);
    expect(await served()).toEqual({ "bridge.txt": bridgeText });
  });

  test("of many publications of one number takes one, whoever comes first", async () => {
    const { address, storageOptions } = s3;
    const writers = ["one", "two", "three", "four", "five"];
    const tables = await Promise.all(
      writers.map(async () => {
        const connection = await connect({ uri: address, storageOptions });
        return createStateTable(connection, address);
      }),
    );
    await tables[0]!.insert(makeStateRow(1, "one"));
    for (const generation of [2, 3, 4]) {
      const outcomes = await Promise.allSettled(
        tables.map((table, at) => table.insert(makeStateRow(generation, writers[at]!))),
      );
      const winners = writers.filter((_, at) => outcomes[at]?.status === "fulfilled");
      expect(winners).toHaveLength(1);
      const [newest] = await tables[4]!.rows();
      expect(newest).toMatchObject({ generation, embedder: winners[0] });
    }
    expect(s3.lostRaces()).toBeGreaterThan(0);
    for (const table of tables) table.close();
  });

  test("lets one of two writers publish, and loses nothing of it", async () => {
    const first = await store.openWriter(smallSpace);
    await first.replaceDocuments([bridge]);
    await first.publish();
    const other = await openStore();
    const second = await other.openWriter(smallSpace);
    await first.replaceDocuments([panda]);
    const outcomes = await Promise.allSettled([first.publish(), second.publish()]);
    first.close();
    second.close();
    const published = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(await other.newestGeneration()).toBe(1 + published);
    other.close();
    await served();
  });
});
