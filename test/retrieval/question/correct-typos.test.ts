import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFolder } from "../../../corpus/sources/open-folder.ts";
import { createExtractiveAnswerer } from "../../../prompts/answering/extractive-answerer.ts";
import type { CorpusSnapshot, CorpusStore } from "../../../retrieval/corpus-store.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../../../retrieval/load-corpus.ts";
import { correctTypos } from "../../../retrieval/question/correct-typos.ts";
import { openLanceStore } from "../../../retrieval/store/open-lance-store.ts";

const museum = "青石县博物馆2021年5月18日开馆，馆藏文物3200件，由东湖建筑公司设计。";
const documents = {
  "museum.txt": `青石县博物馆开馆\n\n${museum}\n`,
  "tea.txt": "两县春茶\n\n2023年，青石县春茶产量1200吨，茶农王小明种茶三十年。\n",
  "people.txt":
    "馆长\n\n柳青禾是县博物馆的首任馆长，1956年生于云溪。柳青禾写过三本书。沈玉泉是第二任馆长，沈玉泉爱好书法。\n",
  "trade.txt": "市场\n\n主流青年市场去年增长一成，汇流青河的支流有三条。\n",
  "traditional.txt": "雲溪大橋通車\n\n雲溪大橋全長1480米，橋面寬二十四米，總投資三億元。\n",
};

const embedder = createHashedEmbedder();
const answerer = createExtractiveAnswerer(embedder);
let folder: string;
let store: CorpusStore;
let snapshot: CorpusSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-typos-"));
  await mkdir(join(folder, "documents"));
  for (const [name, text] of Object.entries(documents)) {
    await writeFile(join(folder, "documents", name), text);
  }
  store = await openLanceStore({ folder: join(folder, "corpus") });
  await loadCorpus({ source: openFolder(join(folder, "documents")), store, embedder });
  snapshot = await store.snapshot();
});

afterAll(async () => {
  snapshot.close();
  store.close();
  await rm(folder, { recursive: true });
});

/** The snapshot, with the number of look-ups it was asked for. */
function counting(): { readonly snapshot: CorpusSnapshot; readonly lookUps: () => number } {
  let asked = 0;
  const documentFrequencies: CorpusSnapshot["documentFrequencies"] = (tokens) => {
    asked += 1;
    return snapshot.documentFrequencies(tokens);
  };
  return { snapshot: { ...snapshot, documentFrequencies }, lookUps: () => asked };
}

async function ask(question: string) {
  const { answer } = await answerer.answer(snapshot, { question });
  return answer;
}

describe("correctTypos", () => {
  test.each([
    ["青石县博物管有多少件馆藏？", "青石县博物馆有多少件馆藏？"],
    ["青石县春茶产亮是多少吨？", "青石县春茶产量是多少吨？"],
    ["青石线博物馆由哪家公司设计？", "青石县博物馆由哪家公司设计？"],
    ["東湖建筑公司射计了什么？", "東湖建筑公司设计了什么？"],
    // Two neighbours at once, and names that no dictionary has.
    ["运西大桥全长多少米？", "云溪大桥全长多少米？"],
    ["申玉全是第几任馆长？", "沈玉泉是第几任馆长？"],
    // Words that ask stand in no corpus.
    ["青石县博物馆在哪黎？", "青石县博物馆在哪里？"],
    ["青石县博物馆什么时后开馆？", "青石县博物馆什么时候开馆？"],
    ["沈玉泉生于哪议年？", "沈玉泉生于哪一年？"],
  ])("corrects %s", async (typed, meant) => {
    expect(await correctTypos(typed, snapshot)).toBe(meant);
  });

  test.each([
    "青石县博物馆有多少件馆藏文物？",
    "《青石县博物管》是谁写的？",
    "“博物管”是什么？",
    "巴黎铁塔什么时候建成？",
    "月球背面的温度是多少？",
    "权利与义务的关系如何？",
    "青石县博物馆在哪所大学旁边？",
    "第3届博物馆大会在哪里开？",
    "青石县博物馆有几个属于东湖的分馆？",
    "How many relics are in the Qingshi museum?",
    "GDP 2023？",
    "",
  ])("leaves as it is: %s", async (question) => {
    expect(await correctTypos(question, snapshot)).toBe(question);
  });

  test("looks up candidates only where a character is in doubt, and all at once", async () => {
    const clean = counting();
    const typed = counting();

    await correctTypos("青石县博物馆开馆", clean.snapshot);
    await correctTypos("青石县博物管开馆", typed.snapshot);

    expect(clean.lookUps()).toBe(1);
    expect(typed.lookUps()).toBe(2);
  });

  test("returns any stretch of the corpus as it is", async () => {
    const start = fc.nat(museum.length);
    await fc.assert(
      fc.asyncProperty(start, start, async (one, other) => {
        const question = museum.slice(Math.min(one, other), Math.max(one, other));
        expect(await correctTypos(question, snapshot)).toBe(question);
      }),
      { numRuns: 50 },
    );
  });

  test("keeps the length of any Chinese question, and all but three characters", async () => {
    const character = fc.constantFrom(..."青石县博物馆管线产亮量射设计的是多少？县东湖");
    await fc.assert(
      fc.asyncProperty(fc.array(character, { maxLength: 20 }), async (characters) => {
        const question = characters.join("");
        const corrected = await correctTypos(question, snapshot);
        const changed = [...corrected].filter((own, at) => own !== characters[at]);
        expect(corrected).toHaveLength(question.length);
        expect(changed.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a question with a typo", () => {
  test("is answered as it was meant, and says so", async () => {
    const answer = await ask("青石县春茶产亮是多少吨？");

    const meant = "青石县春茶产量是多少吨？";
    expect(answer).toMatchObject({ kind: "answered", question: meant, corrected: meant });
    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain("1200吨");
  });

  test("is answered where its wrong pair stands elsewhere in the corpus by chance", async () => {
    const answer = await ask("流青禾哪年出生？");

    expect(answer).toMatchObject({ kind: "answered", corrected: "柳青禾哪年出生？" });
    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain("1956年");
  });

  test("says nothing of a correction where there was none", async () => {
    const answer = await ask("青石县春茶产量是多少吨？");

    expect(answer.kind).toBe("answered");
    expect(answer).not.toHaveProperty("corrected");
  });
});

describe("traditional characters", () => {
  test.each([
    ["青石縣博物館的館藏文物有多少件？", "3200件"],
    ["云溪大桥全长多少米？", "1480米"],
    ["雲溪大橋總投資多少？", "三億元"],
  ])("are found in either writing: %s", async (question, expected) => {
    const answer = await ask(question);

    expect(answer.kind === "answered" && answer.citations[0]?.text).toContain(expected);
    expect(answer).not.toHaveProperty("corrected");
  });
});
