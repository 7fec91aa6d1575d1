/** The score trace behind an answer, for people who ask why. */

import type { Sentence } from "../corpus/sentence.ts";

export interface ExplainedSentence {
  readonly sentence: Sentence;
  readonly path: string;
  /** Score of the sentence reranker; comparable within one question. */
  readonly score: number;
  /** Features by name, before weighting. */
  readonly features: Readonly<Record<string, number>>;
}
