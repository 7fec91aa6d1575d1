/** Port: answers a question over one snapshot. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";
import type { Answer, Turn } from "./answer.ts";

export interface AnswerRequest {
  readonly question: string;
  /** Turns before the question, oldest first. */
  readonly history?: readonly Turn[];
  readonly signal?: AbortSignal;
}

export interface Answered {
  readonly answer: Answer;
  /** The ranked sentences the answer was chosen from, best first. */
  readonly trace: readonly ExplainedSentence[];
  /**
   * Ids of the documents found, each once, best first: at every place one and those that hold copies
   * of the passage that brought it there.
   */
  readonly documents: readonly (readonly string[])[];
}

export interface Answerer {
  /** `extractive`, or the name of the language model. */
  readonly name: string;
  answer(snapshot: CorpusSnapshot, request: AnswerRequest): Promise<Answered>;
}
