/** Port: answers a question over one snapshot. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";
import type { Scope } from "../../retrieval/scope.ts";
import type { Answer, Citation, Statement, Turn } from "./answer.ts";
import type { AskingStage } from "./asking-stage.ts";
import type { RewritingReport } from "../understanding/rewrite-question.ts";
import type { WritingReport } from "./writing-report.ts";

export interface AnswerRequest {
  readonly question: string;
  /** Turns before the question, oldest first. */
  readonly history?: readonly Turn[];
  /** Only documents in it are looked at. Default: all. */
  readonly scope?: Scope | undefined;
  /** Ends the work; the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  /**
   * Ends the writing: what is checked by then is the answer, marked as stopped. Where that is
   * nothing, the signal's reason is thrown.
   */
  readonly stop?: AbortSignal;
  /**
   * Called with each statement as soon as it is checked, in order and numbered as in the answer, which
   * begins with all of them. An answerer that does not write never calls it.
   *
   * @param citations those of all statements so far, by number
   */
  readonly onStatement?: (statement: Statement, citations: readonly Citation[]) => void;
  /** Called as each stage begins; not every question has every stage. */
  readonly onStage?: (stage: AskingStage) => void;
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
  /** Absent where no model was asked what a question continues. */
  readonly rewriting?: RewritingReport;
  /** Absent where no model was asked to write. */
  readonly writing?: WritingReport;
}

export interface Answerer {
  /** `extractive`, or the name of the language model. */
  readonly name: string;
  answer(snapshot: CorpusSnapshot, request: AnswerRequest): Promise<Answered>;
}
