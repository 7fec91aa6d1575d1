import { describe, expect, test } from "vitest";
import type { CorpusStore, PreparedDocument } from "../../../retrieval/corpus-store.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { createRandom } from "../../bot-api/disorder.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { prepareDocument, smallSpace } from "./prepare-document.ts";

/** More than the rows of changes that are kept behind the buckets. */
const rounds = 24;
const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`);
const words = ["大桥", "熊猫", "茶叶", "竹子", "铁路", "港口", "诗歌", "天气"];
const tokens = [...words, "大", "桥", "#大桥", "#天气", "没有"];

function textOf(random: () => number): string {
  const told = words.filter(() => random() < 0.4);
  return `这里说到${told.join("和")}。`;
}

async function countsOf(store: CorpusStore): Promise<ReadonlyMap<string, number>> {
  const snapshot = await store.snapshot();
  try {
    return await snapshot.documentFrequencies(tokens);
  } finally {
    snapshot.close();
  }
}

describe("the counts of terms", () => {
  test("are those of a corpus loaded at once, however it came about", async () => {
    const random = createRandom(7);
    const store = await openLanceStore({ folder: await tempFolder() });
    const writer = await store.openWriter(smallSpace);
    let held = new Map<string, PreparedDocument>();
    const published = new Map<number, ReadonlyMap<string, PreparedDocument>>();

    for (let round = 0; round < rounds; round++) {
      const next = new Map(held);
      const changing = names.filter(() => round === 0 || random() < 0.12);
      for (const name of changing) {
        const document = await prepareDocument(name, textOf(random));
        if (random() < 0.2) next.delete(document.document.id);
        else next.set(document.document.id, document);
      }
      await writer.replaceDocuments([...next.values()].filter((one) => !isHeld(held, one)));
      await writer.removeDocuments([...held.keys()].filter((id) => !next.has(id)));
      // Some publications are given up at the last moment, and done again.
      if (random() < 0.15) await writer.publish({ approve: async () => false });
      const generation = await writer.publish();
      held = next;
      published.set(generation!.number, next);
    }
    const incremental = await countsOf(store);
    expect(incremental).toEqual(await countedAtOnce(held));
    expect(incremental.size).toBeGreaterThan(5);

    const newest = await store.newestGeneration();
    await store.rollback(newest - 3);
    expect(await countsOf(store)).toEqual(await countedAtOnce(published.get(newest - 3)!));
    writer.close();

    const again = await store.openWriter(smallSpace);
    const added = await prepareDocument("added.txt", "大桥上有天气。");
    await again.replaceDocuments([added]);
    await again.publish();
    again.close();
    const all = new Map(published.get(newest - 3)).set(added.document.id, added);
    expect(await countsOf(store)).toEqual(await countedAtOnce(all));
    store.close();
  });
});

function isHeld(held: ReadonlyMap<string, PreparedDocument>, one: PreparedDocument): boolean {
  return held.get(one.document.id) === one;
}

async function countedAtOnce(documents: ReadonlyMap<string, PreparedDocument>) {
  const store = await openLanceStore({ folder: await tempFolder() });
  const writer = await store.openWriter(smallSpace);
  await writer.replaceDocuments([...documents.values()]);
  await writer.publish();
  writer.close();
  const counts = await countsOf(store);
  store.close();
  return counts;
}
