import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../../prompts/answering/extractive-answerer.ts";
import { createEvidenceFinder } from "../../../prompts/answering/find-evidence.ts";
import { findSentences } from "../../../prompts/answering/find-sentences.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";
import { tempFolder, writeFiles } from "../../retrieval/loading/temp-folder.ts";

const documents = {
  "north/museum.md":
    "# 青石县博物馆开馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。该馆每逢周一闭馆。\n",
  "south/museum.md":
    "# 青石县博物馆\n\n青石县博物馆2021年5月18日开馆，馆藏文物3200件。该馆每逢周一闭馆。\n",
  "south/count.txt": "青石县博物馆清点\n\n青石县博物馆馆藏文物2300件，是去年清点的数字。\n",
  "south/bridge.txt": "清溪大桥通车\n\n清溪大桥全长1480米，2020年10月1日建成通车。\n",
  "north/tea.txt": "春茶\n\n2023年，青石县春茶产量1200吨。\n",
};

const embedder = createHashedEmbedder();
const answerer = createExtractiveAnswerer(embedder);
const findEvidence = createEvidenceFinder(embedder);
let store: CorpusStore;
let snapshot: CorpusSnapshot;
beforeAll(async () => {
  const folder = await tempFolder();
  await writeFiles(folder, documents);
  store = await openLanceStore({ folder: await tempFolder() });
  await loadCorpus({ source: openFolder(folder), store, embedder });
  snapshot = await store.snapshot();
});
afterAll(() => {
  snapshot.close();
  store.close();
});

const inNorth = ["north"] as const;

async function ask(question: string, scope?: readonly string[]) {
  return (await answerer.answer(snapshot, { question, scope })).answer;
}

/** Every path an answer names, in quotes and in also-in lines. */
function pathsIn(answer: unknown): readonly string[] {
  return [...JSON.stringify(answer).matchAll(/"path":"([^"]+)"/gu)].map(([, path]) => path!);
}

describe("an answer from a part of the corpus", () => {
  test("quotes and also-in lines name no document outside", async () => {
    const question = "青石县博物馆有多少件馆藏文物？";
    const everywhere = await ask(question);
    expect(pathsIn(everywhere)).toEqual(
      expect.arrayContaining(["south/museum.md", "south/count.txt"]),
    );

    const answer = await ask(question, inNorth);
    expect(answer).toMatchObject({ kind: "answered", scope: ["north"] });
    expect(new Set(pathsIn(answer))).toEqual(new Set(["north/museum.md"]));
    expect(answer).not.toHaveProperty("conflicts");
  });

  test("is refused where only another part says it, and shows nothing of that", async () => {
    const question = "清溪大桥全长多少米？";
    expect(await ask(question)).toMatchObject({ kind: "answered" });
    const answer = await ask(question, inNorth);
    expect(answer).toMatchObject({ kind: "notFound", scope: ["north"] });
    expect(pathsIn(answer).filter((path) => path.startsWith("south/"))).toEqual([]);
  });

  test("is refused where the scope holds nothing", async () => {
    const answer = await ask("清溪大桥全长多少米？", ["nowhere"]);
    expect(answer).toMatchObject({ kind: "notFound", reason: "topic", nearest: [] });
  });

  test("carries no scope where the whole corpus was asked", async () => {
    expect(await ask("清溪大桥全长多少米？")).not.toHaveProperty("scope");
  });
});

describe("findSentences", () => {
  test("lists sentences with their sources, the answering one first", async () => {
    const question = "青石县博物馆有多少件馆藏文物？";
    const found = await findSentences(findEvidence, snapshot, { question, limit: 5 });
    expect(found.isAnswered).toBe(true);
    expect(found.citations[0]?.text).toMatch(/3200件|2300件/u);
    expect(found.citations.length).toBeGreaterThan(1);
    expect(new Set(found.citations.map(({ text }) => text)).size).toBe(found.citations.length);
    const one = await findSentences(findEvidence, snapshot, { question, limit: 1 });
    expect(one.citations).toHaveLength(1);
  });

  test("marks what does not answer, and keeps to the scope", async () => {
    const question = "清溪大桥全长多少米？";
    const found = await findSentences(findEvidence, snapshot, {
      question,
      limit: 5,
      scope: inNorth,
    });
    expect(found.isAnswered).toBe(false);
    expect(pathsIn(found).filter((path) => path.startsWith("south/"))).toEqual([]);
  });
});
