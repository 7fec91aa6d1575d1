import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resizePicture } from "../../../../corpus/formats/image/resize-picture.ts";
import { greyAt, paintPicture } from "./paint-picture.ts";

describe("resizePicture", () => {
  test("keeps a thin stroke as a fainter one", () => {
    const stroke = paintPicture(90, 30, [{ left: 44, top: 0, width: 1, height: 30 }]);

    const small = resizePicture(stroke, 30, 10);

    expect(small).toMatchObject({ width: 30, height: 10 });
    expect(greyAt(small, 14, 5)).toBeLessThan(215);
    expect(greyAt(small, 10, 5)).toBe(255);
  });

  test("keeps places when it enlarges", () => {
    const half = paintPicture(4, 2, [{ left: 0, top: 0, width: 2, height: 2 }]);

    const large = resizePicture(half, 12, 6);

    expect([greyAt(large, 0, 3), greyAt(large, 11, 3)]).toEqual([0, 255]);
  });

  test("leaves one shade as it is, whatever the sizes", () => {
    const side = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(side, side, side, side, fc.nat(255), (width, height, toWidth, toHeight, grey) => {
        const { rgba } = resizePicture(paintPicture(width, height, [], grey), toWidth, toHeight);

        expect(rgba).toHaveLength(toWidth * toHeight * 4);
        expect(rgba.every((value, at) => value === (at % 4 === 3 ? 255 : grey))).toBe(true);
      }),
    );
  });
});
