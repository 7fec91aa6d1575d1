import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turnPicture } from "../../../../corpus/formats/image/turn-picture.ts";
import { greyAt, paintPicture } from "./paint-picture.ts";

const corner = paintPicture(5, 3, [{ left: 0, top: 0, width: 1, height: 1 }]);

describe("turnPicture", () => {
  test.each([
    [1, 3, 5, 2, 0],
    [2, 5, 3, 4, 2],
    [3, 3, 5, 0, 4],
  ] as const)("turns %i right angles clockwise", (turns, width, height, x, y) => {
    const turned = turnPicture(corner, turns);

    expect(turned).toMatchObject({ width, height });
    expect(greyAt(turned, x, y)).toBe(0);
  });

  test("comes back after four right angles", () => {
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(side, side, fc.infiniteStream(fc.nat(255)), (width, height, shades) => {
        const rgba = Uint8Array.from({ length: width * height * 4 }, () => shades.next().value);
        const picture = { width, height, rgba };

        expect(turnPicture(turnPicture(picture, 1), 3)).toEqual(picture);
        expect(turnPicture(turnPicture(picture, 2), 2)).toEqual(picture);
      }),
    );
  });
});
