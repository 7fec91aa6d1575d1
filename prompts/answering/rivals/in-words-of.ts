/** Reads a translated question in the words of a text, as if it had been asked in them. */

import {
  type AnalysedQuestion,
  type Concept,
  wordsOfConcept,
} from "../../../retrieval/question/analyse-question.ts";

const shortestWord = 2;

/** The likeliest of its words that the text holds; a lone letter, found in others too, only of a subject. */
function wordIn(text: string, concept: Concept): string {
  const held = wordsOfConcept(concept).filter((word) => text.includes(word));
  const long = held.find((word) => word.length >= shortestWord);
  return long ?? (concept.isAttribute ? concept.word : (held[0] ?? concept.word));
}

/**
 * The question with each concept as that of its words which the text holds; the same object where it is
 * not translated. What is asked keeps its other words, since another text may say it in them.
 *
 * @param text plain, with the title it stands under
 */
export function inWordsOf(question: AnalysedQuestion, text: string): AnalysedQuestion {
  if (question.tokenGroups === undefined) return question;
  const spoken = new Map(question.concepts.map((concept) => [concept.word, wordIn(text, concept)]));
  const say = (word: string): string => spoken.get(word) ?? word;
  return {
    ...question,
    concepts: question.concepts.map((concept) => ({ ...concept, word: say(concept.word) })),
    names: question.names.map(say),
    text: question.concepts.map(({ word }) => say(word)).join(" "),
  };
}
