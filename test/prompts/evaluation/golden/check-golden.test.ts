import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../../../prompts/answering/extractive-answerer.ts";
import {
  checkGolden,
  type CheckGoldenOptions,
} from "../../../../prompts/evaluation/golden/check-golden.ts";
import type { Expectation } from "../../../../prompts/evaluation/golden/golden-question.ts";
import { readGoldenFile } from "../../../../prompts/evaluation/golden/read-golden-file.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../../retrieval/load-corpus.ts";
import { openLanceStore } from "../../../../retrieval/store/open-lance-store.ts";
import { tempFolder, writeFiles } from "../../../retrieval/loading/temp-folder.ts";

const harbour = "柳港货运码头2017年6月建成，岸线长420米。";
const ferry = "柳港渡轮每天往返12班，票价6元。";
const orchard = "东坡果园种了桃树3000棵。";
const bakery = "云边面包房的老板是贺小满。";

const embedder = createHashedEmbedder();
const answerer = createExtractiveAnswerer(embedder);
let store: CorpusStore;
let served: CorpusSnapshot;
let candidate: CorpusSnapshot;
let folder: string;

/** The candidate lost the harbour, has the ferry's price edited, and tells of the bakery. */
beforeAll(async () => {
  folder = await tempFolder();
  const documents = join(folder, "docs");
  store = await openLanceStore({ folder: join(folder, "corpus") });
  const load = () => loadCorpus({ source: openFolder(documents), store, embedder, force: true });
  await writeFiles(documents, {
    "harbour.txt": `柳港码头\n\n${harbour}\n`,
    "ferry.txt": `柳港渡轮\n\n${ferry}\n`,
    "orchard.txt": `东坡果园\n\n${orchard}\n`,
  });
  await load();
  served = await store.snapshot();
  await writeFiles(documents, {
    "harbour.txt": undefined,
    "ferry.txt": `柳港渡轮\n\n${ferry.replace("6元", "8元")}\n`,
    "bakery.txt": `云边面包房\n\n${bakery}\n`,
  });
  await load();
  candidate = await store.snapshot();
});
afterAll(() => {
  served.close();
  candidate.close();
  store.close();
});

async function check(
  question: string,
  expected: Expectation,
  options: Partial<CheckGoldenOptions> = {},
) {
  const questions = [{ id: "1", question, expected }];
  const [result] = await checkGolden({ questions, answerer, candidate, served, ...options });
  return result!;
}

function cites(text: string, path: string): Expectation {
  return { kind: "cites", sentences: [{ text, path }], needed: "any" };
}

const refuses: Expectation = { kind: "refuses" };
const answers: Expectation = { kind: "answers" };

