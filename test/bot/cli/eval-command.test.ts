import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./run-here.ts";

const figureNames = [
  "questions",
  "recallAt1",
  "recallAt5",
  "recallAt10",
  "mrrAt10",
  "sentenceTop1",
  "sentenceTop3",
  "sentenceTop5",
  "cited",
  "goldShown",
  "right",
  "complete",
  "tellsConflict",
  "rightOrConflict",
  "tellsDifference",
  "first",
  "meanCitations",
  "meanCharacters",
  "refusedUnanswerable",
  "falseRefusals",
  "answerabilityAuc",
  "citationPrecision",
  "citationRecall",
  "citationF1",
  "verbatim",
  "p50Ms",
  "p95Ms",
  "questionsPerSecond",
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenju-eval-"));
  await mkdir(join(folder, "docs"));
  await writeFile(join(folder, "docs", "bridge.txt"), "青石大桥于2019年通车，全长860米。\n");
  const corpus = { id: "bridge", title: "青石大桥", text: "青石大桥于2019年通车，全长860米。" };
  await writeFile(join(folder, "corpus.jsonl"), `${JSON.stringify(corpus)}\n`);
  const questions = [
    {
      id: "1",
      type: "number",
      question: "青石大桥全长多少米？",
      answers: ["860米"],
      gold_sentences: [corpus.text],
      doc_ids: ["bridge"],
    },
    { id: "2", type: "unanswerable", question: "青石大桥2015年通了几次车？" },
  ];
  await writeFile(
    join(folder, "questions.jsonl"),
    questions.map((question) => JSON.stringify(question)).join("\n"),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function evaluate(...words: readonly string[]) {
  return runHere(["eval", "--data", join(folder, "data"), ...words]);
}
const corpusAndQuestions = () => [
  "--corpus",
  join(folder, "corpus.jsonl"),
  "--questions",
  join(folder, "questions.jsonl"),
];

describe("eval", () => {
  test("prints every figure as flat JSON, and the same for each type", async () => {
    const { stdout, code } = await evaluate("--json", ...corpusAndQuestions());
    expect(code).toBe(0);
    const report: Record<string, unknown> = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([...figureNames, "byType"]);
    expect(report).toMatchObject({
      questions: 2,
      recallAt1: 1,
      cited: 1,
      right: 1,
      first: 1,
      verbatim: 1,
      refusedUnanswerable: 1,
      falseRefusals: 0,
      byType: { number: { questions: 1, cited: 1 }, unanswerable: { refusedUnanswerable: 1 } },
    });
  });

  test("prints a table for people, of as many questions as asked for", async () => {
    const { stdout } = await evaluate("--limit", "1", ...corpusAndQuestions());
    expect(stdout).toMatch(/^1 questions/u);
    expect(stdout).toMatch(/quotes word for word +100\.0 %/u);
  });

  test("names what it needs where the documents have no questions of their own", async () => {
    const { code, stderr } = await evaluate("--documents", join(folder, "docs"));
    expect(code).toBe(2);
    expect(stderr).toContain("--questions FILE");
  });

  test("refuses two corpora at once", async () => {
    const { code } = await evaluate("--documents", join(folder, "docs"), ...corpusAndQuestions());
    expect(code).toBe(2);
  });

  test("on the sample, cites rightly in most answers and never misquotes", async () => {
    const { stdout } = await evaluate("--json");
    const report: Record<string, number> = JSON.parse(stdout);
    expect(report["recallAt10"]).toBe(1);
    expect(report["cited"]).toBeGreaterThanOrEqual(0.7);
    expect(report["refusedUnanswerable"]).toBeGreaterThanOrEqual(0.4);
    expect(report["verbatim"]).toBe(1);
  });
});
