/** Shows a stretch of source text as one line, the way a reader reads it. */

import { replaceBlanks } from "./blank-runs.ts";
import { hasEastAsian } from "./characters.ts";

/**
 * The text with every run of white space made one blank, or nothing where a line break stands
 * beside a Chinese character or after the hyphen of a divided word. Only white space changes.
 */
export function visibleText(raw: string): string {
  const text = raw.trim();
  return replaceBlanks(text, (start, end) => shownBlank(text, start, end));
}

const lineBreak = /[\n\r\u2028\u2029]/u;

/** What is shown of the white space from one offset to the next. */
function shownBlank(text: string, start: number, end: number): string {
  if (!lineBreak.test(text.slice(start, end))) return " ";
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (hasEastAsian(lastCharacter(before)) || hasEastAsian(firstCharacter(after))) return "";
  return /[a-z]-$/u.test(before) && /^[a-z]/u.test(after) ? "" : " ";
}

/** Sentences one after another, with a blank only between Latin ones. */
export function joinSentences(sentences: readonly string[]): string {
  let joined = "";
  for (const sentence of sentences) {
    const isTight =
      joined === "" ||
      hasEastAsian(lastCharacter(joined.slice(-2))) ||
      hasEastAsian(firstCharacter(sentence.slice(0, 2)));
    joined += isTight ? sentence : ` ${sentence}`;
  }
  return joined;
}

function firstCharacter(text: string): string {
  return /^./su.exec(text)?.[0] ?? "";
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? "";
}
