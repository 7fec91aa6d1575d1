import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import { makeExtractive } from "../telegram/make-answer.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

let temporary: TemporaryOperations;
let operations: Operations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
});
afterEach(() => temporary.close());

describe("goldenQuestions", () => {
  test("hold one of a question and scope, the newest, and outlive the answer they came from", async () => {
    const { goldenQuestions, answers, history } = operations;
    const answer = makeExtractive();
    const answerId = await answers.save({ chatId: 9, userId: 9, question: "哪年？", answer });
    const made = { question: "哪年？", scope: undefined, by: "telegram 1", answerId };
    await goldenQuestions.add({ ...made, expected: { kind: "refuses" } });
    await goldenQuestions.add({ ...made, expected: { kind: "answers" } });
    await goldenQuestions.add({ ...made, scope: ["a"], expected: { kind: "answers" } });
    expect(await goldenQuestions.active()).toMatchObject([
      { expected: { kind: "answers" }, scope: undefined },
      { expected: { kind: "answers" }, scope: ["a"] },
    ]);
    await history.forget(9);
    const kept = await goldenQuestions.active();
    expect(kept.map((one) => one.answerId)).toEqual([undefined, undefined]);
    expect(await goldenQuestions.drop(kept[0]!.id)).toBe(true);
    expect(await goldenQuestions.drop(kept[0]!.id)).toBe(false);
    expect(await goldenQuestions.active()).toHaveLength(1);
  });
});
