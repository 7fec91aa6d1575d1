/** Finds how a page lies in its picture, and undoes what the camera did to it. */

import { fitSlope, type Slope, slopeAt } from "./fit-slope.ts";
import { type Point, pointOf, type TextBox } from "./text-box.ts";

/** Shorter boxes, for their height, do not show exactly how their line leans. */
const minSlenderness = 5;
/**
 * A line whose ends would stand off by more, in line heights, if it leaned like those around it,
 * was set or bent otherwise.
 */
const maxOff = 0.1;
/** Two lines' edges are compared from and up to so many line heights apart. */
const minApart = 2.5;
const maxApart = 15;
/** Edges that lean more against the lines' own lean belong to different columns or to an indent. */
const maxLean = 0.1;
/** Share of a page's side over which samples must spread to show how a slope changes. */
const minSpreadShare = 0.1;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How lines lean from the top of a picture to its bottom. */
export function leanOfLines(boxes: readonly TextBox[], { height }: Size): Slope {
  const samples = boxes
    .filter((box) => box.width >= minSlenderness * box.height)
    .map((box) => ({ at: box.y, slope: Math.tan(box.angle) }));
  return fitSlope(samples, minSpreadShare * height) ?? { base: 0, change: 0 };
}

/** The box leaning like its page, whatever its own angle. */
export function leanBox(box: TextBox, lines: Slope): TextBox {
  return { ...box, angle: Math.atan(slopeAt(lines, box.y)) };
}

/** The same where the box does not show well how its line leans: it is short, or a blot widens it. */
export function leanUnsureBox(box: TextBox, lines: Slope): TextBox {
  const leaning = leanBox(box, lines);
  const isSlender = box.width >= minSlenderness * box.height;
  const off = (Math.abs(leaning.angle - box.angle) * box.width) / 2;
  return isSlender && off > maxOff * box.height ? box : leaning;
}

/**
 * From a point of the picture to where it would stand on a page seen from straight above. Lines may
 * lean more from the top to the bottom, and columns from left to right, as in a slanted photo.
 *
 * @param boxes of all lines of the page, close around their letters
 * @param lines how they lean
 */
export function levelPage(
  boxes: readonly TextBox[],
  lines: Slope,
  { width, height }: Size,
): (point: Point) => Point {
  const middle = { x: width / 2, y: height / 2 };
  const usualLean = slopeAt(lines, middle.y);
  const samples = leanOfEdges(boxes).filter(({ slope }) => Math.abs(slope + usualLean) <= maxLean);
  const edges = fitSlope(samples, minSpreadShare * width) ?? { base: -usualLean, change: 0 };
  return ({ x, y }) => {
    const right = x - middle.x;
    const down = y - middle.y;
    return {
      x: (x - edges.base * down) / (1 + edges.change * down),
      y: (y - lines.base * right) / (1 + lines.change * right),
    };
  };
}

/** Left and right edges of lines under one another that are set flush. */
function leanOfEdges(boxes: readonly TextBox[]) {
  return [-1, 1].flatMap((side) => {
    const edges = boxes
      .map((box) => ({ ...pointOf(box, (side * box.width) / 2, 0), height: box.height }))
      .sort((one, other) => one.y - other.y);
    return edges.flatMap((edge, index) => {
      const samples: { readonly at: number; readonly slope: number }[] = [];
      for (const below of edges.slice(index + 1)) {
        const apart = below.y - edge.y;
        if (apart > maxApart * edge.height) break;
        const slope = (below.x - edge.x) / apart;
        if (apart < minApart * edge.height || Math.abs(slope) > 1) continue;
        samples.push({ at: (edge.x + below.x) / 2, slope });
      }
      return samples;
    });
  });
}
