/** Paints small pictures for tests. */

import type { Picture } from "../../../../corpus/formats/image/picture.ts";

export interface Painted {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0 is black, which is the default. */
  readonly grey?: number;
}

/** Rectangles on paper. */
export function paintPicture(
  width: number,
  height: number,
  rectangles: readonly Painted[],
  paper = 255,
): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  const all = [{ left: 0, top: 0, width, height, grey: paper }, ...rectangles];
  for (const { left, top, width: across, height: down, grey = 0 } of all) {
    for (let y = top; y < top + down; y += 1) {
      const start = (y * width + left) * 4;
      for (let x = 0; x < across; x += 1) rgba.fill(grey, start + x * 4, start + x * 4 + 3);
    }
  }
  return { width, height, rgba };
}

/** Shade of a pixel, 0 to 255. */
export function greyAt({ width, rgba }: Picture, x: number, y: number): number {
  return rgba[(y * width + x) * 4]!;
}
