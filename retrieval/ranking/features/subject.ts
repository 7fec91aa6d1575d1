/** Does the text speak of the thing asked about, and of what is asked of it? */

import type { Candidate, ConceptHits } from "../candidate.ts";
import type { WeighedQuestion } from "../weighed-question.ts";

/** Where a question has no attribute or no subject, half: no evidence either way. */
const unknown = 0.5;

function shareOf(question: WeighedQuestion, hits: ConceptHits, attribute: boolean): number {
  const total = attribute
    ? question.attributeWeight
    : question.conceptWeight - question.attributeWeight;
  if (total <= 0.01) return unknown;
  let covered = 0;
  question.concepts.forEach((concept, at) => {
    if (concept.isAttribute === attribute && hits[at] === true) covered += concept.weight;
  });
  return covered / total;
}

/** All 0…1. */
export function subjectFeatures(question: WeighedQuestion, candidate: Candidate) {
  return {
    attributeSentence: shareOf(question, candidate.sentenceHits, true),
    attributeWindow: shareOf(question, candidate.windowHits, true),
    attributePassage: shareOf(question, candidate.passageHits, true),
    subjectSentence: shareOf(question, candidate.sentenceHits, false),
    subjectWindow: shareOf(question, candidate.windowHits, false),
    subjectPassage: shareOf(question, candidate.passageHits, false),
  };
}
