/** Turns the detection model's map of text into boxes, one around each line. */

import { partOf, type TextBox } from "./text-box.ts";

/** How likely each pixel of a picture belongs to the core of a line of text. */
export interface TextMap {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to 255. */
  readonly likelihood: Uint8Array;
}

/** The thresholds and the growth of PP-OCR's own reader of these maps (DBPostProcess). */
const minLikelihood = 0.3 * 255;
const minMeanLikelihood = 0.5 * 255;
const growth = 1.6;
/** Smaller spots, in pixels of the map, are specks. */
const minThickness = 3;
/** A spot less long for its thickness does not show which way its line leans. */
const minSlenderness = 3;
/** A spot that leans more is no line of upright text. */
const maxAngle = Math.PI / 4;

interface Spot {
  /** Indices into the map. */
  readonly pixels: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly isSlender: boolean;
}

/** The boxes in the map's pixels, in no order. */
export function findTextBoxes(map: TextMap): readonly TextBox[] {
  const spots = findSpots(map);
  const angles = spots.filter((spot) => spot.isSlender).map((spot) => spot.angle);
  const usualAngle = angles.sort((one, other) => one - other)[angles.length >> 1] ?? 0;
  return spots.flatMap((spot) => {
    const core = boxAround(spot, map.width, spot.isSlender ? spot.angle : usualAngle);
    return Math.min(core.width, core.height) < minThickness ? [] : [grow(core)];
  });
}

/** Connected pixels above the threshold. */
function findSpots({ width, height, likelihood }: TextMap): Spot[] {
  const isSeen = new Uint8Array(width * height);
  const spots: Spot[] = [];
  for (let start = 0; start < isSeen.length; start += 1) {
    if (isSeen[start] === 1 || (likelihood[start] ?? 0) < minLikelihood) continue;
    const pixels: number[] = [start];
    isSeen[start] = 1;
    let sum = 0;
    // The list grows while it is walked.
    for (const pixel of pixels) {
      sum += likelihood[pixel] ?? 0;
      const column = pixel % width;
      const neighbours = [
        column > 0 ? pixel - 1 : -1,
        column < width - 1 ? pixel + 1 : -1,
        pixel - width,
        pixel + width,
      ];
      for (const next of neighbours) {
        if (isSeen[next] !== 0 || (likelihood[next] ?? 0) < minLikelihood) continue;
        isSeen[next] = 1;
        pixels.push(next);
      }
    }
    if (sum >= minMeanLikelihood * pixels.length) spots.push(measureSpot(pixels, width));
  }
  return spots;
}

/** Its middle and the direction in which it is longest, from the moments of its pixels. */
function measureSpot(pixels: readonly number[], width: number): Spot {
  let x = 0;
  let y = 0;
  for (const pixel of pixels) {
    x += pixel % width;
    y += Math.floor(pixel / width);
  }
  x /= pixels.length;
  y /= pixels.length;
  let alongX = 0;
  let alongBoth = 0;
  let alongY = 0;
  for (const pixel of pixels) {
    const dx = (pixel % width) - x;
    const dy = Math.floor(pixel / width) - y;
    alongX += dx * dx;
    alongBoth += dx * dy;
    alongY += dy * dy;
  }
  const angle = Math.atan2(2 * alongBoth, alongX - alongY) / 2;
  const spread = Math.hypot(alongX - alongY, 2 * alongBoth);
  const slenderness = Math.sqrt((alongX + alongY + spread) / (alongX + alongY - spread));
  const isSlender = slenderness >= minSlenderness && Math.abs(angle) <= maxAngle;
  return { pixels, x, y, angle, isSlender };
}

function boxAround({ pixels, x, y }: Spot, mapWidth: number, angle: number): TextBox {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const edges = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const pixel of pixels) {
    const dx = (pixel % mapWidth) - x;
    const dy = Math.floor(pixel / mapWidth) - y;
    const along = dx * cosine + dy * sine;
    const across = dy * cosine - dx * sine;
    edges.left = Math.min(edges.left, along);
    edges.right = Math.max(edges.right, along + 1);
    edges.top = Math.min(edges.top, across);
    edges.bottom = Math.max(edges.bottom, across + 1);
  }
  return partOf({ x, y, width: 0, height: 0, angle }, edges);
}

/** The model marks only the core of a line: area by perimeter tells how far the line reaches. */
function grow(core: TextBox): TextBox {
  const margin = (core.width * core.height * growth) / (2 * (core.width + core.height));
  return { ...core, width: core.width + 2 * margin, height: core.height + 2 * margin };
}
