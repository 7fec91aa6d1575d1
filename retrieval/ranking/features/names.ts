/** Do the question's names, numbers and years stand in the text? */

import type { TimeReading } from "../../../corpus/sentence.ts";
import type { Candidate } from "../candidate.ts";
import type { WeighedQuestion } from "../weighed-question.ts";

/** Where a question names nothing, half: no evidence either way. */
const unknown = 0.5;
const anyYear = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

function shareIn(text: string, wanted: readonly string[]): number {
  if (wanted.length === 0) return unknown;
  return wanted.filter((word) => text.includes(word)).length / wanted.length;
}

function allIn(text: string, wanted: readonly string[]): number {
  if (wanted.length === 0) return unknown;
  return wanted.every((word) => text.includes(word)) ? 1 : 0;
}

/** All years of a reading: `2021/2025` is five. */
function yearsWithin({ value }: TimeReading): readonly number[] {
  const [first = 0, last = first] = value.split("/").map((part) => Number(part.slice(0, 4)));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** All 0…1. */
export function nameFeatures(question: WeighedQuestion, candidate: Candidate) {
  const { sentence, passage, windowText } = candidate;
  const readings = (sentence.sentence.times ?? []).flatMap(yearsWithin).join(" ");
  const yearSentence = allIn(`${sentence.text} ${readings}`, question.years);
  return {
    namesSentence: shareIn(sentence.text, question.names),
    namesWindow: shareIn(windowText, question.names),
    namesPassage: shareIn(passage.text, question.names),
    missingNumbers: question.numbers.length > 0 ? 1 - shareIn(sentence.text, question.numbers) : 0,
    yearSentence,
    yearWindow: allIn(`${windowText} ${readings}`, question.years),
    yearPassage: allIn(`${passage.text} ${readings}`, question.years),
    otherYear: yearSentence === 0 && anyYear.test(sentence.text) ? 1 : 0,
  };
}
