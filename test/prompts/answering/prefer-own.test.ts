import { describe, expect, test } from "vitest";
import { preferOwn } from "../../../prompts/answering/prefer-own.ts";
import { joinCopies } from "../../../retrieval/duplicates/join-copies.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

function ranked(question: string, sentences: readonly string[]) {
  const passages = [makePassage([...sentences])];
  const terms = termWeights(60, new Map());
  const all = rankSentences(analyseQuestion(question), passages, terms, rankWeights);
  const scores = new Map(sentences.map((text, at) => [text, -at]));
  // Only the order and the margin matter here, so each is a little below the one before.
  const spaced = all.map((one) => ({ ...one, score: scores.get(one.sentence.text) ?? 0 }));
  return joinCopies(
    spaced.toSorted((a, b) => b.score - a.score),
    new Map(),
  );
}

const question = "青石县的茶厂有多少家？";
const figure = "全县茶厂共86家。";
const named = "青石县的茶厂远近闻名。";
const own = "青石县登记的茶厂有31家。";

describe("preferOwn", () => {
  const firstOf = (sentences: readonly string[]) =>
    preferOwn({ own: ["青石县"] }, ranked(question, sentences))[0]?.sentence.text;

  test("puts the sentence of its own subject first", () => {
    expect(firstOf([figure, own])).toBe(own);
  });

  test("puts none first that lacks the unit asked for while another has it", () => {
    expect(firstOf([named, figure, own])).toBe(own);
    expect(firstOf([named, figure])).toBe(figure);
  });

  test("leaves one far below the best where it is", () => {
    expect(firstOf([figure, "茶香四溢。", "山路弯弯。", "游人不断。", own])).toBe(figure);
  });
});
