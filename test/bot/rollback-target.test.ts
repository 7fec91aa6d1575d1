import { describe, expect, test } from "vitest";
import { rollbackTarget } from "../../bot/rollback-target.ts";
import type { Generation } from "../../retrieval/corpus-store.ts";

const loaded: Generation = {
  number: 1,
  publishedAt: new Date(0),
  embedder: "hashed-1",
  dimension: 1024,
  documents: 1,
  articles: 1,
  sentences: 1,
  chunks: 1,
};

/** Newest first; `undefined` is a load, a number a rollback to it. */
function history(...rolledBackTo: readonly (number | undefined)[]): readonly Generation[] {
  const generations: Generation[] = [];
  for (const to of rolledBackTo) {
    const generation = { ...loaded, number: generations.length + 1 };
    generations.unshift(to === undefined ? generation : { ...generation, rolledBackTo: to });
  }
  return generations;
}

describe("rollbackTarget", () => {
  test.each([
    ["the generation before", [undefined, undefined, undefined], 2],
    ["two steps back after a rollback", [undefined, undefined, undefined, 2], 1],
    ["the rollback before a later load", [undefined, undefined, 1, undefined], 3],
    [
      "the content of a rollback to a rollback",
      [undefined, undefined, undefined, 2, undefined, 4],
      1,
    ],
  ])("is %s", (_what, rolledBackTo, expected) => {
    expect(rollbackTarget(history(...rolledBackTo))).toBe(expected);
  });

  test("is none where nothing is older", () => {
    expect(() => rollbackTarget(history(undefined))).toThrow(/nothing to go back to/u);
    expect(() => rollbackTarget(history(undefined, undefined, 1))).toThrow(
      /nothing to go back to/u,
    );
    expect(() => rollbackTarget([])).toThrow(/Load documents first/u);
  });
});
