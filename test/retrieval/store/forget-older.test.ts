import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { documentId, sha256 } from "../../../corpus/ids.ts";
import type { CorpusStore, CorpusWriter } from "../../../retrieval/corpus-store.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { bagOfTokens } from "../../../retrieval/text/tokens.ts";
import { hashVector } from "../loading/small-embedder.ts";
import { tempFolder } from "../loading/temp-folder.ts";
import { prepareDocument } from "./prepare-document.ts";

const dimension = 16;
const space = { name: "small-1", dimension };
/** A word that stands in one document alone, and that no compression makes of others. */
const secret = "zyxwvut0987";

let folder: string;
let store: CorpusStore;
beforeEach(async () => {
  folder = await tempFolder();
  store = await openLanceStore({ folder });
});
afterEach(() => store.close());

async function change(work: (writer: CorpusWriter) => Promise<void>): Promise<void> {
  const writer = await store.openWriter(space);
  try {
    await work(writer);
    await writer.publish();
  } finally {
    writer.close();
  }
}

async function load(texts: Readonly<Record<string, string>>): Promise<void> {
  const prepared = await Promise.all(
    Object.entries(texts).map(([path, text]) => prepareDocument(path, text, dimension)),
  );
  await change(async (writer) => {
    await writer.cacheVectors(
      new Map(
        prepared.flatMap(({ chunks, vectors }) =>
          chunks.map(({ embeddedText }, at) => [sha256(embeddedText), vectors[at]!] as const),
        ),
      ),
    );
    await writer.replaceDocuments(prepared);
  });
}

/** Files of the store in which the word stands, whatever they are for. */
async function filesWith(word: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const held: string[] = [];
  for (const entry of files) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(word)) held.push(entry.name);
  }
  return held;
}

async function vectorsOf(texts: readonly string[]): Promise<number> {
  const writer = await store.openWriter(space);
  try {
    return (await writer.cachedVectors(texts.map((text) => sha256(text)))).size;
  } finally {
    writer.close();
  }
}

describe("forgetOlder", () => {
  test("leaves no file that holds a removed text, and serves the rest as before", async () => {
    await load({ "a.txt": "春茶上市了。", "b.txt": `密码是 ${secret} 。`, "c.txt": "秋茶也好。" });
    const before = await store.snapshot();
    const gone = (await before.searchFullText(bagOfTokens(secret), { limit: 5 }))[0]!.chunk;
    before.close();
    expect(await filesWith(secret)).not.toEqual([]);
    await change((writer) => writer.removeDocuments([documentId("b.txt")]));
    expect(await filesWith(secret)).not.toEqual([]);
    expect(await vectorsOf([gone.embeddedText])).toBe(1);

    const generation = await store.forgetOlder();

    expect(generation).toMatchObject({ number: 3, documents: 2 });
    expect((await store.generations()).map(({ number }) => number)).toEqual([3]);
    expect(await filesWith(secret)).toEqual([]);
    const snapshot = await store.snapshot();
    const paths = (await snapshot.listDocuments()).map(({ path }) => path);
    expect(paths).toEqual(["a.txt", "c.txt"]);
    const [byText] = await snapshot.searchFullText(bagOfTokens("春茶"), { limit: 1 });
    const { embeddedText } = byText!.chunk;
    const [byVector] = await snapshot.searchVectors(hashVector(embeddedText, dimension), {
      limit: 1,
    });
    expect([byText!.chunk.path, byVector!.chunk.path]).toEqual(["a.txt", "a.txt"]);
    expect(await snapshot.documentFrequencies([secret, "春茶"])).toEqual(new Map([["春茶", 1]]));
    expect(await vectorsOf([gone.embeddedText])).toBe(0);
    expect(await vectorsOf([embeddedText])).toBe(1);
    snapshot.close();
  });

  test("is no end: what is loaded next builds on it, and can be taken back", async () => {
    await load({ "a.txt": "春茶上市了。", "b.txt": "夏茶上市了。" });
    await store.forgetOlder();
    await load({ "c.txt": "秋茶上市了。" });
    expect((await store.generations()).map(({ number }) => number)).toEqual([3, 2]);
    expect(await store.rollback(2)).toMatchObject({ number: 4, documents: 2 });
    await expect(store.rollback(1)).rejects.toMatchObject({ code: "E_GENERATION_UNKNOWN" });
  });

  test("keeps a corpus without documents readable", async () => {
    await load({ "b.txt": `密码是 ${secret} 。` });
    await change((writer) => writer.removeDocuments([documentId("b.txt")]));
    expect(await store.forgetOlder()).toMatchObject({ documents: 0 });
    expect(await filesWith(secret)).toEqual([]);
    await load({ "a.txt": "春茶上市了。" });
    const snapshot = await store.snapshot();
    expect(await snapshot.searchFullText(bagOfTokens("春茶"), { limit: 1 })).toHaveLength(1);
    snapshot.close();
  });

  test("needs something to keep", async () => {
    await expect(store.forgetOlder()).rejects.toMatchObject({ code: "E_NO_CORPUS" });
  });
});
