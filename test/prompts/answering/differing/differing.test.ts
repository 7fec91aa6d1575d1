import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, answerSchema } from "../../../../prompts/answering/answer.ts";
import { extractAnswer } from "../../../../prompts/answering/extract-answer.ts";
import { type ModelCorpus, openModelCorpus } from "../model-corpus.ts";
import { type Row, rows } from "./rows.ts";

/** Every row's documents in one corpus, as they would stand beside each other in life. */
const documents = Object.fromEntries(
  rows.flatMap((row, at) =>
    row.documents.map(({ title, date, text }, place) => [
      `${at}-${place}.md`,
      `---\ntitle: ${title}\n${date === undefined ? "" : `date: ${date}\n`}---\n\n${text}\n`,
    ]),
  ),
);

let corpus: ModelCorpus;
beforeAll(async () => {
  corpus = await openModelCorpus(documents);
});
afterAll(() => corpus.close());

/** What the answer does not tell of the two, or tells wrongly; empty where all is as expected. */
function faults(answer: Answer, { expected, isMissed = false }: Row): readonly string[] {
  if (answer.kind !== "answered") return [answer.kind];
  const { citations, conflicts = [], differences = [] } = answer;
  const textOf = (n: number | undefined) => citations.find((one) => one.n === n)?.text ?? "";
  const told = { conflicts: conflicts.length, differences: differences.map(({ kind }) => kind) };
  const isTold = (conflictCount: number, ...kinds: readonly string[]) =>
    told.conflicts === conflictCount && told.differences.join() === kinds.join();
  const fault = (isRight: boolean, what: string) => (isRight ? [] : [what]);
  if (isMissed) return fault(isTold(0), JSON.stringify(told));
  const first = citations[0]?.text ?? "";
  switch (expected.kind) {
    case "conflict": {
      const cited = conflicts.flatMap((conflict) => conflict.citations.map(textOf)).join("\n");
      const what = conflicts.map((conflict) => conflict.what).join();
      return [
        ...fault(isTold(1), JSON.stringify(told)),
        ...expected.between.flatMap((value) => fault(cited.includes(value), `cite ${value}`)),
        ...expected.between.flatMap((value) => fault(what.includes(value), `say ${value}`)),
      ];
    }
    case "difference":
      return [
        ...fault(isTold(0, expected.by), JSON.stringify(told)),
        ...fault(first.includes(expected.first), `begin with ${expected.first}`),
        ...fault(
          textOf(differences[0]?.citations[1]).includes(expected.other),
          `cite ${expected.other}`,
        ),
      ];
    case "nothing":
      return [
        ...fault(isTold(0), JSON.stringify(told)),
        ...fault(expected.first.test(first), `begin with ${expected.first.source}`),
      ];
  }
}

describe("sources that give different values", () => {
  test.each(rows)("$part, $expected.kind: $name", async (row) => {
    const found = await corpus.findEvidence(corpus.snapshot, { question: row.question });
    expect(faults(answerSchema.parse(extractAnswer(found)), row)).toEqual([]);
  });
});
