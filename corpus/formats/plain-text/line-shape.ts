/** What a line of plain text looks like on its own: finished, cut off, or too short to tell. */

import { hasHan } from "../../text/characters.ts";
import { endsComplete } from "../../text/ends-complete.ts";

/** Chinese headings are shorter than this; longer lines without an end were cut off. */
const maxHanHeadingLength = 30;
const maxTitleLength = 60;
const maxAskingLength = 40;
const maxLatinHeadingLength = 80;
const maxLatinHeadingWords = 14;

/**
 * `complete`: ends as a sentence does. `cut`: surely stops within a sentence. `clause`: short, with
 * a comma, so perhaps cut. `short`: may be a heading, a caption or an item.
 */
export type LineShape = "complete" | "cut" | "clause" | "short";

/** @param isFirst whether the line opens the document, where titles are long and have commas */
export function lineShape(line: string, isFirst: boolean): LineShape {
  if (isFirst && isAsking(line)) return "short";
  if (endsComplete(line) || /[:：]$/u.test(line)) return "complete";
  if (!hasHan(line)) {
    const isShort =
      line.length <= maxLatinHeadingLength && line.split(/\s+/u).length <= maxLatinHeadingWords;
    return isShort ? "short" : "cut";
  }
  if (line.length > (isFirst ? maxTitleLength : maxHanHeadingLength)) return "cut";
  // A heading may ask and answer, but it does not go on after a full stop.
  if (/[。；]/u.test(line)) return "cut";
  if (isFirst) return "short";
  if (/[，、,]$/u.test(line)) return "cut";
  return /[，,！？!?]/u.test(line) && !isCouplet(line) ? "clause" : "short";
}

/** A title may ask or call; a greeting in quotes begins a story. */
function isAsking(line: string): boolean {
  return (
    line.length <= maxAskingLength &&
    hasHan(line) &&
    /[？！?!]$/u.test(line) &&
    !/^[“"「『]|[。；]/u.test(line)
  );
}

/** Two clauses of equal length are the set form of a Chinese heading: `种树又修堤，湖清鱼更多`. */
function isCouplet(line: string): boolean {
  const clauses = line.split(/[，,：:]/u).map((clause) => clause.length);
  return clauses.length >= 2 && clauses.at(-1) === clauses.at(-2);
}
