/** What every answerer does first: understand the question, find the sentences, judge whether they answer. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import {
  judgeAnswerability,
  type Verdict,
} from "../../retrieval/answerability/judge-answerability.ts";
import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { Embedder } from "../../retrieval/embedder.ts";
import type { QuestionTranslator } from "../../retrieval/question/translate/create-translator.ts";
import { canAnswer } from "../../retrieval/ranking/rank-sentences.ts";
import {
  createRetriever,
  type Retrieval,
  type RetrieveRequest,
} from "../../retrieval/retriever.ts";
import { answerabilityWeights, rankWeights } from "../../retrieval/weights.ts";
import type { AnswerRequest } from "./answerer.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import { saysAll } from "../understanding/says-all.ts";
import { type QuestionPart, splitQuestion } from "../understanding/split-question.ts";
import { type UnderstoodQuestion, understandQuestion } from "./understand-question.ts";

/** In log-odds of the reranker. */
const ownMargin = 3;

/** What was found for one of several things asked. */
export interface PartEvidence {
  readonly part: QuestionPart;
  readonly retrieval: Retrieval;
  readonly sentences: readonly JoinedSentence[];
  readonly verdict: Verdict;
}

export interface FoundEvidence {
  /** As it was asked. */
  readonly asked: string;
  readonly understood: UnderstoodQuestion;
  readonly retrieval: Retrieval;
  /** Those that could be an answer, best first. */
  readonly sentences: readonly JoinedSentence[];
  /** Whether they, or those of any part, answer. */
  readonly verdict: Verdict;
  /** In the order asked; empty where one thing is asked, or one sentence speaks of all. */
  readonly parts: readonly PartEvidence[];
  /** The generation they were taken from. */
  readonly generation: number;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly retrievedAt: number;
}

type Judged = Pick<PartEvidence, "verdict">;

export type FindEvidence = (
  snapshot: CorpusSnapshot,
  request: AnswerRequest,
) => Promise<FoundEvidence>;

/**
 * 1. understand the question in its chat;
 * 2. retrieve and rank sentences, and decide whether they answer;
 * 3. where it asks for several things that no sentence says at once, do the same for each.
 *
 * @param embedder the one the corpus was loaded with
 * @param translator absent: questions find only text in their own language
 */
export function createEvidenceFinder(
  embedder: Embedder,
  translator?: QuestionTranslator,
): FindEvidence {
  const retriever = createRetriever(embedder, rankWeights, translator);

  async function find(
    snapshot: CorpusSnapshot,
    request: RetrieveRequest,
  ): Promise<Pick<FoundEvidence, "retrieval" | "sentences" | "verdict">> {
    const retrieval = await retriever.retrieve(snapshot, request);
    const sentences = retrieval.sentences.filter(canAnswer);
    const verdict = judgeAnswerability(retrieval.question, sentences, answerabilityWeights);
    return { retrieval, sentences, verdict };
  }

  return async (snapshot, { question, history, signal }) => {
    const startedAt = performance.now();
    const signalled = signal === undefined ? {} : { signal };
    const understood = understandQuestion(question, history);
    const inContext = understood.context === undefined ? {} : { context: understood.context };
    const whole = await find(snapshot, {
      question: understood.question,
      ...inContext,
      ...signalled,
    });

    const asked = splitQuestion(understood.question);
    const isSaidAtOnce = saysAll(whole.sentences[0]?.sentence.text, asked);
    const parts = await Promise.all(
      (isSaidAtOnce ? [] : asked).map(async (part) => {
        const request = { ...inContext, ...signalled, ...part };
        const found = await find(snapshot, request);
        return { part, ...found, sentences: ofPart(part, found.sentences) };
      }),
    );

    return {
      ...whole,
      asked: question,
      understood,
      parts,
      verdict: bestVerdict([whole, ...parts]),
      generation: snapshot.generation.number,
      startedAt,
      retrievedAt: performance.now(),
    };
  };
}

/** Those first, among the nearly best, that name most of what this part has and the others lack. */
function ofPart({ own }: QuestionPart, ranked: readonly JoinedSentence[]): JoinedSentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const owned = ({ sentence, score, features }: JoinedSentence): number => {
    const isNear =
      score >= best.score - ownMargin && features.unitSentence >= best.features.unitSentence;
    const text = normalise(sentence.text);
    return isNear ? own.filter((word) => text.includes(word)).length : 0;
  };
  return ranked.toSorted((a, b) => owned(b) - owned(a));
}

/** The first one's, unless it refuses and another answers. */
function bestVerdict(found: readonly [Judged, ...Judged[]]): Verdict {
  const [whole, ...others] = found;
  if (whole.verdict.kind === "answerable") return whole.verdict;
  const answering = others.find(({ verdict }) => verdict.kind === "answerable");
  return answering?.verdict ?? whole.verdict;
}
