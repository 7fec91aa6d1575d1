/** Everything the reranker may weigh about one candidate sentence, by name. */

import type { Candidate } from "./candidate.ts";
import type { WeighedQuestion } from "./weighed-question.ts";
import { answerKindFeatures } from "./features/answer-kind.ts";
import { coverageFeatures } from "./features/coverage.ts";
import { formFeatures } from "./features/form.ts";
import { nameFeatures } from "./features/names.ts";
import { scoreFeatures } from "./features/scores.ts";
import { subjectFeatures } from "./features/subject.ts";

/** Named features of a candidate, mostly 0…1; each family's file says its own. */
export function sentenceFeatures(question: WeighedQuestion, candidate: Candidate) {
  return {
    ...coverageFeatures(question, candidate),
    ...scoreFeatures(question, candidate),
    ...answerKindFeatures(question, candidate),
    ...nameFeatures(question, candidate),
    ...subjectFeatures(question, candidate),
    ...formFeatures(candidate),
  };
}

export type SentenceFeatures = Readonly<ReturnType<typeof sentenceFeatures>>;
export type FeatureName = keyof SentenceFeatures;
