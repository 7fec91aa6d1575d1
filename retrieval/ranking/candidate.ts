/** A sentence in the running, with its surroundings and which concepts of the question they hold. */

import type { PreparedPassage, PreparedSentence } from "./passage.ts";
import type { WeighedConcept, WeighedQuestion } from "./weighed-question.ts";

/** Per concept of the question, in its order: does the text hold it? */
export type ConceptHits = readonly boolean[];

export interface Candidate {
  readonly sentence: PreparedSentence;
  readonly passage: PreparedPassage;
  /** Position in the passage, from 0. */
  readonly position: number;
  /** The sentence with the one before and the one after, as one text. */
  readonly windowText: string;
  readonly sentenceHits: ConceptHits;
  readonly windowHits: ConceptHits;
  readonly passageHits: ConceptHits;
  /** BM25 of the sentence and the best of the question's candidates. */
  readonly sentenceScore: number;
  readonly bestSentenceScore: number;
  readonly bestPassageScore: number;
}

const latinWord = /^[a-z]+$/u;

/** Latin words match whole; Han words also inside longer words, which the segmenter may have joined. */
function holdsWord(word: string, text: string, words: ReadonlySet<string>): boolean {
  if (words.has(word)) return true;
  return word.length > 1 && !latinWord.test(word) && text.includes(word);
}

function holds(concept: WeighedConcept, text: string, words: ReadonlySet<string>): boolean {
  if (holdsWord(concept.word, text, words)) return true;
  return concept.alternatives?.some(({ word }) => holdsWord(word, text, words)) ?? false;
}

/** Which concepts a passage holds anywhere, its title and section included. */
export function passageHits(question: WeighedQuestion, passage: PreparedPassage): ConceptHits {
  return question.concepts.map((concept) => holds(concept, passage.text, passage.words));
}

/** Which concepts each sentence of a passage holds, in reading order. */
export function sentenceHits(
  question: WeighedQuestion,
  passage: PreparedPassage,
): readonly ConceptHits[] {
  return passage.sentences.map((sentence) =>
    question.concepts.map((concept) => holds(concept, sentence.text, sentence.words)),
  );
}

/** Share of the question's weight that the hits hold, 0…1. */
export function coverage(question: WeighedQuestion, hits: ConceptHits): number {
  let covered = 0;
  question.concepts.forEach((concept, at) => {
    if (hits[at] === true) covered += concept.weight;
  });
  return covered / question.conceptWeight;
}
