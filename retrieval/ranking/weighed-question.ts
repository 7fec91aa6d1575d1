/** A question with what its words weigh in this corpus; made once, used for every candidate. */

import type { AnalysedQuestion, Concept } from "../question/analyse-question.ts";
import { type Telling, tellingOf } from "./telling-words.ts";
import type { TermWeights } from "./term-weights.ts";

export interface WeighedConcept extends Concept {
  readonly weight: number;
  /** Rarity in Chinese at large, 0.3…10. */
  readonly background: number;
  /** What it tells of a text that lacks it. */
  readonly telling: Telling;
}

export interface WeighedQuestion extends Omit<AnalysedQuestion, "concepts"> {
  readonly concepts: readonly WeighedConcept[];
  readonly conceptWeight: number;
  /** Summed inverse document frequencies of the concepts, as the full text weighs them. */
  readonly fullTextWeight: number;
  readonly attributeWeight: number;
  readonly backgroundWeight: number;
  readonly bigramWeights: readonly number[];
  readonly bigramWeight: number;
  /** Letters and digits of the question, for the longest common run. */
  readonly letters: string;
  readonly terms: TermWeights;
}

const notLetterOrDigit = /[^\p{L}\p{N}_]/gu;

/** Letters and digits only. */
export function lettersOf(text: string): string {
  return text.replace(notLetterOrDigit, "");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function weighQuestion(question: AnalysedQuestion, terms: TermWeights): WeighedQuestion {
  const concepts = question.concepts.map((concept) => ({
    ...concept,
    weight: terms.word(concept.word, concept.alternatives),
    background: terms.background(concept.word),
    telling: tellingOf(concept.word, question, terms),
  }));
  const bigramWeights = question.bigrams.map((bigram) => terms.bigram(bigram));
  return {
    ...question,
    concepts,
    // A question of unknown words only must not divide by zero.
    conceptWeight: sum(concepts.map(({ weight }) => weight)) || 1,
    fullTextWeight: sum(concepts.map(({ word }) => terms.token(word))) || 1,
    attributeWeight: sum(concepts.map((concept) => (concept.isAttribute ? concept.weight : 0))),
    backgroundWeight: sum(concepts.map(({ background }) => background)) || 1,
    bigramWeights,
    bigramWeight: sum(bigramWeights) || 1,
    letters: lettersOf(question.text),
    terms,
  };
}
