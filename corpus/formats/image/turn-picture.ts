/** Turns a picture by right angles. */

import type { Picture } from "./picture.ts";

/** Right angles clockwise. */
export type QuarterTurns = 1 | 2 | 3;

export function turnPicture({ width, height, rgba }: Picture, turns: QuarterTurns): Picture {
  const isHalfTurn = turns === 2;
  const turned = {
    width: isHalfTurn ? width : height,
    height: isHalfTurn ? height : width,
    rgba: new Uint8Array(rgba.length),
  };
  // A copy begins at a whole pixel, which a view of four bytes each needs.
  const source = new Uint32Array(rgba.slice().buffer);
  const target = new Uint32Array(turned.rgba.buffer);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const toX = turns === 1 ? height - 1 - y : isHalfTurn ? width - 1 - x : y;
      const toY = turns === 1 ? x : isHalfTurn ? height - 1 - y : width - 1 - x;
      target[toY * turned.width + toX] = source[y * width + x] ?? 0;
    }
  }
  return turned;
}
