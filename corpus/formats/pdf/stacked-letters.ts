/** Finds vertical writing that a program set letter by letter, each upright below the last. */

import { hasEastAsian } from "../../text/characters.ts";
import type { TextPiece } from "./text-pieces.ts";

const minLetters = 3;
/** All in type sizes. */
const sideways = 0.3;
const minStep = 0.2;
const maxStep = 2.6;
const halfWidth = 0.5;
const ascent = 0.85;

/** @param pieces in the order in which the file sets them */
export function standUpStacks(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const runs: TextPiece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && standsBelow(last, piece)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run) => (run.length < minLetters ? run : run.map(standUp)));
}

function standsBelow(above: TextPiece, below: TextPiece): boolean {
  const em = above.typeSize;
  const step = below.y - above.y;
  return (
    isLetter(above) &&
    isLetter(below) &&
    Math.abs(below.x - above.x) <= sideways * em &&
    step >= minStep * em &&
    step <= maxStep * em
  );
}

function isLetter({ text, angle, isVertical }: TextPiece): boolean {
  return angle === 0 && !isVertical && [...text].length === 1 && hasEastAsian(text);
}

/** Vertical letters hang from the middle of their upper edge. */
function standUp(piece: TextPiece): TextPiece {
  const { x, y, typeSize } = piece;
  return {
    ...piece,
    x: x + halfWidth * typeSize,
    y: y - ascent * typeSize,
    length: typeSize,
    isVertical: true,
  };
}
