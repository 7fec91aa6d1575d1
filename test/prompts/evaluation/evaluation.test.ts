import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Citation } from "../../../prompts/answering/answer.ts";
import { matches } from "../../../prompts/evaluation/match-sentences.ts";
import { readQuestionSet } from "../../../prompts/evaluation/question-set.ts";
import { type QuestionScore, scoreQuestion } from "../../../prompts/evaluation/score-question.ts";
import {
  areaUnderCurve,
  reportScores,
  summariseScores,
} from "../../../prompts/evaluation/summarise-scores.ts";

async function readLines(...lines: readonly object[]) {
  const folder = await mkdtemp(join(tmpdir(), "wenju-questions-"));
  const file = join(folder, "questions.jsonl");
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const questions = await readQuestionSet(file);
  await rm(folder, { recursive: true });
  return questions;
}

function makeCitation(n: number, text: string): Citation {
  return { n, text, sentenceId: `s${n}`, spans: [], documentId: "d", path: "a.txt" };
}

function answered(...texts: readonly [string, ...string[]]) {
  const [first, ...others] = texts;
  const statement = (text: string, n: number) => ({ text, citations: [n] as [number] });
  return {
    answer: {
      kind: "answered" as const,
      question: "？",
      generation: 1,
      answerer: "extractive",
      timings: { retrieveMs: 1, answerMs: 1, totalMs: 2 },
      statements: [statement(first, 1), ...others.map((text, at) => statement(text, at + 2))] as [
        ReturnType<typeof statement>,
      ],
      citations: [
        makeCitation(1, first),
        ...others.map((text, at) => makeCitation(at + 2, text)),
      ] as [Citation],
    },
    trace: [],
    documents: [],
    elapsedMs: 2,
    verbatim: texts.map(() => true),
    paths: [["b.txt"], ["c.txt", "a.txt"]],
  };
}

describe("readQuestionSet", () => {
  test("reads the hand-written and the public form alike", async () => {
    const [hand, open] = await readLines(
      {
        id: "1",
        type: "number",
        question: "几家？",
        answer: ["7家"],
        gold: ["有7家。"],
        source: "a.txt",
      },
      {
        id: "2",
        question: "几家？",
        answers: ["7家"],
        gold_sentences: ["有7家。"],
        gold_mode: "any",
        doc_ids: ["a.txt"],
        type: "span",
      },
    );
    expect(hand).toMatchObject({
      answerGroups: [["7家"]],
      gold: ["有7家。"],
      documents: ["a.txt"],
      goldMode: "all",
    });
    expect(open).toMatchObject({
      answerGroups: [["7家"]],
      gold: ["有7家。"],
      documents: ["a.txt"],
      goldMode: "any",
    });
  });

  test("knows the types that must be refused", async () => {
    const [a, b, c] = await readLines(
      { id: "1", question: "？", type: "unanswerable" },
      { id: "2", question: "？", type: "reject" },
      { id: "3", question: "？", type: "control" },
    );
    expect([a, b, c].map((question) => question!.isUnanswerable)).toEqual([true, true, false]);
  });

  test("names the line that is no question", async () => {
    await expect(readLines({ id: "1", question: "？" }, { nothing: true })).rejects.toThrow(
      /line 2/u,
    );
  });
});

describe("matches", () => {
  test.each([
    ["有7家。", "有 7 家。", true],
    ["目前，有7家。", "有7家。", true],
    ["有7家。", "有8家。", false],
    ["", "有7家。", false],
  ])("%j and %j: %s", (a, b, same) => expect(matches(a, b)).toBe(same));
});

describe("scoreQuestion", () => {
  test("sees what was cited, first, right, and at which rank the document came", async () => {
    const [question] = await readLines({
      id: "1",
      question: "几家？",
      answer: ["7家"],
      gold: ["有7家。"],
      source: "a.txt",
    });
    expect(scoreQuestion(question!, answered("无关。", "目前有7家。"))).toMatchObject({
      cited: true,
      first: false,
      right: true,
      documentRank: 2,
      citations: 2,
    });
    expect(scoreQuestion(question!, answered("有7家。", "无关。"))).toMatchObject({
      cited: true,
      first: true,
      right: true,
      citationPrecision: 0.5,
      citationRecall: 1,
    });
  });

  test("right needs every group", async () => {
    const [question] = await readLines({
      id: "1",
      question: "？",
      answer_all: [["5家"], ["7家", "七家"]],
      gold: ["x"],
    });
    expect(scoreQuestion(question!, answered("有5家。")).right).toBe(false);
    expect(scoreQuestion(question!, answered("有5家。", "另有七家。")).right).toBe(true);
  });

  test("all parts may stand behind the third sentence, where right looks no more", async () => {
    const [question] = await readLines({
      id: "1",
      question: "？",
      answer_all: [["5家"], ["7家"]],
      gold: ["x"],
    });
    const late = scoreQuestion(question!, answered("有5家。", "甲。", "乙。", "有7家。"));
    expect(late).toMatchObject({ right: false, complete: true });
    expect(scoreQuestion(question!, answered("有5家。")).complete).toBe(false);
  });

  test("an alternative sentence holds all the gold", async () => {
    const [question] = await readLines({
      id: "1",
      question: "？",
      gold: ["甲。", "乙。"],
      gold_alt: ["甲乙。"],
    });
    expect(scoreQuestion(question!, answered("甲乙。")).citationRecall).toBe(1);
    expect(scoreQuestion(question!, answered("甲。")).citationRecall).toBe(0.5);
  });
});

describe("summariseScores", () => {
  const score = (overrides: Partial<QuestionScore>): QuestionScore => ({
    id: "1",
    type: "a",
    isUnanswerable: false,
    refused: false,
    answerability: 1,
    documentRank: 1,
    hasDocuments: true,
    sentenceRank: 1,
    cited: true,
    first: true,
    right: true,
    complete: true,
    goldShown: true,
    tellsConflict: false,
    tellsDifference: false,
    citations: 1,
    characters: 10,
    citationPrecision: 1,
    citationRecall: 1,
    verbatim: 1,
    shown: 1,
    elapsedMs: 2,
    ...overrides,
  });

  test("counts refusals on their own side", () => {
    const figures = summariseScores([
      score({}),
      score({ refused: true, cited: false, right: false, answerability: -1 }),
      score({ isUnanswerable: true, refused: true, answerability: -2 }),
      score({ isUnanswerable: true, refused: false, answerability: 2 }),
    ]);
    expect(figures).toMatchObject({
      questions: 4,
      cited: 0.5,
      right: 0.5,
      falseRefusals: 0.5,
      refusedUnanswerable: 0.5,
      verbatim: 1,
      answerabilityAuc: 0.5,
    });
  });

  test("reports each type", () => {
    const report = reportScores([score({ type: "who" }), score({ type: "when", cited: false })]);
    expect(report.byType["who"]?.cited).toBe(1);
    expect(report.byType["when"]?.cited).toBe(0);
  });

  test("the area under the curve is 1 where all right ones score higher", () => {
    expect(areaUnderCurve([2, 3], [0, 1])).toBe(1);
    expect(areaUnderCurve([1], [1])).toBe(0.5);
  });
});
