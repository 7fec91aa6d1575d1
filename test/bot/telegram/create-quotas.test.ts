import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createQuotas, type QuotaAsked } from "../../../bot/telegram/create-quotas.ts";

const minuteMs = 60_000;
const ann = { chatId: -1, userId: 7 };
const bob = { chatId: -1, userId: 8 };

function open(perUser: number | undefined, perChat: number | undefined) {
  let nowMs = 1_000_000_000;
  const settings = { questionsPerUserPerHour: perUser, questionsPerChatPerHour: perChat };
  const quotas = createQuotas({ settings, now: () => nowMs });
  return {
    take: (asked: QuotaAsked) => quotas.take(asked),
    pass: (minutes: number) => (nowMs += minutes * minuteMs),
  };
}

describe("createQuotas", () => {
  test("counts nothing where there is no limit", () => {
    const { take } = open(undefined, undefined);
    for (let asked = 0; asked < 500; asked += 1) expect(take(ann).kind).toBe("left");
  });

  test("tells a person once how long to wait, and then again when that has passed", () => {
    const { take, pass } = open(2, undefined);
    expect(take(ann).kind).toBe("left");
    pass(20);
    expect(take(ann).kind).toBe("left");
    pass(10);
    expect(take(ann)).toEqual({ kind: "justSpent", waitMs: 30 * minuteMs });
    pass(10);
    expect(take(ann)).toEqual({ kind: "spent", waitMs: 20 * minuteMs });
    expect(take(bob).kind).toBe("left");
    pass(20);
    expect(take(ann).kind).toBe("left");
    expect(take(ann)).toEqual({ kind: "justSpent", waitMs: 20 * minuteMs });
  });

  test("counts a chat's people together, and those of another chat apart", () => {
    const { take } = open(undefined, 2);
    take(ann);
    take(bob);
    expect(take(ann).kind).toBe("justSpent");
    expect(take(bob).kind).toBe("spent");
    expect(take({ ...bob, chatId: -2 }).kind).toBe("left");
  });

  test("takes nothing from a chat for a question that a person had no left for", () => {
    const { take } = open(1, 2);
    take(ann);
    take(ann);
    take(ann);
    expect(take(bob).kind).toBe("left");
    expect(take({ chatId: -1, userId: undefined }).kind).toBe("justSpent");
  });

  test("waits until both the person and the chat have some left", () => {
    const { take, pass } = open(1, 2);
    take(bob);
    pass(30);
    take(ann);
    expect(take(ann)).toEqual({ kind: "justSpent", waitMs: 60 * minuteMs });
  });

  test("gives no more than the limit in any hour, and never less than it owes", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), waits, (limit, minutes) => {
        const { take, pass } = open(limit, undefined);
        const given: number[] = [];
        let now = 0;
        for (const wait of minutes) {
          pass(wait);
          now += wait;
          const inLastHour = given.filter((at) => at > now - 60).length;
          const { kind } = take(ann);
          expect(kind === "left").toBe(inLastHour < limit);
          if (kind === "left") given.push(now);
        }
      }),
    );
  });
});
