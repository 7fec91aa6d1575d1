import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, answerSchema, type Turn } from "../../../prompts/answering/answer.ts";
import { extractAnswer } from "../../../prompts/answering/extract-answer.ts";
import { createEvidenceFinder } from "../../../prompts/answering/find-evidence.ts";
import { createHashedEmbedder } from "../../../retrieval/hashed-embedder.ts";
import { type ModelCorpus, openModelCorpus } from "./model-corpus.ts";

/** The same park in three years, the newest neither first by name nor by wording. */
const documents = {
  "a-2021.md":
    "---\ntitle: 白鹭工业园开园\ndate: 2021-06-10\n---\n\n白鹭工业园现有企业45家，园区有工人3200人。\n\n园区门口修了新路。\n",
  "c-2023.md":
    "---\ntitle: 白鹭工业园扩园\ndate: 2023-04-02\n---\n\n白鹭工业园目前有企业80家，比开园时多了35家。\n\n园区又开了一条公交线。\n",
  "b-2025.md":
    "---\ntitle: 白鹭工业园的夜班车\ndate: 2025-03-18\n---\n\n记者了解到，白鹭工业园已有企业126家，夜班车方便了工人。\n\n去年白鹭工业园修好了两座厂房，今年还要再修。\n",
  "tea.md":
    "---\ntitle: 茶山的账本\ndate: 2024-12-20\n---\n\n去年，青石茶山采茶30吨。今年，青石茶山采茶42吨。\n",
};

let corpus: ModelCorpus;
beforeAll(async () => {
  corpus = await openModelCorpus(documents);
});
afterAll(() => corpus.close());

async function ask(
  question: string,
  { today = "2025-11-22T12:00:00", history = [] as readonly Turn[] } = {},
): Promise<Answer> {
  const find = createEvidenceFinder(createHashedEmbedder(), { now: () => new Date(today) });
  return answerSchema.parse(extractAnswer(await find(corpus.snapshot, { question, history })));
}

function firstOf(answer: Answer): string | undefined {
  return answer.kind === "answered" ? answer.citations[0]?.text : undefined;
}

describe("questions about time", () => {
  test.each(["白鹭工业园现在有多少家企业？", "目前白鹭工业园有多少家企业？"])(
    "answers %s from the newest source and says as of when",
    async (question) => {
      const answer = await ask(question);
      expect(firstOf(answer)).toContain("126家");
      expect(answer).toMatchObject({ asOf: "2025-03-18" });
    },
  );

  test("says as of when, however long ago that is", async () => {
    const answer = await ask("白鹭工业园现在有多少家企业？", { today: "2031-01-01T12:00:00" });
    expect(answer).toMatchObject({ kind: "answered", asOf: "2025-03-18" });
  });

  test("does not take the newest for an answer where it does not answer", async () => {
    const answer = await ask("白鹭工业园现在有多少工人？");
    expect(firstOf(answer)).toContain("工人3200人");
    expect(answer).toMatchObject({ asOf: "2021-06-10" });
  });

  test("gives no date for a question about a year", async () => {
    const answer = await ask("白鹭工业园2021年有多少家企业？");
    expect(firstOf(answer)).toContain("45家");
    expect(answer).not.toHaveProperty("asOf");
  });

  test.each([
    ["2025-11-22T12:00:00", "去年青石茶山采茶多少吨？", "42吨"],
    ["2024-11-22T12:00:00", "去年青石茶山采茶多少吨？", "30吨"],
    ["2024-11-22T12:00:00", "今年青石茶山采茶多少吨？", "42吨"],
    ["2026-11-22T12:00:00", "2024年青石茶山采茶多少吨？", "42吨"],
    ["2026-11-22T12:00:00", "2023年青石茶山采茶多少吨？", "30吨"],
  ])("asked on %s, %s is answered from the year meant", async (today, question, said) => {
    expect(firstOf(await ask(question, { today }))).toContain(said);
  });

  test("shows the year it read", async () => {
    const { question } = await ask("去年青石茶山采茶多少吨？");
    expect(question).toBe("2024年青石茶山采茶多少吨？");
  });

  test("refuses last year where the documents end before it, and says which year", async () => {
    const answer = await ask("去年青石茶山采茶多少吨？", { today: "2030-05-01T12:00:00" });
    expect(answer).toMatchObject({ kind: "notFound", reason: "year", missing: "2029" });
  });

  test("quotes are never altered", async () => {
    const answer = await ask("去年青石茶山采茶多少吨？");
    expect(firstOf(answer)).toBe("今年，青石茶山采茶42吨。");
  });

  test("reads a follow-up about now and one about another year", async () => {
    const history: readonly Turn[] = [
      ["user", "白鹭工业园2021年有多少家企业？"],
      ["bot", "白鹭工业园现有企业45家，园区有工人3200人。"],
    ];
    expect(firstOf(await ask("现在呢？", { history }))).toContain("126家");
    expect(firstOf(await ask("那2023年呢？", { history }))).toContain("80家");
  });

  test("says what was not said yet for 还有呢", async () => {
    const history: readonly Turn[] = [
      ["user", "青石茶山采茶多少吨？"],
      ["bot", "今年，青石茶山采茶42吨。"],
    ];
    const answer = await ask("还有吗？", { history });
    expect(firstOf(answer)).toContain("30吨");
  });
});
