/** Tells a sentence that only says the question's words again: a heading, a search result without its text. */

import { normalise } from "../text/normalise.ts";
import { searchWords } from "../text/tokens.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { questionWordPattern, stopWords } from "./stop-words.ts";

/** A question to be answered with yes or no may be answered in its own words. */
function asksForSomething({ type, text }: AnalysedQuestion): boolean {
  return type !== "other" || questionWordPattern.test(text);
}

/** Whether the sentence has no content word that the question lacks, so that it cannot answer it. */
export function echoes(question: AnalysedQuestion, sentence: string): boolean {
  if (!asksForSomething(question)) return false;
  const said = new Set(question.concepts.map(({ word }) => word));
  const words = searchWords(normalise(sentence)).filter((word) => !stopWords.has(word));
  return words.length > 0 && words.every((word) => said.has(word));
}
