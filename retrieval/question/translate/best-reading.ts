/** Chooses between what a question found as it was asked, and what it found translated. */

import { countHan } from "../../../corpus/text/characters.ts";
import { answerabilityBands } from "../../answerability/bands.ts";
import { weighEvidence } from "../../answerability/evidence.ts";
import { answerabilityScore } from "../../answerability/judge-answerability.ts";
import { canAnswer, type RankedSentence } from "../../ranking/rank-sentences.ts";
import { answerabilityWeights } from "../../weights.ts";

/** A text with more is Chinese, whatever names in Latin letters stand in it. */
const chineseShare = 0.2;
/** In log-odds: a translation guesses, so it must promise more by this to be preferred. */
const askedFavour = 1;

interface Found {
  readonly sentences: readonly RankedSentence[];
}

/** Log-odds that the corpus answers. */
function promise({ sentences }: Found): number {
  const evidence = weighEvidence(sentences.filter(canAnswer));
  if (evidence === undefined) return Number.NEGATIVE_INFINITY;
  return answerabilityScore(evidence, answerabilityWeights);
}

function isEnglish({ sentences }: Found): boolean {
  const text = sentences.find(canAnswer)?.sentence.text;
  return text !== undefined && countHan(text) < chineseShare * text.length;
}

/** Whether what a question found may answer it at all. */
export function mayAnswer(found: Found): boolean {
  return promise(found) >= answerabilityBands.refuse;
}

/** Whether what a question found as it was asked answers it. */
export function answersItself(asked: Found): boolean {
  return promise(asked) >= answerabilityBands.weak;
}

/**
 * What an English question found as it was asked, if that is English, may be an answer and promises
 * about as much as what its translation found; else the latter. What the translation of a Chinese
 * question found only where that is English, promises more, and as much as an answer as asked must.
 */
export function bestReading<Retrieved extends Found>(
  asked: Retrieved,
  translated: Retrieved,
  language: "zh" | "en",
): Retrieved {
  if (language === "zh") {
    const least = Math.max(answerabilityBands.weak, promise(asked) + askedFavour);
    return isEnglish(translated) && promise(translated) >= least ? translated : asked;
  }
  if (!isEnglish(asked) || promise(asked) < answerabilityBands.refuse) return translated;
  return promise(asked) + askedFavour >= promise(translated) ? asked : translated;
}
