/** Cuts a line of text out of a picture, upright and of the height that the model reads. */

import { bytesPerPixel, type Picture } from "./picture.ts";
import { pointOf, type TextBox } from "./text-box.ts";

export interface Strip {
  /** In pixels; the height is always {@link stripHeight}. */
  readonly width: number;
  /** Blue, green and red, one plane after another, each row by row, 0 to 255. */
  readonly planes: Float32Array;
}

/** The recognition model was trained on lines of this height, in pixels. */
export const stripHeight = 48;
const minWidth = 16;
/** Some hundred characters; a longer strip is squeezed. */
const maxWidth = 6000;
const planeCount = 3;

export function cutStrip(picture: Picture, box: TextBox): Strip {
  const scale = box.height / stripHeight;
  const width = Math.min(maxWidth, Math.max(minWidth, Math.round(box.width / scale)));
  const planes = new Float32Array(planeCount * stripHeight * width);
  const stepAlong = box.width / width;
  // A strip smaller than its line takes the mean of several places for a pixel.
  const samples = Math.max(1, Math.round(scale));
  const share = 1 / samples ** 2;
  for (let y = 0; y < stripHeight; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let sample = 0; sample < samples ** 2; sample += 1) {
        const right = ((sample % samples) + 0.5) / samples;
        const down = (Math.floor(sample / samples) + 0.5) / samples;
        const along = (x + right) * stepAlong - box.width / 2;
        const across = (y + down) * scale - box.height / 2;
        const { x: fromX, y: fromY } = pointOf(box, along, across);
        addPixel(planes, y * width + x, { picture, x: fromX, y: fromY, share });
      }
    }
  }
  return { width, planes };
}

interface Place {
  readonly picture: Picture;
  readonly x: number;
  readonly y: number;
  /** How much of the pixel it makes. */
  readonly share: number;
}

/** Between four pixels the colour is their mean by nearness; outside, that of the edge. */
function addPixel(planes: Float32Array, to: number, { picture, x, y, share }: Place): void {
  const { width, height, rgba } = picture;
  const inX = Math.min(width - 1, Math.max(0, x - 0.5));
  const inY = Math.min(height - 1, Math.max(0, y - 0.5));
  const left = Math.floor(inX);
  const top = Math.floor(inY);
  const rightShare = inX - left;
  const bottomShare = inY - top;
  const stepRight = left + 1 < width ? bytesPerPixel : 0;
  const stepDown = top + 1 < height ? width * bytesPerPixel : 0;
  const from = (top * width + left) * bytesPerPixel;
  const size = planes.length / planeCount;
  for (let plane = 0; plane < planeCount; plane += 1) {
    // The model was trained on blue, green, red.
    const at = from + planeCount - 1 - plane;
    const above = mix(rgba[at] ?? 0, rgba[at + stepRight] ?? 0, rightShare);
    const below = mix(rgba[at + stepDown] ?? 0, rgba[at + stepDown + stepRight] ?? 0, rightShare);
    const pixel = plane * size + to;
    planes[pixel] = (planes[pixel] ?? 0) + share * mix(above, below, bottomShare);
  }
}

function mix(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}
