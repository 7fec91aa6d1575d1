/** How much of the question's wording a sentence, its window and its passage hold. */

import { hasHan } from "../../../corpus/text/characters.ts";
import { type Candidate, type ConceptHits, coverage } from "../candidate.ts";
import type { Telling } from "../telling-words.ts";
import { lettersOf, type WeighedQuestion } from "../weighed-question.ts";

const shortestQuestionLength = 4;
const largestBackground = 10;

/** Weight of the heaviest concept the hits lack. */
function heaviestMissing(
  question: WeighedQuestion,
  hits: ConceptHits,
  weigh: "weight" | "background",
): number {
  let heaviest = 0;
  question.concepts.forEach((concept, at) => {
    if (hits[at] !== true && concept[weigh] > heaviest) heaviest = concept[weigh];
  });
  return heaviest;
}

/** Weight of the telling concepts that the hits lack, as a share of the question's; 1 with a name. */
function tellingMissing(question: WeighedQuestion, hits: ConceptHits): number {
  let missing = 0;
  for (const [at, { telling, weight }] of question.concepts.entries()) {
    if (hits[at] === true) continue;
    if (telling === "name") return 1;
    if (telling === "word") missing += weight;
  }
  return missing / question.conceptWeight;
}

/** Weight of those that the hits hold, as a share of the question's own words: its context says little. */
function tellingHeld(
  question: WeighedQuestion,
  hits: ConceptHits,
  counts: (telling: Telling) => boolean,
): number {
  let held = 0;
  let total = 0;
  question.concepts.forEach(({ word, telling, weight }, at) => {
    if (!question.text.includes(word)) return;
    total += weight;
    if (counts(telling) && hits[at] === true) held += weight;
  });
  return total === 0 ? 0 : held / total;
}

/** Length of the longest run of characters that stands in both. */
function longestCommonRun(question: string, text: string): number {
  let longest = 0;
  for (let start = 0; start + longest < question.length; start++) {
    while (
      start + longest < question.length &&
      text.includes(question.slice(start, start + longest + 1))
    ) {
      longest++;
    }
  }
  return longest;
}

/** Coverage that counts a missing word by how many of its characters stand in the text: 炉子 in 还原炉. */
function partialCoverage(question: WeighedQuestion, hits: ConceptHits, text: string): number {
  let covered = 0;
  question.concepts.forEach(({ word, weight }, at) => {
    const characters = [...word];
    const held = characters.filter((character) => text.includes(character)).length;
    covered += weight * (hits[at] === true ? 1 : hasHan(word) ? held / characters.length : 0);
  });
  return covered / question.conceptWeight;
}

function bigramCoverage(question: WeighedQuestion, text: string): number {
  let covered = 0;
  question.bigrams.forEach((bigram, at) => {
    if (text.includes(bigram)) covered += question.bigramWeights[at] ?? 0;
  });
  return covered / question.bigramWeight;
}

function backgroundCoverage(question: WeighedQuestion, hits: ConceptHits): number {
  let covered = 0;
  question.concepts.forEach((concept, at) => {
    if (hits[at] === true) covered += concept.background;
  });
  return covered / question.backgroundWeight;
}

/** All 0…1 (a missing term may pass 1 slightly in a tiny corpus). */
export function coverageFeatures(question: WeighedQuestion, candidate: Candidate) {
  const { sentence, passage, windowText } = candidate;
  const { largest } = question.terms;
  const around = question.around.filter((piece) => sentence.text.includes(piece)).length;
  return {
    coverageSentence: coverage(question, candidate.sentenceHits),
    coverageWindow: coverage(question, candidate.windowHits),
    coveragePassage: coverage(question, candidate.passageHits),
    partialCoverage: partialCoverage(question, candidate.sentenceHits, sentence.text),
    partialCoverageWindow: partialCoverage(question, candidate.windowHits, windowText),
    bigramCoverage: bigramCoverage(question, sentence.text),
    bigramCoveragePassage: bigramCoverage(question, passage.text),
    longestCommonRun:
      longestCommonRun(question.letters, lettersOf(sentence.text)) /
      Math.max(shortestQuestionLength, question.letters.length),
    missingWindow: heaviestMissing(question, candidate.windowHits, "weight") / largest,
    missingPassage: heaviestMissing(question, candidate.passageHits, "weight") / largest,
    tellingMissingPassage: tellingMissing(question, candidate.passageHits),
    tellingHeldPassage: tellingHeld(
      question,
      candidate.passageHits,
      (telling) => telling !== "nothing",
    ),
    tellingWordsHeldPassage: tellingHeld(
      question,
      candidate.passageHits,
      (telling) => telling === "word",
    ),
    missingSentenceBackground:
      heaviestMissing(question, candidate.sentenceHits, "background") / largestBackground,
    missingWindowBackground:
      heaviestMissing(question, candidate.windowHits, "background") / largestBackground,
    missingPassageBackground:
      heaviestMissing(question, candidate.passageHits, "background") / largestBackground,
    coverageBackground: backgroundCoverage(question, candidate.windowHits),
    // Half where the question word stands alone: nothing to look for is no evidence either way.
    aroundQuestionWord: question.around.length > 0 ? around / question.around.length : 0.5,
  };
}
