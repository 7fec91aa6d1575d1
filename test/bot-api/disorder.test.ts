import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { callMethod } from "./call-method.ts";
import { createDisorder, createRandom } from "./disorder.ts";
import { openFakeBotApi } from "./fake-bot-api.ts";

describe("createDisorder", () => {
  test("loses and adds nothing when it swaps", () => {
    const share = double({ min: 0, max: 1, noNaN: true });
    assert(
      property(array(integer()), share, integer(), (list, reordered, seed) => {
        const disorder = createDisorder();
        disorder.set({ seed, reordered });
        const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
        expect(sorted(disorder.shuffle(list))).toEqual(sorted(list));
      }),
    );
  });

  test("leaves everything as it is where none is set", () => {
    const disorder = createDisorder();
    expect(disorder.shuffle([1, 2, 3])).toEqual([1, 2, 3]);
    expect(disorder.delayMs()).toBe(0);
    expect(disorder.repeatAfterMs()).toBeUndefined();
  });

  test("gives polls whole batches out of order", async () => {
    const telegram = await openFakeBotApi();
    const ann = telegram.user();
    const chat = telegram.privateChat(ann);
    for (let n = 1; n <= 10; n += 1) await ann.in(chat).says(`a${n}`);
    telegram.disorder({ seed: 7, reordered: 0.5 });
    const { result } = await callMethod(telegram, "getUpdates");
    const ids = z
      .array(z.object({ update_id: z.number() }))
      .parse(result)
      .map((update) => update.update_id);
    const made = telegram.updates.map((update) => update.update_id);
    expect(ids).not.toEqual(made);
    expect(new Set(ids)).toEqual(new Set(made));
    await telegram.close();
  });
});

describe("createRandom", () => {
  test("spreads evenly and repeats itself for the same seed", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 1000 }, () => random());
    };
    const numbers = draw(1);
    expect(draw(1)).toEqual(numbers);
    expect(draw(2)).not.toEqual(numbers);
    const below = numbers.filter((number) => number < 0.05).length;
    expect(below).toBeGreaterThan(25);
    expect(below).toBeLessThan(80);
  });
});
