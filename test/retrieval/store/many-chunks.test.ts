import { describe, expect, test } from "vitest";
import type { Chunk } from "../../../corpus/chunk.ts";
import type { PreparedDocument } from "../../../retrieval/corpus-store.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { hashVector } from "../loading/small-embedder.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { prepareDocument } from "./prepare-document.ts";

const space = { name: "small-64", dimension: 64 };

/** A document of so many one-sentence chunks, quick to make. */
async function prepareLongDocument(path: string, count: number): Promise<PreparedDocument> {
  const base = await prepareDocument(path, "一句话。", space.dimension);
  const [sample] = base.chunks;
  const chunks = Array.from({ length: count }, (_, sequence): Chunk => {
    const embeddedText = `${path} 第${sequence}句`;
    return { ...sample!, id: `${base.document.id}-${sequence}`, sequence, embeddedText };
  });
  const vectors = chunks.map(({ embeddedText }) => hashVector(embeddedText, space.dimension));
  return { ...base, chunks, vectors };
}

describe("openLanceStore with more chunks than are searched one by one", () => {
  test("finds the nearest vectors by an index, also after it is extended", async () => {
    const store = await openLanceStore({ folder: await tempFolder() });
    const writer = await store.openWriter(space);
    for (let part = 0; part < 11; part++) {
      await writer.replaceDocuments([await prepareLongDocument(`long-${part}.txt`, 2000)]);
    }
    await writer.publish();
    await writer.replaceDocuments([await prepareLongDocument("part/later.txt", 50)]);
    expect(await writer.publish()).toMatchObject({ number: 2, chunks: 22_050 });

    const snapshot = await store.snapshot();
    for (const text of ["long-0.txt 第7句", "long-10.txt 第1999句", "part/later.txt 第49句"]) {
      const hits = await snapshot.searchVectors(hashVector(text, space.dimension), { limit: 3 });
      expect(hits[0]?.chunk.embeddedText).toBe(text);
      expect(hits[0]?.score).toBeCloseTo(1, 4);
    }
    const far = hashVector("long-0.txt 第7句", space.dimension);
    const scoped = await snapshot.searchVectors(far, { limit: 60, scope: ["part"] });
    expect(new Set(scoped.map(({ chunk }) => chunk.path))).toEqual(new Set(["part/later.txt"]));
    expect(scoped).toHaveLength(50);
    expect(await snapshot.documentFrequencies(["句"])).toEqual(new Map([["句", 22_050]]));
    snapshot.close();

    const vanished = await Promise.all(
      Array.from({ length: 9 }, (_, part) => prepareLongDocument(`long-${part}.txt`, 0)),
    );
    await writer.removeDocuments(vanished.map(({ document }) => document.id));
    await writer.publish();
    const small = await store.snapshot();
    const text = "long-10.txt 第1999句";
    const hits = await small.searchVectors(hashVector(text, space.dimension), { limit: 3 });
    expect(hits.map(({ chunk }) => chunk.embeddedText)[0]).toBe(text);
    expect(await small.documentFrequencies(["句"])).toEqual(new Map([["句", 4050]]));
    small.close();
    writer.close();
    store.close();
  });
});
