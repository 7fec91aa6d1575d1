import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../corpus/sources/open-folder.ts";
import type { CorpusSnapshot, CorpusStore } from "../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../retrieval/load-corpus.ts";
import { createRetriever } from "../../retrieval/retriever.ts";
import { retrieveCorrected } from "../../retrieval/retrieve-corrected.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import { rankWeights } from "../../retrieval/weights.ts";

const embedder = createHashedEmbedder();
let folder: string;
let store: CorpusStore;
let snapshot: CorpusSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-corrected-"));
  await mkdir(join(folder, "documents"));
  await writeFile(
    join(folder, "documents", "museum.txt"),
    "青石县博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。\n",
  );
  store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(join(folder, "documents")), store, embedder });
  snapshot = await store.snapshot();
});

afterAll(async () => {
  snapshot.close();
  store.close();
  await rm(folder, { recursive: true });
});

describe("retrieveCorrected", () => {
  const typed = { question: "青石县博物管有多少件文物？" };

  test("retrieves with the typo put right", async () => {
    const retriever = createRetriever(embedder, rankWeights);
    const found = await retriever.retrieve(snapshot, typed);

    expect(found.corrected).toBe("青石县博物馆有多少件文物？");
  });

  test("asks as it was written where nothing is found that may answer", async () => {
    const asked: string[] = [];
    const { request } = await retrieveCorrected(typed, snapshot, ({ question }) => {
      asked.push(question);
      return Promise.resolve({ passages: [], sentences: [] });
    });

    expect(request).toBe(typed);
    expect(asked).toEqual(["青石县博物馆有多少件文物？", typed.question]);
  });

  test("retrieves once where there is nothing to correct", async () => {
    let times = 0;
    const right = { question: "青石县博物馆有多少件文物？" };
    const { request } = await retrieveCorrected(right, snapshot, () => {
      times += 1;
      return Promise.resolve({ passages: [], sentences: [] });
    });

    expect(request).toBe(right);
    expect(times).toBe(1);
  });
});
