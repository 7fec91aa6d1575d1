/**
 * Asks golden questions of a corpus about to be served, and of the one that is, and tells which
 * answers got worse.
 */

import pMap from "p-map";
import type { CorpusSnapshot } from "../../../retrieval/corpus-store.ts";
import type { Answer } from "../../answering/answer.ts";
import type { Answerer } from "../../answering/answerer.ts";
import { withoutWhiteSpace } from "../match-sentences.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import type { GoldenAnswer, GoldenResult, GoldenVerdict } from "./golden-result.ts";
import { type Judgement, judgeAnswer } from "./judge-answer.ts";

export interface CheckGoldenOptions {
  readonly questions: readonly GoldenQuestion[];
  /** One that answers alike every time: the extractive one, never a model. */
  readonly answerer: Answerer;
  readonly candidate: CorpusSnapshot;
  /** Absent where nothing is served, or where the candidate is what is served. */
  readonly served?: CorpusSnapshot | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** People ask meanwhile, and the work is done in their process. */
const questionsAtOnce = 2;

/**
 * Returns one result a question, in their order. Without a served snapshot an answer is compared with
 * what is expected, and a wish that is still not met stays the same.
 *
 * @throws the signal's reason; what the answerer throws
 */
export async function checkGolden(options: CheckGoldenOptions): Promise<readonly GoldenResult[]> {
  const { questions, signal, onProgress } = options;
  let done = 0;
  return pMap(
    questions,
    async (question) => {
      signal?.throwIfAborted();
      const result = await checkOne(question, options);
      done += 1;
      onProgress?.(done, questions.length);
      return result;
    },
    { concurrency: questionsAtOnce },
  );
}

interface Standing extends Judgement {
  readonly answer: GoldenAnswer;
}

async function checkOne(
  question: GoldenQuestion,
  { answerer, candidate, served, signal }: CheckGoldenOptions,
): Promise<GoldenResult> {
  const ask = async (snapshot: CorpusSnapshot): Promise<Standing> => {
    const { scope, history = [] } = question;
    const request = { question: question.question, history, scope };
    const { answer } = await answerer.answer(
      snapshot,
      signal === undefined ? request : { ...request, signal },
    );
    const judgement = await judgeAnswer(question.expected, answer, snapshot);
    return { ...judgement, answer: { kind: answer.kind, sentences: quotesOf(answer) } };
  };
  const before = served && (await ask(served));
  const { answer: after, isMet, why } = await ask(candidate);
  const verdict = compare(question, before, { answer: after, isMet, ...(why && { why }) });
  return {
    question,
    verdict,
    isMet,
    ...(before === undefined ? {} : { before: before.answer }),
    after,
    ...(why === undefined ? {} : { why }),
  };
}

function compare(
  { expected }: GoldenQuestion,
  before: Standing | undefined,
  after: Standing,
): GoldenVerdict {
  const wasMet = before?.isMet ?? expected.kind !== "answers";
  if (wasMet !== after.isMet) return after.isMet ? "better" : "worse";
  const isSame =
    before === undefined ? after.why !== "edited" : isAlike(before.answer, after.answer);
  return isSame ? "same" : "changed";
}

function isAlike(one: GoldenAnswer, other: GoldenAnswer): boolean {
  const key = ({ kind, sentences }: GoldenAnswer) =>
    JSON.stringify([kind, ...sentences.map(({ text }) => withoutWhiteSpace(text)).sort()]);
  return key(one) === key(other);
}

function quotesOf(answer: Answer): GoldenAnswer["sentences"] {
  if (answer.kind !== "answered") return [];
  return answer.citations.map(({ text, path }) => ({ text, path }));
}
