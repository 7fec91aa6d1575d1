/** Makes a picture smaller or larger without losing thin strokes. */

import { bytesPerPixel, type Picture } from "./picture.ts";

const opaque = 255;
const colours = 3;

/** Which source pixels, and how much of each, make one target pixel. */
interface Mix {
  readonly first: number;
  /** Their sum is 1. */
  readonly weights: Float32Array;
}

/** Each pixel is the weighted mean of those it stands for (a triangle filter, as in Pillow). */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const rgba = new Uint8Array(width * height * bytesPerPixel).fill(opaque);
  const across = mixes(picture.width, width);
  const down = mixes(picture.height, height);
  const row = new Float32Array(picture.width * colours);
  for (const [y, { first, weights }] of down.entries()) {
    row.fill(0);
    for (const [step, weight] of weights.entries()) addRow(row, picture, first + step, weight);
    writeRow(rgba, y * width * bytesPerPixel, row, across);
  }
  return { width, height, rgba };
}

function addRow(row: Float32Array, { width, rgba }: Picture, y: number, weight: number): void {
  let from = y * width * bytesPerPixel;
  for (let to = 0; to < row.length; to += colours) {
    for (let colour = 0; colour < colours; colour += 1) {
      row[to + colour] = (row[to + colour] ?? 0) + weight * (rgba[from + colour] ?? 0);
    }
    from += bytesPerPixel;
  }
}

function writeRow(rgba: Uint8Array, start: number, row: Float32Array, mixesAcross: readonly Mix[]) {
  let to = start;
  for (const { first, weights } of mixesAcross) {
    for (let colour = 0; colour < colours; colour += 1) {
      let sum = 0;
      for (let step = 0; step < weights.length; step += 1) {
        sum += (weights[step] ?? 0) * (row[(first + step) * colours + colour] ?? 0);
      }
      rgba[to + colour] = Math.round(sum);
    }
    to += bytesPerPixel;
  }
}

function mixes(sourceLength: number, targetLength: number): readonly Mix[] {
  const ratio = sourceLength / targetLength;
  const reach = Math.max(ratio, 1);
  return Array.from({ length: targetLength }, (_, index) => {
    const centre = (index + 0.5) * ratio;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(sourceLength - 1, Math.ceil(centre + reach));
    const raw = Float32Array.from({ length: last - first + 1 }, (_unused, step) =>
      Math.max(0, 1 - Math.abs(first + step + 0.5 - centre) / reach),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}
