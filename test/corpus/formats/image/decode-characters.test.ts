import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCharacters } from "../../../../corpus/formats/image/decode-characters.ts";

const alphabet = ["", "湖", "水", "1", " "];

/** At each step one character's likelihood; the others share the rest. */
function scores(steps: readonly (readonly [character: string, likelihood: number])[]) {
  const likelihoods = steps.flatMap(([character, likelihood]) =>
    alphabet.map((other) =>
      other === character ? likelihood : (1 - likelihood) / (alphabet.length - 1),
    ),
  );
  return { likelihoods: Float32Array.from(likelihoods), steps: steps.length };
}

describe("decodeCharacters", () => {
  test("takes a character that goes on over several steps once", () => {
    const { text } = decodeCharacters(
      scores([
        ["", 1],
        ["湖", 0.9],
        ["湖", 0.8],
        ["", 1],
        ["水", 0.9],
        ["1", 0.9],
      ]),
      alphabet,
    );

    expect(text).toBe("湖水1");
  });

  test("takes it twice with something between", () => {
    const { text } = decodeCharacters(
      scores([
        ["1", 0.9],
        ["", 0.9],
        ["1", 0.9],
      ]),
      alphabet,
    );

    expect(text).toBe("11");
  });

  test("gives the mean likelihood of what it read", () => {
    const { confidence } = decodeCharacters(
      scores([
        ["", 1],
        ["湖", 0.9],
        ["", 1],
        ["水", 0.7],
      ]),
      alphabet,
    );

    expect(confidence).toBeCloseTo(0.8, 5);
  });

  test("reads nothing, with no confidence, where nothing stands", () => {
    expect(
      decodeCharacters(
        scores([
          ["", 1],
          ["", 0.9],
        ]),
        alphabet,
      ),
    ).toEqual({
      text: "",
      confidence: 0,
    });
    expect(decodeCharacters(scores([]), alphabet)).toEqual({ text: "", confidence: 0 });
  });

  test("invents no character", () => {
    const step = fc.tuple(
      fc.constantFrom(...alphabet),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { text, confidence } = decodeCharacters(scores(steps), alphabet);
        const shown = new Set(steps.map(([character]) => character));

        expect([...text].every((character) => shown.has(character))).toBe(true);
        expect([...text].length).toBeLessThanOrEqual(steps.length);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});
