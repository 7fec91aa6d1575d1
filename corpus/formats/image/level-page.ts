/** Undoes what a camera does to a page: lines level, columns upright. */

import { fitSlope, type Slope, type SlopeSample } from "./fit-slope.ts";
import { type Point, pointOf, type TextBox } from "./text-box.ts";

/** Shorter boxes, for their height, do not show exactly how their line leans. */
const minSlenderness = 5;
/** Two lines' edges are compared from and up to so many line heights apart. */
const minApart = 2.5;
const maxApart = 15;
/** Edges that lean more against the lines' own lean belong to different columns or to an indent. */
const maxLean = 0.1;
/** Share of a page's side over which samples must spread to show how a slope changes. */
const minSpreadShare = 0.1;
/** A line that leans so much otherwise than those around, in radians, was set or bent so. */
const minOwnLean = 0.02;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How lines lean: `base` in the middle of the page's height, `change` with each pixel downwards. */
export function leanOfLines(boxes: readonly TextBox[], { height }: Size): Slope {
  const samples = boxes
    .filter((box) => box.width >= minSlenderness * box.height)
    .map((box) => ({ at: box.y - height / 2, slope: Math.tan(box.angle) }));
  return fitSlope(samples, minSpreadShare * height) ?? { base: 0, change: 0 };
}

/** The box with the lean of its page: short boxes, and blots beside a line, do not show it well. */
export function leanWithPage(box: TextBox, lines: Slope, { height }: Size): TextBox {
  const angle = Math.atan(lines.base + lines.change * (box.y - height / 2));
  const isSlender = box.width >= minSlenderness * box.height;
  return isSlender && Math.abs(angle - box.angle) > minOwnLean ? box : { ...box, angle };
}

/**
 * From a point of the picture to where it would stand on a page seen from straight above. Lines may
 * lean more from the top to the bottom, and columns from left to right, as in a slanted photo.
 *
 * @param boxes of all lines of the page, close around their letters
 */
export function levelPage(
  boxes: readonly TextBox[],
  lines: Slope,
  { width, height }: Size,
): (point: Point) => Point {
  const middle = { x: width / 2, y: height / 2 };
  const samples = leanOfEdges(boxes, middle.x);
  const edges: Slope = fitSlope(
    samples.filter(({ slope }) => Math.abs(slope + lines.base) <= maxLean),
    minSpreadShare * width,
  ) ?? { base: -lines.base, change: 0 };
  return ({ x, y }) => {
    const right = x - middle.x;
    const down = y - middle.y;
    return {
      x: middle.x + (right - edges.base * down) / (1 + edges.change * down),
      y: middle.y + (down - lines.base * right) / (1 + lines.change * right),
    };
  };
}

/** Left and right edges of lines under one another that are set flush. */
function leanOfEdges(boxes: readonly TextBox[], middleX: number): readonly SlopeSample[] {
  return [-1, 1].flatMap((side) => {
    const edges = boxes
      .map((box) => ({ ...pointOf(box, (side * box.width) / 2, 0), height: box.height }))
      .sort((one, other) => one.y - other.y);
    return edges.flatMap((edge, index) => {
      const samples: SlopeSample[] = [];
      for (const below of edges.slice(index + 1)) {
        const apart = below.y - edge.y;
        if (apart > maxApart * edge.height) break;
        const slope = (below.x - edge.x) / apart;
        if (apart < minApart * edge.height || Math.abs(slope) > 1) continue;
        samples.push({ at: (edge.x + below.x) / 2 - middleX, slope });
      }
      return samples;
    });
  });
}
