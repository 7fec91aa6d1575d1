/** Reads a picture of a page: where its lines stand and what they say. */

import { hasHan } from "../../text/characters.ts";
import type { Page, PageLine } from "../pages/page.ts";
import { dropDoubled } from "./drop-doubled.ts";
import { findGutters } from "./find-gutters.ts";
import { findUprightLines } from "./find-upright-lines.ts";
import { closeIn, cutAtGaps, type InkedLine, measureLine, placeLetters } from "./inked-line.ts";
import { leanBox, leanOfLines, leanUnsureBox, levelPage } from "./level-page.ts";
import type { Slope } from "./fit-slope.ts";
import { loadRecogniser } from "./load-recogniser.ts";
import type { Picture } from "./picture.ts";
import { readLine } from "./read-line.ts";
import { type Point, pointOf, type TextBox } from "./text-box.ts";

export interface RecognisedPage extends Page {
  /** What looked like text and could not be read with any trust, from top to bottom. */
  readonly doubtful: readonly PageLine[];
}

/** Below this mean likelihood, guesses at specks and patterns outnumber text (as in PP-OCR). */
const minConfidence = 0.5;
/** Figures and Latin capitals reach less high than Chinese characters of the same size. */
const latinHeight = 0.75;

/**
 * 1. find the lines, turning the picture upright, 2. measure where exactly their letters stand,
 * 3. level the page, 4. cut lines that run over the white between columns, 5. read each.
 *
 * Upright lines only: a column of vertical writing is read as it can be, mostly as doubtful.
 *
 * @param given of any size; a page on its side or on its head is turned
 * @param number of the page, from 1
 * @returns lines in the picture's pixels, as if seen from straight above
 * @throws {CorpusError} `E_PART_MISSING`
 */
export async function recognisePage(given: Picture, number: number): Promise<RecognisedPage> {
  const recogniser = await loadRecogniser();
  const { picture, boxes } = await findUprightLines(given, recogniser);
  const lean = leanOfLines(boxes, picture);
  const found = measureLines(
    picture,
    boxes.map((box) => leanUnsureBox(box, lean)),
  );
  const letters = found.map((line) => line.letters);
  const page = { lean, level: levelPage(letters, lean, picture) };
  const placed = cutAtGutters(picture, found, page).map((line) => ({
    box: line.box,
    place: placeLetters(line, page.level),
  }));

  const lines: PageLine[] = [];
  const doubtful: PageLine[] = [];
  for (const { box, place } of dropDoubled(placed)) {
    const { text, confidence } = await readLine(picture, box, recogniser);
    if (text.trim() === "") continue;
    const height = place.bottom - place.top;
    const typeSize = hasHan(text) ? height : height / latinHeight;
    const isTrusted = confidence >= minConfidence;
    (isTrusted ? lines : doubtful).push({ text: text.trim(), ...place, typeSize });
  }
  doubtful.sort((one, other) => one.top - other.top);
  return { number, width: picture.width, height: picture.height, lines, doubtful };
}

function measureLines(picture: Picture, boxes: readonly TextBox[]): readonly InkedLine[] {
  return boxes.flatMap((box) => {
    const line = measureLine(picture, box);
    return line === undefined ? [] : [line];
  });
}

/** The parts of a line over two columns need not lean as it does: its columns may stand askew. */
function cutAtGutters(
  picture: Picture,
  lines: readonly InkedLine[],
  { lean, level }: { readonly lean: Slope; readonly level: (point: Point) => Point },
): readonly InkedLine[] {
  const gutters = findGutters(
    lines.map((line) => ({
      ...placeLetters(line, level),
      gaps: line.gaps.map(({ from, to }) => ({
        from: level(pointOf(line.box, from, 0)).x,
        to: level(pointOf(line.box, to, 0)).x,
      })),
    })),
  );
  return lines.flatMap((line, index) => {
    const gaps = (gutters[index] ?? []).flatMap((gap) => line.gaps[gap] ?? []);
    if (gaps.length === 0) return [line];
    const parts = cutAtGaps(line, gaps).map((part) => leanBox(part, lean));
    return measureLines(picture, parts).map(closeIn);
  });
}
