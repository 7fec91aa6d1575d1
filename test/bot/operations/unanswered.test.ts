import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import { makeExtractive, makeNotFound } from "../telegram/make-answer.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

let temporary: TemporaryOperations;
let operations: Operations;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
});
afterEach(() => temporary.close());

describe("unanswered", () => {
  test("lists a refusal and a standing downvote, not one that was taken back", async () => {
    const { answers, votes, unanswered } = operations;
    const save = (question: string, answer = makeExtractive()) =>
      answers.save({ chatId: 9, userId: 9, question, answer: { ...answer, question } });
    const [good, bad, mended] = [await save("甲"), await save("乙"), await save("丙")];
    const question = "丁";
    await answers.save({ chatId: 9, question, answer: makeNotFound({ question, scope: ["a"] }) });
    await votes.add({ answerId: bad, userId: 9, vote: "down", reason: "wrong" });
    await votes.add({ answerId: mended, userId: 9, vote: "down" });
    await votes.add({ answerId: mended, userId: 9, vote: "up" });
    await votes.add({ answerId: good, userId: 9, vote: "up" });
    expect(await unanswered.since(new Date(0), 9)).toMatchObject([
      { question: "丁", isRefused: true, isDownvoted: false, scope: ["a"] },
      { answerId: bad, question: "乙", isRefused: false, isDownvoted: true, scope: undefined },
    ]);
    expect(await unanswered.since(new Date(Date.now() + 1000), 9)).toEqual([]);
    await unanswered.settle([bad]);
    expect(await unanswered.since(new Date(0), 9)).toMatchObject([{ question: "丁" }]);
  });
});
