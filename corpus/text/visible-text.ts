/** Shows a stretch of source text as one line, the way a reader reads it. */

import { hasEastAsian } from "./characters.ts";

const whiteSpaceRun = /\s+/gu;

/**
 * The text with every run of white space made one blank, or nothing where a line break stands
 * beside a Chinese character or after the hyphen of a divided word. Only white space changes.
 */
export function visibleText(raw: string): string {
  return raw.trim().replace(whiteSpaceRun, (run: string, at: number, whole: string) => {
    if (!/[\n\r\u2028\u2029]/u.test(run)) return " ";
    const before = whole.slice(Math.max(0, at - 2), at);
    const after = whole.slice(at + run.length, at + run.length + 2);
    if (hasEastAsian(lastCharacter(before)) || hasEastAsian(firstCharacter(after))) return "";
    return /[a-z]-$/u.test(before) && /^[a-z]/u.test(after) ? "" : " ";
  });
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
