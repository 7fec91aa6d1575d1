import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../corpus/sources/open-folder.ts";
import type { CorpusSnapshot, CorpusStore } from "../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../retrieval/load-corpus.ts";
import { createRetriever } from "../../retrieval/retriever.ts";
import { openLanceStore } from "../../retrieval/store/open-lance-store.ts";
import { rankWeights } from "../../retrieval/weights.ts";

const birds = "东湖湿地去年冬天飞来候鸟十二万只，比前年多出近一成。";
const article = [
  birds,
  "管理处为此在东湖湿地新建了三座观鸟台，周末由志愿者讲解。",
  "东湖湿地的木栈道全长六公里，早上六点开门，晚上八点关门。",
  "住在湖边的渔民赵大江收起了网，改当护鸟员。",
  "他说，东湖湿地的芦苇一年比一年密，鸟也一年比一年不怕人。",
].join("");
/** How one text comes to stand in many files. */
const prints: readonly ((at: number) => string)[] = [
  (at) => `东湖来了多少鸟之${at}\n\n${article}`,
  () => article.replaceAll("，", ",").replaceAll("。", "．"),
  () => article.slice(0, 110),
  (at) => `本报讯 ${article} （第${at}次转载）`,
  () => article.replace("管理处", "菅理处").replace("芦苇", "芦茸"),
];
const copies = Array.from({ length: 30 }, (_, at) => prints[at % prints.length]!(at));
const others: Readonly<Record<string, string>> = {
  "tickets.txt": "东湖湿地的门票从五月起涨到每人三十元，本县的老人和学生照旧免票。",
  "bus.txt": "去东湖湿地可以坐七路公交车，从火车站出发，四十分钟一班。",
  "corrected.txt": article.replace("十二万", "九万"),
};

let folder: string;
let store: CorpusStore;
let snapshot: CorpusSnapshot;
const retriever = createRetriever(createHashedEmbedder(), rankWeights);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-copies-"));
  const documents = join(folder, "documents");
  await mkdir(documents);
  for (const [at, text] of copies.entries()) {
    await writeFile(join(documents, `copy-${String(at).padStart(2, "0")}.txt`), text);
  }
  for (const [name, text] of Object.entries(others)) await writeFile(join(documents, name), text);
  store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(documents), store, embedder: createHashedEmbedder() });
  snapshot = await store.snapshot();
});

afterAll(async () => {
  snapshot.close();
  store.close();
  await rm(folder, { recursive: true });
});

const withoutSpace = (text: string) => text.replace(/\s+/gu, "");

describe("the retriever", () => {
  test("thirty copies of one article leave room for the others", async () => {
    const { passages } = await retriever.retrieve(snapshot, { question: "东湖湿地有多少候鸟？" });
    const paths = passages.map(({ chunk }) => chunk.path);
    expect(paths).toEqual(expect.arrayContaining(Object.keys(others)));
    const shown = paths.filter((path) => path.startsWith("copy-"));
    expect(shown.length).toBeLessThan(10);
  });

  test("a sentence in many files comes once, with where else it stands", async () => {
    const { sentences } = await retriever.retrieve(snapshot, { question: "东湖湿地有多少候鸟？" });
    const said = sentences.filter(({ sentence }) => sentence.text.includes("十二万只"));
    const places = said.flatMap(({ passage, alsoIn }) => [
      passage.chunk.path,
      ...alsoIn.map(({ chunk }) => chunk.path),
    ]);
    expect(new Set(places).size).toBe(places.length);
    expect(said[0]!.alsoIn.length).toBeGreaterThan(10);
    expect(said.length).toBeLessThan(4);
  });

  test("a sentence with another figure is a candidate of its own", async () => {
    const { sentences } = await retriever.retrieve(snapshot, { question: "东湖湿地有多少候鸟？" });
    const texts = sentences.slice(0, 6).map(({ sentence }) => withoutSpace(sentence.text));
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringContaining("十二万只"),
        expect.stringContaining("九万只"),
      ]),
    );
    const corrected = sentences.find(({ sentence }) => sentence.text.includes("九万只"));
    expect(corrected?.alsoIn).toEqual([]);
  });

  test.each([
    ["东湖湿地的门票多少钱？", "tickets.txt"],
    ["去东湖湿地坐几路公交车？", "bus.txt"],
  ])("finds for %s the one file that says it", async (question, path) => {
    const { sentences } = await retriever.retrieve(snapshot, { question });
    expect(sentences[0]!.passage.chunk.path).toBe(path);
  });

  test("answers alike every time", async () => {
    const once = async () => {
      const { passages, sentences } = await retriever.retrieve(snapshot, { question: "东湖的鸟" });
      return [
        passages.map(({ chunk, copies: all }) => [chunk.id, ...all.map((copy) => copy.chunk.id)]),
        sentences.map(({ sentence }) => sentence.id),
      ];
    };
    expect(await once()).toEqual(await once());
  });
});
