/** Turns a page that lies on its side or on its head before its lines are read. */

import { findLines } from "./find-lines.ts";
import type { Recogniser } from "./load-recogniser.ts";
import type { Picture } from "./picture.ts";
import { readLine } from "./read-line.ts";
import type { TextBox } from "./text-box.ts";
import { type QuarterTurns, turnPicture } from "./turn-picture.ts";

export interface UprightLines {
  /** The one given, or a turned one. */
  readonly picture: Picture;
  /** One for each line or part of a line, in this picture's pixels, in no order. */
  readonly boxes: readonly TextBox[];
}

/** Lines of a page the right way up are read with far more confidence than this. */
const convincing = 0.8;
/** So many of the longest lines are read to tell. */
const sampleSize = 5;

/** The picture the way its text stands upright; one that no turn makes readable stays as it is. */
export async function findUprightLines(
  picture: Picture,
  recogniser: Recogniser,
): Promise<UprightLines> {
  const asGiven = { picture, boxes: await findLines(picture, recogniser) };
  const isSideways = standsOnSide(asGiven.boxes);
  if (!isSideways && (await confidenceIn(asGiven, recogniser)) >= convincing) return asGiven;
  const turns: readonly QuarterTurns[] = isSideways ? [1, 3] : [2];
  for (const quarterTurns of turns) {
    const turned = turnPicture(picture, quarterTurns);
    const lines = { picture: turned, boxes: await findLines(turned, recogniser) };
    if ((await confidenceIn(lines, recogniser)) >= convincing) return lines;
  }
  return asGiven;
}

/** Whether more of the text's area stands than lies. */
function standsOnSide(boxes: readonly TextBox[]): boolean {
  const balance = boxes.reduce((sum, { width, height }) => {
    const area = width * height;
    return height > width ? sum + area : sum - area;
  }, 0);
  return balance > 0;
}

async function confidenceIn(
  { picture, boxes }: UprightLines,
  recogniser: Recogniser,
): Promise<number> {
  const longest = boxes.toSorted((one, other) => other.width - one.width).slice(0, sampleSize);
  let sum = 0;
  for (const box of longest) sum += (await readLine(picture, box, recogniser)).confidence;
  return longest.length === 0 ? 0 : sum / longest.length;
}
