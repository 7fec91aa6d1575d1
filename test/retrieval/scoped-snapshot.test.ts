import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CorpusSnapshot, CorpusStore } from "../../retrieval/corpus-store.ts";
import { isInScope, type Scope } from "../../retrieval/scope.ts";
import { scopedSnapshot } from "../../retrieval/scoped-snapshot.ts";
import { snapshotWithout } from "../../retrieval/snapshot-without.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import { bagOfTokens } from "../../retrieval/text/tokens.ts";
import { hashVector } from "./loading/small-embedder.ts";
import { tempFolder } from "./loading/temp-folder.ts";
import { prepareDocument } from "./store/prepare-document.ts";

const dimension = 16;
/** Names that sort between one folder and the next, that begin alike, and that SQL might misread. */
const paths = [
  "root.txt",
  "news/one.txt",
  "news/2024/two.txt",
  "news.zip/three.txt",
  "news2/four.txt",
  "news-/five.txt",
  "高新区/六.txt",
  "高新区/新区/七.txt",
  "高新区东/八.txt",
  "it's/nine.txt",
  "%/ten.txt",
  "a_c/eleven.txt",
  "abc/twelve.txt",
];
const scopes: readonly Scope[] = [
  ["news"],
  ["news/2024"],
  ["news.zip"],
  ["高新区"],
  ["it's"],
  ["%"],
  ["a_c"],
  ["news", "高新区/新区"],
  ["new"],
  ["root.txt"],
  ["news/one.txt", "it's/nine.txt", "高新区"],
  ["' OR 'a' < 'b"],
  [],
  // So long that it is looked up instead of compared.
  [...Array.from({ length: 60 }, (_, at) => `gone/${at}.txt`), "news", "高新区/六.txt", "it's"],
];

let store: CorpusStore;
let snapshot: CorpusSnapshot;
beforeAll(async () => {
  store = await openLanceStore({ folder: await tempFolder() });
  const writer = await store.openWriter({ name: "small-1", dimension });
  await writer.replaceDocuments(
    await Promise.all(paths.map((path) => prepareDocument(path, `春茶。${path}。`, dimension))),
  );
  await writer.publish();
  writer.close();
  snapshot = await store.snapshot();
});
afterAll(() => {
  snapshot.close();
  store.close();
});

describe("snapshotWithout", () => {
  const gone = new Set(["news/one.txt", "it's/nine.txt"]);
  const rest = paths.filter((path) => !gone.has(path)).toSorted();

  test("shows nothing of the documents, by no way to look", async () => {
    const shown = snapshotWithout(snapshot, gone);
    const options = { limit: 100 };
    const found = [
      await shown.searchFullText(bagOfTokens("春茶"), options),
      await shown.searchVectors(hashVector("news/one.txt", dimension), options),
    ];
    for (const hits of found) {
      expect(hits.map(({ chunk }) => chunk.path).toSorted()).toEqual(rest);
    }
    expect((await shown.listDocuments()).map(({ path }) => path)).toEqual(rest);
    expect((await shown.listArticles()).map(({ path }) => path).toSorted()).toEqual(rest);
    const ids = (await snapshot.listDocuments()).map(({ id }) => id);
    expect([...(await shown.pathsOf(ids)).values()].toSorted()).toEqual(rest);
    const read = await Promise.all(ids.map((id) => shown.document(id)));
    expect(read.flatMap((document) => document?.path ?? []).toSorted()).toEqual(rest);
  });

  test("shows nothing of them in a scope that holds them either", async () => {
    const scoped = scopedSnapshot(snapshotWithout(snapshot, gone), ["news", "it's"]);
    const hits = await scoped.searchFullText(bagOfTokens("春茶"), { limit: 100 });
    expect(hits.map(({ chunk }) => chunk.path)).toEqual(["news/2024/two.txt"]);
    expect((await scoped.listDocuments()).map(({ path }) => path)).toEqual(["news/2024/two.txt"]);
  });

  test("fills its hits from what is left", async () => {
    const shown = snapshotWithout(snapshot, new Set(paths.slice(0, -2)));
    expect(await shown.searchFullText(bagOfTokens("春茶"), { limit: 2 })).toHaveLength(2);
  });
});

describe("scopedSnapshot", () => {
  test.each(scopes.map((scope) => [scope]))(
    "finds in %j what stands there, and all",
    async (scope) => {
      const scoped = scopedSnapshot(snapshot, scope);
      const expected = paths.filter((path) => isInScope(path, scope)).toSorted();
      const options = { limit: 100 };
      const byText = await scoped.searchFullText(bagOfTokens("春茶"), options);
      const byVector = await scoped.searchVectors(hashVector("春茶", dimension), options);
      const pathsOf = (hits: typeof byText) => hits.map(({ chunk }) => chunk.path).toSorted();

      expect(pathsOf(byText)).toEqual(expected);
      expect(pathsOf(byVector)).toEqual(expected);
      expect((await scoped.listDocuments()).map(({ path }) => path)).toEqual(expected);
      expect((await scoped.listArticles()).map(({ path }) => path).toSorted()).toEqual(expected);
      const ids = (await snapshot.listDocuments()).map(({ id }) => id);
      expect([...(await scoped.pathsOf(ids)).values()].toSorted()).toEqual(expected);
    },
  );

  test("fills its hits from the scope, not from what is left of the best of all", async () => {
    const scoped = scopedSnapshot(snapshot, ["高新区"]);
    expect(await scoped.searchFullText(bagOfTokens("春茶"), { limit: 2 })).toHaveLength(2);
    const vector = hashVector("news/one.txt", dimension);
    expect(await scoped.searchVectors(vector, { limit: 2 })).toHaveLength(2);
  });

  test("reads no document outside", async () => {
    const scoped = scopedSnapshot(snapshot, ["news"]);
    const read = await Promise.all(
      (await snapshot.listDocuments()).map(({ id }) => scoped.document(id)),
    );
    const held = read.flatMap((document) => document?.path ?? []);
    expect(held.toSorted()).toEqual(["news/2024/two.txt", "news/one.txt"]);
  });

  test("tells a document from a folder of the same beginning", async () => {
    const listed = async (scope: Scope) =>
      (await scopedSnapshot(snapshot, scope).listDocuments()).map(({ path }) => path);
    expect(await listed(["news/one.txt"])).toEqual(["news/one.txt"]);
    expect(await listed(["news/one"])).toEqual([]);
    expect(await listed(["高新区/六.txt", "news"])).toEqual([
      "news/2024/two.txt",
      "news/one.txt",
      "高新区/六.txt",
    ]);
  });
});
