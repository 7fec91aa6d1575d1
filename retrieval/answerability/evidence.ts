/** What the ranked sentences, taken together, say about whether the corpus answers at all. */

import type { RankedSentence } from "../ranking/rank-sentences.ts";
import type { FeatureName, SentenceFeatures } from "../ranking/sentence-features.ts";

const scoreScale = 10;
const largestMargin = 4;
const firstPassageOfTheField = 3;
const lastPassageOfTheField = 10;

function best(sentences: readonly RankedSentence[], name: FeatureName): number {
  return Math.max(...sentences.map(({ features }) => features[name]));
}

/** How far the best passage stands out: 1 − mean share of the 4th to 10th distinct passage score. */
function standsOut(sentences: readonly RankedSentence[]): number {
  const field = [...new Set(sentences.map(({ features }) => features.passageScore))]
    .sort((a, b) => b - a)
    .slice(firstPassageOfTheField, lastPassageOfTheField);
  if (field.length === 0) return 1;
  return 1 - field.reduce((total, share) => total + share, 0) / field.length;
}

function margin(sentences: readonly RankedSentence[], behind: number): number {
  const first = sentences[0]?.score ?? 0;
  const other = sentences[behind];
  return other === undefined ? largestMargin : Math.min(largestMargin, first - other.score);
}

/** Features of the first sentence that bear on answerability, and some over all of them. */
function combine(top: SentenceFeatures, sentences: readonly RankedSentence[]) {
  const three = sentences.slice(0, 3);
  const ten = sentences.slice(0, 10);
  return {
    ...top,
    standsOut: standsOut(sentences),
    score: (sentences[0]?.score ?? 0) / scoreScale,
    marginToSecond: margin(sentences, 1),
    marginToFourth: margin(sentences, 3),
    bestCoverageWindow: best(three, "coverageWindow"),
    bestPassageScore: best(sentences, "passageScoreAbsolute"),
    bestSentenceScore: best(sentences, "sentenceScoreAbsolute"),
    bestAttribute: best(three, "attributeSentence"),
    bestAttributeOfTen: best(ten, "attributeWindow"),
    bestUnit: best(three, "unitSentence"),
    bestNearAttribute: best(three, "nearAttribute"),
    subjectWithoutAttribute: top.subjectPassage * (1 - top.attributeWindow),
    subjectWithoutAttributePassage: top.subjectPassage * (1 - top.attributePassage),
    subjectWithAttribute: Math.max(
      ...three.map(({ features }) => features.attributeWindow * features.subjectPassage),
    ),
    neitherSubjectNorAttribute: (1 - top.subjectPassage) * (1 - top.attributeWindow),
    otherYearOfSubject: top.otherYear * top.subjectPassage,
    coverageBackgroundSquared: top.coverageBackground ** 2,
  };
}

export type Evidence = ReturnType<typeof combine>;
export type EvidenceName = keyof Evidence;

/** Undefined where there is no sentence at all. */
export function weighEvidence(sentences: readonly RankedSentence[]): Evidence | undefined {
  const top = sentences[0]?.features;
  return top === undefined ? undefined : combine(top, sentences);
}
