import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTextBoxes } from "../../../../corpus/formats/image/find-text-boxes.ts";

interface Core {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle?: number;
}

/** A map with the cores of lines, as the model marks them. */
function mapOf(width: number, height: number, cores: readonly Core[], likelihood = 240) {
  const map = { width, height, likelihood: new Uint8Array(width * height) };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isCore = cores.some(({ angle = 0, ...core }) => {
        const [dx, dy] = [x + 0.5 - core.x, y + 0.5 - core.y];
        const along = dx * Math.cos(angle) + dy * Math.sin(angle);
        const across = dy * Math.cos(angle) - dx * Math.sin(angle);
        return Math.abs(along) <= core.width / 2 && Math.abs(across) <= core.height / 2;
      });
      if (isCore) map.likelihood[y * width + x] = likelihood;
    }
  }
  return map;
}

describe("findTextBoxes", () => {
  test("puts a box around each core, larger than it", () => {
    const boxes = findTextBoxes(
      mapOf(300, 100, [
        { x: 80, y: 30, width: 100, height: 8 },
        { x: 220, y: 30, width: 80, height: 8 },
        { x: 80, y: 60, width: 100, height: 8 },
      ]),
    );

    expect(boxes).toHaveLength(3);
    for (const box of boxes) {
      expect(box.height).toBeGreaterThan(14);
      expect(box.height).toBeLessThan(24);
      expect(box.angle).toBeCloseTo(0, 2);
    }
  });

  test("leans with its line", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.3, max: 0.3, noNaN: true }), (angle) => {
        const [box, ...others] = findTextBoxes(
          mapOf(240, 160, [{ x: 120, y: 80, width: 150, height: 9, angle }]),
        );

        expect(others).toEqual([]);
        expect(box!.angle).toBeCloseTo(angle, 1);
        expect(Math.hypot(box!.x - 120, box!.y - 80)).toBeLessThan(1.5);
      }),
      { numRuns: 25 },
    );
  });

  test("lets a short box lean like the long ones", () => {
    const angle = 0.08;
    const boxes = findTextBoxes(
      mapOf(300, 200, [
        { x: 150, y: 50, width: 200, height: 9, angle },
        { x: 150, y: 100, width: 200, height: 9, angle },
        { x: 60, y: 150, width: 12, height: 10, angle },
      ]),
    );

    expect(boxes.map((box) => box.angle.toFixed(2))).toEqual(["0.08", "0.08", "0.08"]);
  });

  test("leaves out specks and what the model hardly believes", () => {
    const speck = { x: 20, y: 20, width: 2, height: 2 };
    const line = { x: 60, y: 50, width: 80, height: 8 };

    expect(findTextBoxes(mapOf(120, 80, [speck]))).toEqual([]);
    expect(findTextBoxes(mapOf(120, 80, [line], 60))).toEqual([]);
    expect(findTextBoxes(mapOf(120, 80, [line], 100))).toEqual([]);
  });

  test("stays calm before any map", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.uint8Array({ maxLength: 400 }),
        (width, all) => {
          const height = Math.floor(all.length / width);
          const boxes = findTextBoxes({ width, height, likelihood: all.slice(0, width * height) });

          expect(boxes.every(({ x, y, angle }) => Number.isFinite(x + y + angle))).toBe(true);
        },
      ),
    );
  });
});
