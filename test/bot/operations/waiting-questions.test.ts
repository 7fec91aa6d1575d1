import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Operations } from "../../../bot/operations/open-operations.ts";
import type { WaitingQuestions } from "../../../bot/operations/waiting-questions.ts";
import { openTemporaryOperations, type TemporaryOperations } from "./open-temporary.ts";

let temporary: TemporaryOperations;
let operations: Operations;
let waiting: WaitingQuestions;
beforeEach(async () => {
  temporary = await openTemporaryOperations();
  operations = await temporary.open();
  waiting = operations.waitingQuestions;
});
afterEach(() => temporary.close());

const asked = {
  userId: 9,
  chatId: -5,
  threadId: 3,
  replyTo: 12,
  question: "云溪隧道有多长？",
  language: "zh",
  askedAt: new Date(5000),
  generation: 4,
} as const;

describe("waitingQuestions", () => {
  test("keep a question of a person once, wherever it is asked", async () => {
    expect(await waiting.add(asked)).toBe("waits");
    expect(await waiting.add({ ...asked, chatId: 9 })).toBe("waits");
    expect(await waiting.add({ ...asked, userId: 8 })).toBe("waits");
    expect(await waiting.count()).toBe(2);
    expect((await waiting.notAskedOf(5, 9))[0]).toMatchObject(asked);
  });

  test("are asked again of later generations only", async () => {
    await waiting.add(asked);
    expect(await waiting.notAskedOf(4, 9)).toEqual([]);
    const [one] = await waiting.notAskedOf(6, 9);
    await waiting.markAsked(one!.id, 6);
    expect(await waiting.notAskedOf(6, 9)).toEqual([]);
    expect(await waiting.notAskedOf(7, 9)).toHaveLength(1);
  });

  test("follow a group to its new number", async () => {
    await waiting.add(asked);
    await waiting.follow(-5, -100);
    expect(await waiting.notAskedOf(5, 9)).toMatchObject([{ chatId: -100, threadId: 3 }]);
  });

  test("go with what is forgotten, and with what is too old", async () => {
    await waiting.add(asked);
    await waiting.add({ ...asked, userId: 8 });
    await operations.history.forget(9);
    expect(await waiting.isWaiting(9, asked.question)).toBe(false);
    expect(await waiting.isWaiting(8, asked.question)).toBe(true);
    await operations.history.prune(new Date(6000));
    expect(await waiting.count()).toBe(0);
  });
});
