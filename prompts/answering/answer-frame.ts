/** The parts of an answer that do not depend on who wrote it. */

import type { PassageGroup } from "../../retrieval/duplicates/group-passages.ts";
import type { RankedSentence } from "../../retrieval/ranking/rank-sentences.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";
import { asksAboutNow } from "../understanding/asks-about-now.ts";
import type { Answer, Citation } from "./answer.ts";
import type { Answered } from "./answerer.ts";
import type { FoundEvidence } from "./find-evidence.ts";

/** What every kind of answer carries. Its time of writing ends with this call. */
export function answerFrame(found: FoundEvidence, answerer: string) {
  const now = performance.now();
  const { corrected } = found.retrieval;
  const { scope } = found;
  return {
    question: found.understood.text,
    ...(corrected === undefined ? {} : { corrected }),
    ...(scope === undefined ? {} : { scope }),
    generation: found.generation,
    answerer,
    answerability: found.verdict.score,
    timings: {
      retrieveMs: found.retrievedAt - found.startedAt,
      answerMs: now - found.retrievedAt,
      totalMs: now - found.startedAt,
    },
  };
}

/** The date as of which the answer to a question about now holds. */
export function asOf(question: string, citations: readonly Citation[]): { asOf?: string } {
  const published = citations[0]?.publishedOn?.value;
  return published !== undefined && asksAboutNow(question) ? { asOf: published } : {};
}

/** Those of several things asked to which the documents say nothing, as they were asked. */
export function unansweredParts({ parts }: FoundEvidence): { unanswered?: readonly string[] } {
  const isAnswered = ({ verdict }: (typeof parts)[number]) => verdict.kind === "answerable";
  if (!parts.some(isAnswered) || parts.every(isAnswered)) return {};
  const unanswered = parts.filter((part) => !isAnswered(part));
  return { unanswered: unanswered.map(({ part }) => part.question) };
}

/** The answer with the trace of how it was found. */
export function withTrace(answer: Answer, { retrieval }: FoundEvidence): Answered {
  return {
    answer,
    trace: explain(retrieval.sentences),
    documents: documentsOf(retrieval.passages),
  };
}

function explain(sentences: readonly RankedSentence[]): ExplainedSentence[] {
  return sentences.map(({ sentence, passage, score, features }) => ({
    sentence,
    path: passage.chunk.path,
    score,
    features,
  }));
}

/** See {@link Answered.documents}. */
function documentsOf(passages: readonly PassageGroup[]): readonly (readonly string[])[] {
  const listed = new Set<string>();
  const places = passages.map((passage) =>
    [passage, ...passage.copies].flatMap(({ chunk: { documentId } }) => {
      if (listed.has(documentId)) return [];
      listed.add(documentId);
      return [documentId];
    }),
  );
  return places.filter((ids) => ids.length > 0);
}
