import { describe, expect, test } from "vitest";
import { knownPairs } from "../../../../bot/cli/doctor/known-pairs.ts";
import {
  fullTextScores,
  fusedScores,
  rankKnownPairs,
  sentencesOf,
  vectorScores,
} from "../../../../bot/cli/doctor/rank-known-pairs.ts";

const pair = (name: string) => ({
  question: `${name}在哪里？`,
  answer: `${name}在东湖边。`,
  distractors: [`${name}很大。`, "天气很好。"] as const,
});
const pairs = [pair("青石塔"), pair("白沙桥")];

describe("rankKnownPairs", () => {
  test("counts answers that stand alone at the top", () => {
    expect(
      rankKnownPairs([
        [9, 1, 1, 1, 1, 1],
        [5, 1, 1, 4, 1, 1],
      ]),
    ).toEqual({ first: 1, questions: 2, reciprocalRank: 0.75 });
  });

  test("puts an answer behind all that score the same", () => {
    const alike = [Array.from({ length: 6 }, () => 1), Array.from({ length: 6 }, () => 1)];
    expect(rankKnownPairs(alike)).toMatchObject({ first: 0, reciprocalRank: 1 / 6 });
  });
});

describe("fullTextScores", () => {
  test("finds what says it in the same words", () => {
    expect(rankKnownPairs(fullTextScores(pairs)).first).toBe(2);
  });

  test("gives nothing where no word is shared", () => {
    expect(fullTextScores(pairs)[0]![2]).toBe(0);
  });
});

describe("fusedScores", () => {
  test("counts the best full text as 1 and a cosine by its weight", () => {
    expect(fusedScores([[4, 2, 0]], [[0, 1, 1]], 0.5)).toEqual([[1, 1, 0.5]]);
    expect(fusedScores([[0, 0]], [[0.5, 1]], 1)).toEqual([[0.5, 1]]);
  });
});

describe("vectorScores", () => {
  test("gives cosines in the order of the sentences", () => {
    const [east, north] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    expect(vectorScores([east], [north, east])).toEqual([[0, 1]]);
  });
});

describe("knownPairs", () => {
  test("have sentences of their own, in both languages, half out of reach of the full text", () => {
    const sentences = sentencesOf(knownPairs);
    expect(new Set(sentences).size).toBe(knownPairs.length * 3);
    expect(knownPairs.filter(({ question }) => /[\u4e00-\u9fff]/u.test(question))).toHaveLength(7);
    expect(rankKnownPairs(fullTextScores(knownPairs))).toMatchObject({ first: 6, questions: 12 });
  });
});
