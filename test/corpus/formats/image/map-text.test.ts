import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recogniser } from "../../../../corpus/formats/image/load-recogniser.ts";
import { mapText } from "../../../../corpus/formats/image/map-text.ts";

/** Takes for text what is red, by the share of red: what it is shown comes out again. */
function recogniseRed(sizes: (readonly [width: number, height: number])[] = []): Recogniser {
  return {
    alphabet: [""],
    mapText(planes, width, height) {
      sizes.push([width, height]);
      const red = planes.subarray(2 * width * height);
      return Promise.resolve(red.map((value) => value * 0.229 + 0.485));
    },
    readStrip: () => Promise.reject(new Error("asked to read")),
  };
}

/** Each pixel's shade tells its place. */
function patterned(width: number, height: number) {
  const shades = Uint8Array.from({ length: width * height }, (_, pixel) => (pixel * 7) % 251);
  const rgba = Uint8Array.from({ length: shades.length * 4 }, (_, at) => shades[at >> 2]!);
  return { picture: { width, height, rgba }, shades };
}

describe("mapText", () => {
  test("covers a picture of several tiles, each pixel at its place", async () => {
    const sizes: (readonly [number, number])[] = [];
    const { picture, shades } = patterned(2800, 1500);

    const map = await mapText(picture, recogniseRed(sizes));

    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.every(([width, height]) => width % 32 === 0 && height % 32 === 0)).toBe(true);
    expect(Math.max(...sizes.flat())).toBeLessThanOrEqual(1440);
    expect(largestDifference(map.likelihood, shades)).toBeLessThanOrEqual(1);
  });

  test("covers pictures of any size", async () => {
    const side = fc.integer({ min: 1, max: 90 });
    await fc.assert(
      fc.asyncProperty(side, side, async (width, height) => {
        const { picture, shades } = patterned(width, height);

        const map = await mapText(picture, recogniseRed());

        expect(map).toMatchObject({ width, height });
        expect(largestDifference(map.likelihood, shades)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});

function largestDifference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);
}
