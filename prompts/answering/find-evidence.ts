/** What every answerer does first: understand the question, find the sentences, judge whether they answer. */

import type { CorpusSnapshot } from "../../retrieval/corpus-store.ts";
import {
  judgeAnswerability,
  type Verdict,
} from "../../retrieval/answerability/judge-answerability.ts";
import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { Embedder } from "../../retrieval/embedder.ts";
import type { QuestionTranslator } from "../../retrieval/question/translate/create-translator.ts";
import { echoes } from "../../retrieval/question/echoes.ts";
import { canAnswer } from "../../retrieval/ranking/rank-sentences.ts";
import {
  createRetriever,
  type Retrieval,
  type RetrieveRequest,
} from "../../retrieval/retriever.ts";
import type { Scope } from "../../retrieval/scope.ts";
import { scopedSnapshot } from "../../retrieval/scoped-snapshot.ts";
import { answerabilityWeights, rankWeights } from "../../retrieval/weights.ts";
import type { AnswerRequest } from "./answerer.ts";
import { endOf } from "./end-of.ts";
import { asksAboutNow } from "../understanding/asks-about-now.ts";
import { readInTime } from "../understanding/read-in-time.ts";
import { saysAll } from "../understanding/says-all.ts";
import { type QuestionPart, splitQuestion } from "../understanding/split-question.ts";
import {
  type UnderstoodQuestion,
  understandQuestion,
} from "../understanding/understand-question.ts";
import { preferNewest } from "./prefer-newest.ts";
import { preferOwn } from "./prefer-own.ts";

/** Share of a question's words and its context's, by their weight. */
const heldTogether = 0.8;

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
  /** Where alone was looked. */
  readonly scope?: Scope;
  /** The generation they were taken from. */
  readonly generation: number;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly retrievedAt: number;
}

type Found = Pick<FoundEvidence, "retrieval" | "sentences" | "verdict">;
type Judged = Pick<PartEvidence, "verdict">;

export interface EvidenceRequest extends AnswerRequest {
  /** Default: as the rule reads the question in its history. */
  readonly understood?: UnderstoodQuestion;
}

export type FindEvidence = (
  snapshot: CorpusSnapshot,
  request: EvidenceRequest,
) => Promise<FoundEvidence>;

export interface FindingOptions {
  /** Absent: questions find only text in their own language. */
  readonly translator?: QuestionTranslator | undefined;
  /** By which 去年 in a question is read. Default: the machine's clock. */
  readonly now?: (() => Date) | undefined;
}

/**
 * 1. understand the question in its chat, and its times by the clock;
 * 2. retrieve and rank sentences, and decide whether they answer;
 * 3. where it asks for several things that no sentence says at once, do the same for each.
 *
 * @param embedder the one the corpus was loaded with
 */
export function createEvidenceFinder(
  embedder: Embedder,
  { translator, now = () => new Date() }: FindingOptions = {},
): FindEvidence {
  const retriever = createRetriever(embedder, rankWeights, translator);

  async function find(
    snapshot: CorpusSnapshot,
    request: RetrieveRequest,
    said?: string,
  ): Promise<Found> {
    const retrieval = await retriever.retrieve(snapshot, request);
    const ranked = retrieval.sentences.filter(
      (one) =>
        canAnswer(one) &&
        !echoes(retrieval.question, one.sentence.text) &&
        said?.includes(one.sentence.text) !== true,
    );
    const verdict = judgeAnswerability(retrieval.question, ranked, answerabilityWeights);
    const sentences = asksAboutNow(request.question) ? preferNewest(ranked) : ranked;
    return { retrieval, sentences, verdict };
  }

  return async (wholeCorpus, { question, history, scope, ...request }) => {
    const startedAt = performance.now();
    const snapshot = scope === undefined ? wholeCorpus : scopedSnapshot(wholeCorpus, scope);
    request.onStage?.({ kind: "searching", documents: snapshot.generation.documents });
    const signal = endOf(request);
    const signalled = signal === undefined ? {} : { signal };
    const read = request.understood ?? understandQuestion(question, history);
    const { meant, whole } = await findMeant(
      readInTime(read, now()),
      readInTime({ text: question, question }, now()),
      (reading) => find(snapshot, { ...requestOf(reading), ...signalled }, reading.said),
    );
    const { said } = meant;
    const inContext = meant.context === undefined ? {} : { context: meant.context };
    const understood = withCorrection(meant, whole.retrieval.corrected);

    const asked = splitQuestion(understood.question);
    const isSaidAtOnce = saysAll(whole.sentences[0]?.sentence.text, asked);
    const parts = await Promise.all(
      (isSaidAtOnce ? [] : asked).map(async (part) => {
        const found = await find(snapshot, { ...inContext, ...signalled, ...part }, said);
        return { part, ...found, sentences: preferOwn(part, found.sentences) };
      }),
    );

    return {
      ...whole,
      asked: question,
      understood,
      parts,
      ...(scope === undefined ? {} : { scope }),
      verdict: bestVerdict([whole, ...parts]),
      generation: snapshot.generation.number,
      startedAt,
      retrievedAt: performance.now(),
    };
  };
}

/** The question as it was searched for; as it was understood where no typo was put right. */
function withCorrection(meant: UnderstoodQuestion, corrected?: string): UnderstoodQuestion {
  if (corrected === undefined) return meant;
  const text = meant.text.replace(meant.question, () => corrected);
  return { ...meant, question: corrected, text };
}

function requestOf({ question, context }: UnderstoodQuestion): RetrieveRequest {
  return { question, ...(context === undefined ? {} : { context }) };
}

/**
 * Where it is not sure that a question continues the chat: in its context if a passage holds nearly all of
 * both, else alone if that is answered.
 */
async function findMeant(
  read: UnderstoodQuestion,
  alone: UnderstoodQuestion,
  find: (reading: UnderstoodQuestion) => Promise<Found>,
): Promise<{ readonly meant: UnderstoodQuestion; readonly whole: Found }> {
  const whole = await find(read);
  const held = whole.sentences[0]?.features.coveragePassage ?? 0;
  const isHeld = whole.verdict.kind === "answerable" && held >= heldTogether;
  if (read.isUnsure !== true || isHeld) return { meant: read, whole };
  const other = await find(alone);
  return other.verdict.kind === "answerable"
    ? { meant: alone, whole: other }
    : { meant: read, whole };
}

/** The first one's, unless it refuses and another answers. */
function bestVerdict(found: readonly [Judged, ...Judged[]]): Verdict {
  const [whole, ...others] = found;
  if (whole.verdict.kind === "answerable") return whole.verdict;
  const answering = others.find(({ verdict }) => verdict.kind === "answerable");
  return answering?.verdict ?? whole.verdict;
}
