/** Asks a question set one by one and scores the answers. */

import type { Document } from "../../corpus/document.ts";
import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import type { Answer, Citation } from "../answering/answer.ts";
import type { Answered, Answerer } from "../answering/answerer.ts";
import { withoutWhiteSpace } from "./match-sentences.ts";
import type { EvaluationQuestion } from "./question-set.ts";
import { type QuestionScore, scoreQuestion } from "./score-question.ts";

/** Questions asked first and not counted, so that caches and code are warm as in service. */
export const warmUpQuestions = 5;

export interface EvaluateOptions {
  readonly snapshot: CorpusSnapshot;
  readonly answerer: Answerer;
  readonly questions: readonly EvaluationQuestion[];
  readonly signal?: AbortSignal;
  /** Default {@link warmUpQuestions}; 0 where every question costs money. */
  readonly warmUp?: number;
  readonly onScored?: (score: QuestionScore, question: EvaluationQuestion, found: Answered) => void;
}

function citationsOf(answer: Answer): readonly Citation[] {
  switch (answer.kind) {
    case "answered":
      return answer.citations;
    case "notFound":
      return answer.nearest;
    case "unclear":
      return [];
  }
}

/** Is the quote, white space aside, what its document says at its spans? */
function isVerbatim(citation: Citation, document: Document | undefined): boolean {
  if (document === undefined) return false;
  const said = citation.spans.map(({ start, end }) => document.text.slice(start, end)).join("");
  return withoutWhiteSpace(said) === withoutWhiteSpace(citation.text);
}

/** @returns one score a question, in their order */
export async function evaluate(options: EvaluateOptions): Promise<QuestionScore[]> {
  const { snapshot, answerer, questions, signal, warmUp = warmUpQuestions, onScored } = options;
  const listed = await snapshot.listDocuments();
  const pathOf = new Map(listed.map(({ id, path }) => [id, path]));
  for (const { question, history } of questions.slice(0, warmUp)) {
    await answerer.answer(snapshot, { question, history });
  }
  const scores: QuestionScore[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const startedAt = performance.now();
    const found = await answerer.answer(snapshot, question);
    const elapsedMs = performance.now() - startedAt;
    const verbatim = await Promise.all(
      citationsOf(found.answer).map(async (citation) =>
        isVerbatim(citation, await snapshot.document(citation.documentId)),
      ),
    );
    const paths = found.documents.map((ids) => ids.flatMap((id) => pathOf.get(id) ?? []));
    const score = scoreQuestion(question, { ...found, elapsedMs, verbatim, paths });
    scores.push(score);
    onScored?.(score, question, found);
  }
  return scores;
}
