/** Tells whether one sentence speaks of all that a question asks for. */

import { normalise } from "../../retrieval/text/normalise.ts";
import type { QuestionPart } from "./split-question.ts";

/** A year beside another says when, and seldom both values. */
const onlyDigits = /^\d+$/u;

/** False where the parts are whole questions or differ in a number. */
export function saysAll(sentence: string | undefined, parts: readonly QuestionPart[]): boolean {
  if (sentence === undefined || parts.length === 0) return false;
  const text = normalise(sentence);
  return parts.every(
    ({ own }) =>
      own.length > 0 && own.every((word) => text.includes(word) && !onlyDigits.test(word)),
  );
}
