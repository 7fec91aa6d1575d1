/** Looks for text in a picture of any size, tile by tile, so that memory stays small. */

import type { TextMap } from "./find-text-boxes.ts";
import type { Recogniser } from "./load-recogniser.ts";
import { bytesPerPixel, type Picture } from "./picture.ts";

/** Side of a tile in pixels, a multiple of {@link grid}: the model takes about 500 bytes a pixel. */
const tileSide = 1280;
/** The model sees text near a tile's edge worse; what lies there is taken from the next tile. */
const margin = 64;
/** Both sides of what the model gets are multiples of this. */
const grid = 32;
/** Blue, green and red, as of the pictures that the model was trained on (ImageNet). */
const means: readonly number[] = [0.406, 0.456, 0.485];
const deviations: readonly number[] = [0.225, 0.224, 0.229];
const maxByte = 255;

/** The map has the size of the picture. */
export async function mapText(picture: Picture, recogniser: Recogniser): Promise<TextMap> {
  const { width, height } = picture;
  const likelihood = new Uint8Array(width * height);
  for (const down of tiles(height)) {
    for (const across of tiles(width)) {
      const tileWidth = padded(across.length);
      const tileHeight = padded(down.length);
      const planes = cutTile(picture, { across, down, tileWidth, tileHeight });
      const values = await recogniser.mapText(planes, tileWidth, tileHeight);
      for (let y = down.trusted.from; y < down.trusted.to; y += 1) {
        for (let x = across.trusted.from; x < across.trusted.to; x += 1) {
          const value = values[(y - down.start) * tileWidth + x - across.start] ?? 0;
          likelihood[y * width + x] = value * maxByte;
        }
      }
    }
  }
  return { width, height, likelihood };
}

/** A stretch of one side of the picture. */
interface Tile {
  readonly start: number;
  readonly length: number;
  /** What is taken over; together these cover the side once. */
  readonly trusted: { readonly from: number; readonly to: number };
}

function tiles(side: number): readonly Tile[] {
  if (side <= tileSide + 2 * margin) {
    return [{ start: 0, length: side, trusted: { from: 0, to: side } }];
  }
  const count = Math.ceil((side - 2 * margin) / (tileSide - 2 * margin));
  const step = Math.ceil((side - 2 * margin) / count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step;
    const isLast = index === count - 1;
    const length = (isLast ? side : start + step + 2 * margin) - start;
    return {
      start,
      length,
      trusted: {
        from: index === 0 ? 0 : start + margin,
        to: isLast ? side : start + step + margin,
      },
    };
  });
}

function padded(length: number): number {
  return Math.ceil(length / grid) * grid;
}

interface TileSize {
  readonly across: Tile;
  readonly down: Tile;
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** Beyond the picture's edge its last pixels go on, so that no edge is seen there. */
function cutTile(
  { width, height, rgba }: Picture,
  { across, down, tileWidth, tileHeight }: TileSize,
): Float32Array {
  const size = tileWidth * tileHeight;
  const planes = new Float32Array(means.length * size);
  for (const [plane, mean] of means.entries()) {
    const deviation = deviations[plane] ?? 1;
    const colour = means.length - 1 - plane;
    let to = plane * size;
    for (let y = 0; y < tileHeight; y += 1) {
      const row = Math.min(height - 1, down.start + y) * width;
      for (let x = 0; x < tileWidth; x += 1) {
        const from = (row + Math.min(width - 1, across.start + x)) * bytesPerPixel + colour;
        planes[to] = ((rgba[from] ?? 0) / maxByte - mean) / deviation;
        to += 1;
      }
    }
  }
  return planes;
}
