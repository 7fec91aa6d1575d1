import { describe, expect, test } from "vitest";
import { createRunningAnswers } from "../../../bot/telegram/running-answers.ts";

describe("createRunningAnswers", () => {
  test("stops an answer for who asked, and for nobody else", () => {
    const running = createRunningAnswers();
    const question = { chatId: -5, questionId: 1 };
    const { signal } = running.begin({ ...question, userId: 9 });
    expect(running.stop({ ...question, userId: 8 })).toBe("notYours");
    expect(running.stop({ ...question, questionId: 2, userId: 9 })).toBe("none");
    expect(signal.aborted).toBe(false);
    expect(running.stop({ ...question, userId: 9 })).toBe("stopped");
    expect(signal.reason).toBeInstanceOf(Error);
  });

  test("knows nothing of an answer that has ended", () => {
    const running = createRunningAnswers();
    const question = { chatId: 9, questionId: 1, userId: 9 };
    const first = running.begin(question);
    const second = running.begin(question);
    first.end();
    expect(running.stop(question)).toBe("stopped");
    second.end();
    expect(running.stop(question)).toBe("none");
  });

  test("stops all that a person asked in a chat", () => {
    const running = createRunningAnswers();
    const theirs = [1, 2].map((questionId) => running.begin({ chatId: -5, questionId, userId: 9 }));
    const others = [
      running.begin({ chatId: -5, questionId: 3, userId: 8 }),
      running.begin({ chatId: -6, questionId: 1, userId: 9 }),
      running.begin({ chatId: -5, questionId: 4, userId: undefined }),
    ];
    expect(running.stopAll({ chatId: -5, userId: 9 })).toBe(2);
    expect(theirs.every(({ signal }) => signal.aborted)).toBe(true);
    expect(others.some(({ signal }) => signal.aborted)).toBe(false);
  });
});
