/** Tells a sentence that only says the question's words again: a heading, a search result without its text. */

import { normalise } from "../text/normalise.ts";
import { searchWords } from "../text/tokens.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { questionWordPattern, stopWords } from "./stop-words.ts";

/** A question to be answered with yes or no may be answered in its own words. */
function asksForSomething({ type, text }: AnalysedQuestion): boolean {
  return type !== "other" || questionWordPattern.test(text);
}

const yesOrNo =
  /吗|是否|是不是|有没有|能不能|会不会|可不可以|\bis\b|\bare\b|\bdo(?:es)?\b|\bdid\b/u;
const ending = /[\s.。!！?？…·|_-]+$/u;
const fewestLetters = 8;

/** Only the words to look for, and the sentence ends with them: a heading, with nothing behind it. */
function endsWithKeywords(text: string, sentence: string): boolean {
  if (questionWordPattern.test(text) || yesOrNo.test(text)) return false;
  const keywords = text.replace(ending, "");
  if (keywords.length < fewestLetters) return false;
  return normalise(sentence).replace(ending, "").endsWith(keywords);
}

/** Whether the sentence has no content word that the question lacks, so that it cannot answer it. */
export function echoes(question: AnalysedQuestion, sentence: string): boolean {
  if (endsWithKeywords(question.text, sentence)) return true;
  if (!asksForSomething(question)) return false;
  const said = new Set(question.concepts.map(({ word }) => word));
  const words = searchWords(normalise(sentence)).filter((word) => !stopWords.has(word));
  return words.length > 0 && words.every((word) => said.has(word));
}
