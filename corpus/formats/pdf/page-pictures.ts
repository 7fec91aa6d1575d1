/** Measures how much of a PDF page its pictures cover, from the operations that draw it. */

import type { Drawing } from "./hidden-text.ts";
import type { PdfLibrary } from "./load-library.ts";
import { identity, isMatrix, type Matrix, multiply } from "./matrix.ts";

/** Paths that so many letters drawn as outlines have at least. */
const minOutlines = 200;

export interface DrawnParts {
  /** In square points; pictures one over another count each. */
  readonly pictureArea: number;
  /** Whether letters stand there that are no text: in pictures, as outlines, or without meaning. */
  readonly mayShowText: boolean;
}

/** @param drawing with its pictures */
export function measureParts({ fnArray, argsArray }: Drawing, { OPS }: PdfLibrary): DrawnParts {
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
  ]);
  const repeated = new Set<number>([
    OPS.paintInlineImageXObjectGroup,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintImageMaskXObjectRepeat,
  ]);
  const saved: Matrix[] = [];
  let matrix = identity;
  let pictureArea = 0;
  let outlines = 0;
  let mayShowText = false;
  for (const [index, operation] of fnArray.entries()) {
    const values: unknown = argsArray[index];
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) {
      matrix = saved.pop() ?? matrix;
    } else if (operation === OPS.transform && isMatrix(values)) matrix = multiply(matrix, values);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const inner: unknown = Array.isArray(values) ? values[0] : undefined;
      if (isMatrix(inner)) matrix = multiply(matrix, inner);
    } else if (pictures.has(operation)) {
      // A picture fills the unit square of its coordinates.
      pictureArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
    } else if (operation === OPS.constructPath) outlines += 1;
    mayShowText ||=
      pictures.has(operation) || repeated.has(operation) || operation === OPS.showText;
  }
  return { pictureArea, mayShowText: mayShowText || outlines >= minOutlines };
}
