/**
 * Decides whether the corpus answers a question: rules that say their reason, then a score with two
 * cut-offs.
 */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { asksInOtherWords } from "./asks-in-other-words.ts";
import { type AnswerabilityBands, answerabilityBands, translatedBands } from "./bands.ts";
import { weightedSum } from "../ranking/weighted-sum.ts";
import { type Evidence, type EvidenceName, weighEvidence } from "./evidence.ts";
import { lacksAttribute } from "./lacks-attribute.ts";
import { type Refusal, refusingRule } from "./refusing-rules.ts";
import { tellsPost } from "./tells-post.ts";
import { askedPerson } from "../question/asked-person.ts";
import { normalise } from "../text/normalise.ts";

export interface AnswerabilityWeights {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<EvidenceName, number>>>;
}

/** `score` is in log-odds. A refusal by rule names what is missing, one by score does not. */
export type Verdict = { readonly score: number } & (
  | { readonly kind: "answerable" | "topic" | "weak" }
  | Refusal
);

/** Score where there is no sentence at all. */
const noEvidence = -99;

/** Log-odds that the corpus answers. */
export function answerabilityScore(
  evidence: Evidence,
  { bias, weights }: AnswerabilityWeights,
): number {
  return bias + weightedSum(evidence, weights);
}

function tellsAskedPost({ text, language }: AnalysedQuestion, [best]: readonly RankedSentence[]) {
  const person = language === "zh" ? askedPerson(text) : undefined;
  if (person === undefined || best === undefined) return false;
  return tellsPost(normalise(best.sentence.text), person);
}

/** Nothing else is near where the best sentence speaks of another thing or year. */
function refuseMistaken(best: RankedSentence | undefined): Refusal | undefined {
  return best?.mistaken && { kind: best.mistaken.kind, missing: best.mistaken.asked };
}

/** @param sentences that could be an answer, best first */
export function judgeAnswerability(
  question: AnalysedQuestion,
  sentences: readonly RankedSentence[],
  weights: AnswerabilityWeights,
  bands: AnswerabilityBands = question.tokenGroups === undefined
    ? answerabilityBands
    : translatedBands,
): Verdict {
  const evidence = weighEvidence(sentences);
  if (evidence === undefined) return { kind: "topic", score: noEvidence };
  const score = answerabilityScore(evidence, weights);
  const own = sentences.filter(({ mistaken }) => mistaken === undefined);
  const refusal = refuseMistaken(sentences[0]) ?? refusingRule(question, own);
  if (evidence.coveragePassage === 0) return { kind: "topic", score };
  if (refusal !== undefined) return { ...refusal, score };
  const others = own.length < sentences.length;
  if (lacksAttribute(question, own, others) !== undefined) return { kind: "weak", score };
  if (tellsAskedPost(question, own)) return { kind: "answerable", score };
  if (asksInOtherWords(question, score, sentences)) return { kind: "answerable", score };
  if (score < bands.refuse) return { kind: "topic", score };
  const { unheldNames = [], unheldCounted = [] } = question;
  const isUnheld = unheldNames.length > 0 || unheldCounted.length > 0;
  if (isUnheld || score < bands.weak) return { kind: "weak", score };
  return { kind: "answerable", score };
}
