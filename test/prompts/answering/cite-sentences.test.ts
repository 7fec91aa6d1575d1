import { describe, expect, test } from "vitest";
import type { Place } from "../../../corpus/place.ts";
import { citationSchema } from "../../../prompts/answering/answer.ts";
import { citeSentences } from "../../../prompts/answering/cite-sentences.ts";
import type { JoinedSentence } from "../../../retrieval/duplicates/join-copies.ts";
import { analyseQuestion } from "../../../retrieval/question/analyse-question.ts";
import { rankSentences } from "../../../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../../../retrieval/ranking/term-weights.ts";
import { makeChunk, makePassage } from "../../builders.ts";

const opening = "青石县博物馆五月开馆。";
const closing = "该馆每逢周一闭馆。";
const passage = makePassage([opening, closing], { before: "前一段说的是桥。", title: "开馆" });
const [first, second] = rankSentences(
  analyseQuestion("博物馆"),
  [passage],
  termWeights(10, new Map()),
  {},
)
  .toSorted((a, b) => a.position - b.position)
  .map((sentence): JoinedSentence => ({ ...sentence, alsoIn: [] }));

function inCopies(count: number): JoinedSentence {
  const alsoIn = Array.from({ length: count }, (_, at) => {
    const publishedOn = { value: `2024-03-0${at + 1}`, kind: "printed", evidence: "" } as const;
    const chunk = makeChunk([opening], { path: `${at}.txt`, title: "又见开馆", publishedOn });
    return { sentence: chunk.sentences[0]!, chunk };
  });
  return { ...first!, alsoIn };
}

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
    for (const absent of ["after", "publishedOn", "place", "alsoIn", "copies"]) {
      expect(Object.keys(citation!)).not.toContain(absent);
    }
  });

  test.each<Place>([
    { kind: "page", page: 3 },
    { kind: "row", row: 12, sheet: "名册" },
  ])("tells the $kind", (place) => {
    const [citation] = citeSentences([{ ...first!, sentence: { ...first!.sentence, place } }]);
    expect(citation?.place).toEqual(place);
  });

  test("lists where else a sentence stands, each with its date", () => {
    const [citation] = citeSentences([inCopies(2)]);
    expect(citation?.alsoIn).toMatchObject([
      { path: "0.txt", article: "又见开馆", publishedOn: { value: "2024-03-01" } },
      { path: "1.txt", publishedOn: { value: "2024-03-02" } },
    ]);
    expect(citation?.copies).toBeUndefined();
  });

  test("lists at most five, and then counts all", () => {
    const [citation] = citeSentences([inCopies(7)]);
    expect(citation?.alsoIn).toHaveLength(5);
    expect(citation?.copies).toBe(7);
    expect(citationSchema.parse(citation)).toEqual(citation);
  });

  test("reads a citation kept before there were places and copies", () => {
    const [citation] = citeSentences([first!]);
    expect(citationSchema.parse(JSON.parse(JSON.stringify(citation)))).toEqual(citation);
  });
});
