import { describe, expect, test } from "vitest";
import { citeSentences } from "../../../prompts/answering/cite-sentences.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { makePassage } from "../../builders.ts";

const opening = "青石县博物馆五月开馆。";
const closing = "该馆每逢周一闭馆。";
const passage = makePassage([opening, closing], { before: "前一段说的是桥。", title: "开馆" });
const [first, second] = rankSentences(
  analyseQuestion("博物馆"),
  [passage],
  termWeights(10, new Map()),
  {},
).toSorted((a, b) => a.position - b.position);

describe("citeSentences", () => {
  test("brings the neighbour a sentence leans on", () => {
    const [citation] = citeSentences([second!]);
    expect(citation).toMatchObject({ n: 1, text: closing, before: opening, leansOn: "before" });
  });

  test("does not bring a neighbour that is cited itself", () => {
    const citations = citeSentences([second!, first!]);
    expect(citations.map(({ n, leansOn }) => [n, leansOn])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  test("knows the neighbour beyond the chunk's edge", () => {
    const [citation] = citeSentences([first!]);
    expect(citation).toMatchObject({ before: "前一段说的是桥。", after: closing, article: "开馆" });
  });

  test("leaves out what is not known", () => {
    const [citation] = citeSentences([second!]);
    expect(Object.keys(citation!)).not.toContain("after");
    expect(Object.keys(citation!)).not.toContain("publishedOn");
  });
});
