import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { weighEvidence } from "../../../retrieval/answerability/evidence.ts";
import { answerabilityWeights, rankWeights } from "../../../retrieval/weights.ts";
import { makePassage } from "../../builders.ts";

const terms = termWeights(
  100,
  new Map([
    ["高新区", 20],
    ["企业", 40],
  ]),
);
const zone = makePassage([
  "南昌高新区面积286平方公里。",
  "2025年，南昌高新区地区生产总值为1140亿元。",
  "这里的樱花每年三月开放。",
]);

function best(question: string): string {
  return rankSentences(analyseQuestion(question), [zone], terms, rankWeights)[0]!.sentence.text;
}

describe("rankSentences", () => {
  test.each([
    ["南昌高新区2025年的地区生产总值是多少？", "2025年，南昌高新区地区生产总值为1140亿元。"],
    ["南昌高新区的面积有多大？", "南昌高新区面积286平方公里。"],
    ["樱花什么时候开？", "这里的樱花每年三月开放。"],
  ])("puts the sentence that answers %s first", (question, sentence) => {
    expect(best(question)).toBe(sentence);
  });

  test("considers single sentences of passages behind the first ten", () => {
    const crowd = Array.from({ length: 12 }, (_, at) =>
      makePassage([`第${at}家企业在园区里。`], { path: `${at}.txt` }),
    );
    const behind = makePassage(["高新区的樱花三月开放。"], {
      path: "behind.txt",
      fullTextScore: 1,
    });
    const ranked = rankSentences(
      analyseQuestion("樱花几月开放？"),
      [...crowd, behind],
      terms,
      rankWeights,
    );
    expect(ranked[0]!.sentence.text).toBe("高新区的樱花三月开放。");
  });

  test("every feature of any question on any text is a finite number", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 4 }),
        (question, texts) => {
          const ranked = rankSentences(
            analyseQuestion(question),
            [makePassage(texts)],
            terms,
            rankWeights,
          );
          for (const { features, score } of ranked) {
            expect(Number.isFinite(score)).toBe(true);
            expect(Object.entries(features).filter(([, value]) => !Number.isFinite(value))).toEqual(
              [],
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the trained weights", () => {
  const ranked = rankSentences(analyseQuestion("面积有多大？"), [zone], terms, rankWeights);

  test("name only features that exist", () => {
    const known = Object.keys(ranked[0]!.features);
    expect(Object.keys(rankWeights).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("name only evidence that exists", () => {
    const known = Object.keys(weighEvidence(ranked)!);
    expect(
      Object.keys(answerabilityWeights.weights).filter((name) => !known.includes(name)),
    ).toEqual([]);
  });
});
