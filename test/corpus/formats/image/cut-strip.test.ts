import { describe, expect, test } from "vitest";
import { cutStrip } from "../../../../corpus/formats/image/cut-strip.ts";
import { paintPicture } from "./paint-picture.ts";

/** Share of dark pixels in a strip. */
function darkness({ planes }: ReturnType<typeof cutStrip>): number {
  return planes.filter((value) => value < 128).length / planes.length;
}

describe("cutStrip", () => {
  test("brings a line to the height of 48 pixels and keeps its shape", () => {
    const picture = paintPicture(200, 100, []);

    const { width, planes } = cutStrip(picture, {
      x: 100,
      y: 50,
      width: 120,
      height: 24,
      angle: 0,
    });

    expect(width).toBe(240);
    expect(planes).toHaveLength(3 * 48 * 240);
  });

  test("orders its planes blue, green, red", () => {
    const picture = { width: 1, height: 1, rgba: Uint8Array.of(200, 100, 50, 255) };

    const { planes } = cutStrip(picture, { x: 0.5, y: 0.5, width: 1, height: 1, angle: 0 });

    const size = planes.length / 3;
    expect([planes[0], planes[size], planes[2 * size]]).toEqual([50, 100, 200]);
  });

  test("sets a leaning line upright", () => {
    const angle = Math.PI / 2;
    // Upright in the picture, so that a line that leans by a right angle runs along it.
    const picture = paintPicture(100, 200, [{ left: 40, top: 20, width: 20, height: 160 }]);

    const along = cutStrip(picture, { x: 50, y: 100, width: 160, height: 20, angle });
    const across = cutStrip(picture, { x: 50, y: 100, width: 90, height: 20, angle: 0 });

    expect(darkness(along)).toBeGreaterThan(0.97);
    expect(darkness(across)).toBeLessThan(0.3);
  });

  test("goes on with the edge's colour outside the picture", () => {
    const picture = paintPicture(10, 10, [], 70);

    const { planes } = cutStrip(picture, { x: 0, y: 0, width: 60, height: 30, angle: 0.3 });

    expect(planes.every((value) => Math.abs(value - 70) < 0.01)).toBe(true);
  });

  test("limits the width of an endless line", () => {
    const picture = paintPicture(2000, 4, []);

    const { width } = cutStrip(picture, { x: 1000, y: 2, width: 2000, height: 2, angle: 0 });

    expect(width).toBe(6000);
  });
});
