/** Tells a question asked in other words than those of the text that answers it. */

import { countedThing } from "../question/asked-unit.ts";
import type { AnalysedQuestion } from "../question/analyse-question.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { normalise } from "../text/normalise.ts";

/** In log-odds that the corpus answers: with less, hardly anything of the question is met. */
const leastScore = -4;
/** Share of the question's own weight that telling words must hold, so that it is no other topic. */
const leastHeld = 0.15;
/** Share of the question's weight that telling words the passage lacks may have … */
const littleMissing = 0.1;
/** … and that they may have where the best sentence stands out. */
const someMissing = 0.25;
/** In log-odds of the reranker: nearly four to one before the next sentence. */
const clearLead = 1.3;

function holdsKind({ features }: RankedSentence): boolean {
  if (features.unitSentence === 1) return true;
  return features.unitSentence > 0 && features.hasNewKind > 0;
}

/** A number of what the text never names is a number of something else. */
function holdsCounted(question: AnalysedQuestion, { passage }: RankedSentence): boolean {
  const counted = countedThing(question);
  return counted === undefined || normalise(passage.chunk.embeddedText).includes(counted);
}

/**
 * Whether a low score only says that question and text share few words: what the passage lacks are
 * common words that the corpus uses nowhere, so their absence tells nothing, and the best sentence
 * holds what kind of thing is asked for. A name or a word that stands elsewhere in the corpus and not
 * here does tell.
 *
 * @param score log-odds that the corpus answers
 * @param sentences that could be an answer, best first
 */
export function asksInOtherWords(
  question: AnalysedQuestion,
  score: number,
  [best, next]: readonly RankedSentence[],
): boolean {
  if (best === undefined || question.tokenGroups !== undefined || score < leastScore) return false;
  const { tellingHeldPassage: held, tellingMissingPassage: missing } = best.features;
  // In a corpus about one city its name alone is held by everything.
  if (held < leastHeld || best.features.tellingWordsHeldPassage === 0) return false;
  if (!holdsKind(best) || !holdsCounted(question, best)) return false;
  const leads = next === undefined || best.score - next.score >= clearLead;
  return missing <= (leads ? someMissing : littleMissing);
}
