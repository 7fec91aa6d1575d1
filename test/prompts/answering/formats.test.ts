import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../../prompts/answering/extractive-answerer.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";

/** Printed by LibreOffice and Chromium, and a rendered page; see the README beside each. */
const files = [
  "pdf/fixtures/gazette.pdf",
  "pdf/fixtures/boats.pdf",
  "image/fixtures/two-columns.png",
];
const table = "乡镇,茶园面积（亩）\n云溪镇,3200\n白石镇,1850\n";

const embedder = createHashedEmbedder();
let folder: string;
let store: CorpusStore;
let snapshot: CorpusSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-formats-"));
  const documents = await mkdtemp(join(folder, "documents-"));
  for (const file of files) {
    const from = fileURLToPath(new URL(`../../corpus/formats/${file}`, import.meta.url));
    await copyFile(from, join(documents, basename(file)));
  }
  await writeFile(join(documents, "tea.csv"), table);
  store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(documents), store, embedder });
  snapshot = await store.snapshot();
});

afterAll(async () => {
  snapshot.close();
  store.close();
  await rm(folder, { recursive: true });
});

test.each([
  ["北山镇一家企业卖出多少台阀门？", "gazette.pdf", { page: 2 }, "十一万台"],
  ["湖边的老木船在岸上搁了几年？", "boats.pdf", { page: 1 }, "九年"],
  ["东湖灌区节水改造工程总投资多少亿元？", "two-columns.png", { page: 1 }, "3.28亿元"],
  ["白石镇的茶园面积是多少亩？", "tea.csv", { row: 3 }, "1850"],
])("answers %s from %s and cites where it stands", async (question, path, place, words) => {
  const { answer } = await createExtractiveAnswerer(embedder).answer(snapshot, { question });
  expect(answer).toMatchObject({
    kind: "answered",
    citations: expect.arrayContaining([
      expect.objectContaining({
        path,
        place: expect.objectContaining(place),
        text: expect.stringContaining(words),
      }),
    ]),
  });
});
