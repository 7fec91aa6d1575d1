/** Brings statement and evidence to one form of the same length, so that offsets hold. */

import { normalise } from "../../../retrieval/text/normalise.ts";

const blanks = /[ \t\u00a0\u3000]+/gu;
const squareMetre = /㎡/gu;
const hanRun = /[\u3400-\u9fff]+/gu;
/** Chinese commas stay: `3，500人` is two numbers and `3,500人` is one. */
const foldable = /[\p{L}\p{N}％．％＋－]/u;

function foldCharacter(character: string): string {
  if (!foldable.test(character)) return character;
  const folded = character.normalize("NFKC").toLowerCase();
  return folded.length === character.length ? folded : character;
}

/** The text with single blanks and written-out units; all that follows is read from this one. */
export function tidyText(text: string): string {
  return text.replace(squareMetre, "平方米").replace(blanks, " ").trim();
}

/** Of a tidied text: half-width, simplified and in lower case, each character in its place. */
export function plainText(tidied: string): string {
  const folded = Array.from(tidied, foldCharacter).join("");
  return folded.replace(hanRun, (run) => {
    const simplified = normalise(run);
    return simplified.length === run.length ? simplified : run;
  });
}
