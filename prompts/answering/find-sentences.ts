/** Shows what the corpus says near a question, sentence by sentence; needs no model. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { Citation } from "./answer.ts";
import type { AnswerRequest } from "./answerer.ts";
import { answerLimits, chooseSentences } from "./choose-sentences.ts";
import { citeSentences } from "./cite-sentences.ts";
import { nearest } from "./extract-answer.ts";
import type { FindEvidence } from "./find-evidence.ts";

export interface FoundSentences {
  /** Whether the first of them answers; else they are only the nearest. */
  readonly isAnswered: boolean;
  /** Best first, none saying what one before it says; empty where nothing is near. */
  readonly citations: readonly Citation[];
}

/** A list is read, where an answer is believed: it may go further down. */
const listMargin = 3 * answerLimits.scoreMargin;

/** @param limit sentences at most */
export async function findSentences(
  findEvidence: FindEvidence,
  snapshot: CorpusSnapshot,
  { limit, ...request }: AnswerRequest & { readonly limit: number },
): Promise<FoundSentences> {
  const found = await findEvidence(snapshot, request);
  const isAnswered = found.verdict.kind === "answerable";
  const ranked = isAnswered ? found.sentences : nearest(found.sentences);
  const limits = { sentences: limit, characters: Infinity, scoreMargin: listMargin };
  return { isAnswered, citations: citeSentences(chooseSentences(ranked, limits)) };
}
