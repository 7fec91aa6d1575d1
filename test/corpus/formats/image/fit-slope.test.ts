import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitSlope } from "../../../../corpus/formats/image/fit-slope.ts";

describe("fitSlope", () => {
  test("finds how a slope changes although a third of the samples are wrong", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -1e-4, max: 1e-4, noNaN: true }),
        (base, change) => {
          const samples = Array.from({ length: 60 }, (_, index) => {
            const at = index * 15;
            const wrong = index % 3 === 0 ? 0.08 * (index % 2 === 0 ? 1 : -1) : 0;
            return { at, slope: base + change * at + wrong };
          });

          const fit = fitSlope(samples, 100);

          expect(fit?.base).toBeCloseTo(base, 2);
          expect(fit?.change).toBeCloseTo(change, 4);
        },
      ),
    );
  });

  test("sees the change that only the sides of a page show", () => {
    const middle = Array.from({ length: 60 }, (_, index) => 470 + index);
    const sides = [100, 900].flatMap((side) => Array.from({ length: 15 }, (_, at) => side + at));
    const samples = [...middle, ...sides].map((at) => ({ at, slope: 4e-5 * (at - 500) }));

    expect(fitSlope(samples, 100)?.change).toBeCloseTo(4e-5, 7);
  });

  test("holds the slope constant where samples stand too close together", () => {
    const samples = Array.from({ length: 10 }, (_, at) => ({ at, slope: 0.02 + at * 1e-4 }));

    expect(fitSlope(samples, 50)).toEqual({ base: expect.closeTo(0.02, 2), change: 0 });
  });

  test("does not guess from a few samples", () => {
    expect(fitSlope([{ at: 0, slope: 1 }], 10)).toBeUndefined();
  });
});
