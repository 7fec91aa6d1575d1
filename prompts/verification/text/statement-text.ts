/** Frees a drafted statement of what is not said: marks of citations and of emphasis. */

import { tidyText } from "./plain-text.ts";

const citationMark =
  /\s?(?:\[\s?\d+(?:\s?[,，、-]\s?\d+)*\s?\]|【\s?\d+(?:\s?[,，、]\s?\d+)*\s?】|\[\^\d+\])/gu;
const emphasis = /\*\*|__|`/gu;

/** Tidied, see {@link tidyText}. */
export function statementText(text: string): string {
  return tidyText(text.replace(citationMark, "").replace(emphasis, ""));
}
