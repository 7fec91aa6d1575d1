import { describe, expect, test } from "vitest";
import { chooseSentences } from "../../../prompts/answering/choose-sentences.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { makePassage } from "../../builders.ts";

/** Ranked as given, each scored one less than the one before. */
function ranked(...texts: string[]) {
  const found = rankSentences(
    analyseQuestion("企业"),
    texts.map((text, at) => makePassage([text], { path: `${at}` })),
    termWeights(10, new Map()),
    {},
  );
  return texts.map((text, at) => ({
    ...found.find(({ sentence }) => sentence.text === text)!,
    score: -at,
  }));
}

const texts = (chosen: ReturnType<typeof chooseSentences>) =>
  chosen.map(({ sentence }) => sentence.text);

describe("chooseSentences", () => {
  const limits = { sentences: 3, characters: 60, scoreMargin: 5 };

  test("takes at most as many as allowed, best first", () => {
    const four = ranked(
      "第一家企业做钢材。",
      "研究院在湖边。",
      "樱花三月开放。",
      "电梯加装了许多台。",
    );
    expect(texts(chooseSentences(four, limits))).toEqual([
      "第一家企业做钢材。",
      "研究院在湖边。",
      "樱花三月开放。",
    ]);
  });

  test("leaves out a sentence that says the same again", () => {
    const twice = ranked(
      "据报道，南昌高新区去年生产总值达1140亿元。",
      "南昌高新区去年生产总值达1140亿元。",
      "樱花三月开放。",
    );
    expect(texts(chooseSentences(twice, limits))).toEqual([
      twice[0]!.sentence.text,
      "樱花三月开放。",
    ]);
  });

  test.each([
    [
      "another figure",
      "去年南昌高新区的生产总值达到1140亿元。",
      "去年南昌高新区的生产总值达到1410亿元。",
    ],
    ["another year", "2023年青石县修好了老街的排水沟。", "2024年青石县修好了老街的排水沟。"],
    [
      "another name",
      "青石县的老粮仓由陈立民买下改成书店。",
      "青石县的老粮仓由周海燕买下改成书店。",
    ],
  ])("keeps a sentence that differs in %s: the sources disagree", (_, one, other) => {
    expect(texts(chooseSentences(ranked(one, other), limits))).toEqual([one, other]);
  });

  test("leaves out what scores far below the best", () => {
    const far = ranked("第一家企业做钢材。", "研究院在湖边。").map((one, at) => ({
      ...one,
      score: -6 * at,
    }));
    expect(texts(chooseSentences(far, limits))).toEqual(["第一家企业做钢材。"]);
  });

  test("never leaves out the best for its length", () => {
    const long = ranked("很".repeat(100), "樱花三月开放。");
    expect(chooseSentences(long, limits)).toHaveLength(1);
  });

  test("nothing ranked is nothing chosen", () => {
    expect(chooseSentences([], limits)).toEqual([]);
  });
});
