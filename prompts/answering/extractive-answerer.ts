/** Answers with the corpus's own sentences; needs no model. */

import type { Embedder } from "../../retrieval/embedder.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";
import { judgeAnswerability } from "../../retrieval/answerability/judge-answerability.ts";
import type { PassageGroup } from "../../retrieval/duplicates/group-passages.ts";
import { canAnswer, type RankedSentence } from "../../retrieval/ranking/rank-sentences.ts";
import { createRetriever } from "../../retrieval/retriever.ts";
import { answerabilityWeights, rankWeights } from "../../retrieval/weights.ts";
import type { Answer, Citation } from "./answer.ts";
import type { Answered, Answerer } from "./answerer.ts";
import { chooseSentences } from "./choose-sentences.ts";
import { citeSentences } from "./cite-sentences.ts";
import { understandQuestion } from "./understand-question.ts";

export const extractiveAnswererName = "extractive";

/** A sentence that holds less of the question with its neighbours is not near, only least far. */
const nearCoverage = 0.3;
const asksAboutNow = /现在|目前|如今|眼下|最新|截至|\b(?:now|currently|latest|today)\b/iu;

function explain(sentences: readonly RankedSentence[]): ExplainedSentence[] {
  return sentences.map(({ sentence, passage, score, features }) => ({
    sentence,
    path: passage.chunk.path,
    score,
    features,
  }));
}

function asOf(question: string, citations: readonly Citation[]): { asOf?: string } {
  const published = citations[0]?.publishedOn?.value;
  return published !== undefined && asksAboutNow.test(question) ? { asOf: published } : {};
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

/** @param embedder the one the corpus was loaded with */
export function createExtractiveAnswerer(embedder: Embedder): Answerer {
  const retriever = createRetriever(embedder, rankWeights);
  return {
    name: extractiveAnswererName,
    /**
     * 1. understand the question in its chat;
     * 2. retrieve and rank sentences;
     * 3. decide whether they answer;
     * 4. choose and cite, or show the nearest.
     */
    async answer(snapshot, { question, history, signal }): Promise<Answered> {
      const startedAt = performance.now();
      const understood = understandQuestion(question, history);

      const retrieval = await retriever.retrieve(snapshot, {
        question: understood.question,
        ...(understood.context === undefined ? {} : { context: understood.context }),
        ...(signal === undefined ? {} : { signal }),
      });
      const retrievedAt = performance.now();

      const sentences = retrieval.sentences.filter(canAnswer);
      const verdict = judgeAnswerability(retrieval.question, sentences, answerabilityWeights);

      const common = {
        question: understood.text,
        generation: snapshot.generation.number,
        answerer: extractiveAnswererName,
        answerability: verdict.score,
      };
      const timings = () => ({
        retrieveMs: retrievedAt - startedAt,
        answerMs: performance.now() - retrievedAt,
        totalMs: performance.now() - startedAt,
      });
      const shown =
        verdict.kind === "answerable"
          ? sentences
          : sentences.filter(({ features }) => features.coverageWindow >= nearCoverage);
      const citations = citeSentences(chooseSentences(shown));
      const [first, ...others] = citations;
      const statement = ({ text, n }: Citation) => ({ text, citations: [n] as [number] });
      const answer: Answer =
        verdict.kind === "answerable" && first !== undefined
          ? {
              kind: "answered",
              ...common,
              statements: [statement(first), ...others.map(statement)],
              citations: [first, ...others],
              ...asOf(question, citations),
              timings: timings(),
            }
          : {
              kind: "notFound",
              ...common,
              reason: verdict.kind === "answerable" ? "topic" : verdict.kind,
              ...("missing" in verdict && verdict.missing !== undefined
                ? { missing: verdict.missing }
                : {}),
              nearest: citations,
              timings: timings(),
            };
      const documents = documentsOf(retrieval.passages);
      return { answer, trace: explain(retrieval.sentences), documents };
    },
  };
}