describe("checkGolden", () => {
  test("finds an answer worse whose document is gone, and shows both", async () => {
    expect(await check("柳港货运码头岸线长多少米？", cites(harbour, "harbour.txt"))).toMatchObject({
      verdict: "worse",
      isMet: false,
      before: { kind: "answered", sentences: [{ text: harbour, path: "harbour.txt" }] },
      after: { kind: "notFound", sentences: [] },
      why: "refused",
    });
  });

  test("finds the same where nothing changed", async () => {
    const result = await check("东坡果园种了多少棵桃树？", cites(orchard, "orchard.txt"));
    expect(result).toMatchObject({ verdict: "same", isMet: true });
    expect(result.why).toBe(undefined);
  });

  test("finds a change where the document that answers was edited", async () => {
    expect(await check("柳港渡轮票价多少元？", cites(ferry, "ferry.txt"))).toMatchObject({
      verdict: "changed",
      isMet: true,
      why: "edited",
    });
  });

  test("finds it worse where another document answers in place of a lost one", async () => {
    const expected = cites("东坡果园共有桃树3000余棵。", "old-orchard.txt");
    expect(await check("东坡果园种了多少棵桃树？", expected, { served: undefined })).toMatchObject({
      verdict: "worse",
      why: "lostSource",
    });
  });

  test("finds it worse where an expected sentence is passed over", async () => {
    const expected = cites(ferry.replace("6元", "8元"), "ferry.txt");
    expect(await check("东坡果园种了多少棵桃树？", expected, { served: undefined })).toMatchObject({
      verdict: "worse",
      why: "otherSource",
    });
  });

  test("finds it worse where that is answered which the documents did not say", async () => {
    expect(await check("云边面包房的老板是谁？", refuses)).toMatchObject({
      verdict: "worse",
      why: "answered",
    });
    expect(await check("云边面包房的老板是谁？", refuses, { candidate: served })).toMatchObject({
      verdict: "same",
    });
  });

  test("finds a wish better when it comes true, and the same until then", async () => {
    expect(await check("云边面包房的老板是谁？", answers)).toMatchObject({ verdict: "better" });
    const alone = { candidate: served, served: undefined };
    expect(await check("云边面包房的老板是谁？", answers, alone)).toMatchObject({
      verdict: "same",
      isMet: false,
      why: "refused",
    });
  });

  test("holds a wish unmet while the unwanted sentence answers", async () => {
    const expected = { kind: "answers", insteadOf: orchard } as const;
    expect(await check("东坡果园种了多少棵桃树？", expected)).toMatchObject({
      verdict: "same",
      isMet: false,
      why: "asBefore",
    });
  });

  test("looks for words where no sentence is given", async () => {
    const says = (words: string): Expectation => ({ kind: "says", groups: [[words, "三千棵"]] });
    const alone = { served: undefined };
    const question = "东坡果园种了多少棵桃树？";
    expect(await check(question, says("3000 棵"), alone)).toMatchObject({ verdict: "same" });
    expect(await check(question, says("5000棵"), alone)).toMatchObject({
      verdict: "worse",
      why: "otherWords",
    });
  });

  test("keeps the order, counts as it goes, and looks into a scope alone", async () => {
    const counts: number[] = [];
    const question = "东坡果园种了多少棵桃树？";
    const results = await checkGolden({
      questions: [
        { id: "a", question, expected: cites(orchard, "orchard.txt") },
        { id: "b", question, expected: cites(orchard, "orchard.txt"), scope: ["elsewhere"] },
        { id: "c", question, expected: answers },
      ],
      answerer,
      candidate,
      onProgress: (done) => counts.push(done),
    });
    expect(results.map(({ question: { id }, verdict }) => `${id} ${verdict}`)).toEqual([
      "a same",
      "b worse",
      "c better",
    ]);
    expect(counts).toEqual([1, 2, 3]);
  });

  test("ends when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(check("谁？", refuses, { signal })).rejects.toThrow("enough");
  });
});

describe("readGoldenFile", () => {
  async function read(...lines: readonly object[]) {
    const documents = await tempFolder();
    const text = lines.map((line) => JSON.stringify(line)).join("\n");
    await writeFiles(documents, { "golden.jsonl": text });
    return readGoldenFile(documents);
  }

  test("takes what a line says as what is expected", async () => {
    const questions = await read(
      { id: "1", question: "几班？", gold_sentences: [ferry, orchard], source: "ferry.txt" },
      { id: "2", question: "几班？", answers: ["12班"] },
      { id: "3", question: "谁建的？", type: "unanswerable" },
      { id: "4", question: "谁是老板？" },
      { id: "5", question: "几班？", gold: [ferry], gold_alt: [orchard] },
    );
    expect(questions.map(({ expected }) => expected)).toEqual([
      {
        kind: "cites",
        sentences: [
          { text: ferry, path: "ferry.txt" },
          { text: orchard, path: "ferry.txt" },
        ],
        needed: "all",
      },
      { kind: "says", groups: [["12班"]] },
      { kind: "refuses" },
      { kind: "answers" },
      { kind: "cites", sentences: [{ text: ferry }, { text: orchard }], needed: "any" },
    ]);
  });

  test("finds none where there is no such file", async () => {
    expect(await readGoldenFile(await tempFolder())).toEqual([]);
  });

  test("names the line that is no question", async () => {
    await expect(read({ id: "1", question: "？" }, { id: "2" })).rejects.toThrow(/line 2/u);
  });
});
