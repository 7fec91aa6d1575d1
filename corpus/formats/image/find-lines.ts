/** Finds the lines of text in a picture of any size, at the scale at which the model sees best. */

import { findTextBoxes } from "./find-text-boxes.ts";
import type { Recogniser } from "./load-recogniser.ts";
import { mapText } from "./map-text.ts";
import type { Picture } from "./picture.ts";
import { resizePicture } from "./resize-picture.ts";
import type { TextBox } from "./text-box.ts";

/** Longest side at which a picture is looked at first, in pixels. */
const firstSide = 1600;
/** Lines that come out less high, in pixels, are looked at again, larger. */
const minLineHeight = 11;
/** So high lines are then. */
const bestLineHeight = 22;
const maxScale = 2;
/** What is looked at the second time has at most so many pixels. */
const maxMapPixels = 20_000_000;
/** Smaller spots of the picture, in pixels, hold no letter that can be read. */
const minSide = 8;

/** One box for each line or part of a line, in the picture's pixels, in no order. */
export async function findLines(
  picture: Picture,
  recogniser: Recogniser,
): Promise<readonly TextBox[]> {
  const scale = Math.min(1, firstSide / Math.max(picture.width, picture.height));
  const boxes = await findAtScale(picture, scale, recogniser);
  const heights = boxes.map(({ height }) => height).sort((one, other) => one - other);
  const usualHeight = heights[heights.length >> 1];
  if (usualHeight === undefined || usualHeight * scale >= minLineHeight) return boxes;
  const largest = Math.sqrt(maxMapPixels / (picture.width * picture.height));
  const larger = Math.min(maxScale, largest, bestLineHeight / usualHeight);
  return larger > scale ? findAtScale(picture, larger, recogniser) : boxes;
}

async function findAtScale(
  picture: Picture,
  scale: number,
  recogniser: Recogniser,
): Promise<readonly TextBox[]> {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const map = await mapText(resizePicture(picture, width, height), recogniser);
  return findTextBoxes(map)
    .map((box) => ({
      x: box.x / scale,
      y: box.y / scale,
      width: box.width / scale,
      height: box.height / scale,
      angle: box.angle,
    }))
    .filter((box) => Math.min(box.width, box.height) >= minSide);
}
