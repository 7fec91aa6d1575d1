/** Answers with statements that a model writes and code has held against the sentences they cite. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import type { LanguageModel } from "../model/language-model.ts";
import { type Rewritten, rewriteQuestion } from "../understanding/rewrite-question.ts";
import { createMarker } from "../writing/fence.ts";
import { type NumberedSentence, numberEvidence } from "../writing/number-evidence.ts";
import { writingLanguage } from "../writing/rules.ts";
import { writeStatements, type Written } from "../writing/write-statements.ts";
import type { Answer, Degradation } from "./answer.ts";
import { answerFrame, asOf, withTrace } from "./answer-frame.ts";
import type { Answered, Answerer, AnswerRequest } from "./answerer.ts";
import { type ChosenEvidence, chooseEvidence, type Disagreement } from "./choose-evidence.ts";
import { citeSentences } from "./cite-sentences.ts";
import { conflictsAmong } from "./conflicts-among.ts";
import { differencesAmong } from "./differences-among.ts";
import { endOf } from "./end-of.ts";
import { extractAnswer, refuse } from "./extract-answer.ts";
import type { FindEvidence, FoundEvidence } from "./find-evidence.ts";
import { createNumbering } from "./number-citations.ts";
import { writableSentences } from "./writable-sentences.ts";
import { degradationOf, reportWriting } from "./writing-report.ts";

/** A writer who answers a part cites one of so many best sentences found for it. */
const lookedAt = 5;
/** Every sentence found speaks to the machine; none can bear a statement. */
const unwritable: Degradation = { reason: "unchecked" };

export interface ModelAnswererOptions {
  readonly model: LanguageModel;
  readonly findEvidence: FindEvidence;
  /** For one answer, from the question to its last word. */
  readonly deadlineMs: number;
}

/**
 * An answerer named as its model. Where the model fails, or nothing it writes passes the check, the
 * answer is the extractive one and says why.
 */
export function createModelAnswerer(options: ModelAnswererOptions): Answerer {
  const { model, findEvidence } = options;
  return {
    name: model.name,
    /**
     * 1. understand the question; have the model write out what continues the chat;
     * 2. find and judge the sentences;
     * 3. refuse what the corpus does not speak of, without asking the model;
     * 4. have the model write, checking every statement;
     * 5. answer with those that passed, refuse where it finds no answer, or fall back.
     */
    async answer(snapshot, request): Promise<Answered> {
      const deadlineMs = Date.now() + options.deadlineMs;
      request.onStage?.({ kind: "understanding" });
      const rewritten = await understand({ model, deadlineMs }, request);
      const rewriting = rewritten.report === undefined ? {} : { rewriting: rewritten.report };
      const found = await findEvidence(snapshot, {
        ...request,
        understood: rewritten.understood,
      });
      endOf(request)?.throwIfAborted();
      if (found.verdict.kind === "topic") {
        return { ...withTrace(refuse(found), found), ...rewriting };
      }

      const chosen = chooseEvidence(found);
      const evidence = numberEvidence(writableSentences(found, chosen));
      if (evidence.length === 0) {
        return { ...withTrace(extractAnswer(found, unwritable), found), ...rewriting };
      }
      const startedAt = performance.now();
      request.onStage?.({ kind: "writing" });
      const written = await write({ model, deadlineMs }, request, found, evidence);
      request.signal?.throwIfAborted();
      if (written.statements.length === 0) request.stop?.throwIfAborted();
      const isStopped = request.stop?.aborted === true && isUnfinished(written);
      const writing = reportWriting(written, model.name, performance.now() - startedAt);

      const whole = toAnswer(model.name, { ...chosen, found, evidence, written });
      const answer = isStopped ? asStopped(whole) : whole;
      return { ...withTrace(answer, found), ...rewriting, writing };
    },
  };
}

interface Asking {
  readonly model: LanguageModel;
  /** By `Date.now()`. */
  readonly deadlineMs: number;
}

async function understand(
  asking: Asking,
  { question, history = [], ...request }: AnswerRequest,
): Promise<Rewritten> {
  return rewriteQuestion({ ...asking, question, history, signal: endOf(request) });
}

async function write(
  { model, deadlineMs }: Asking,
  request: AnswerRequest,
  { understood }: FoundEvidence,
  evidence: readonly NumberedSentence[],
): Promise<Written> {
  const { onStatement, onStage } = request;
  const end = endOf(request);
  const timeout = AbortSignal.timeout(Math.max(0, deadlineMs - Date.now()));
  const numbering = createNumbering();
  return writeStatements({
    task: {
      question: understood.text,
      language: writingLanguage(understood.question),
      evidence: evidence.map((sentence) => sentence.evidence),
      marker: createMarker(),
    },
    model,
    signal: end === undefined ? timeout : AbortSignal.any([end, timeout]),
    deadlineMs,
    onMending: () => onStage?.({ kind: "checking" }),
    onStatement:
      onStatement &&
      ((statement) => {
        const numbered = numbering.renumber(statement);
        if (numbered === undefined) return;
        const cited = numbering.used.flatMap((n) => evidence[n - 1]?.source ?? []);
        onStatement(numbered, citeSentences(cited));
      }),
  });
}

interface AnswerParts extends Pick<ChosenEvidence, "disagreements" | "distinctions"> {
  readonly found: FoundEvidence;
  readonly evidence: readonly NumberedSentence[];
  readonly written: Written;
}

function toAnswer(model: string, parts: AnswerParts): Answer {
  const { found, evidence, written, disagreements, distinctions } = parts;
  const numbering = createNumbering();
  const [first, ...others] = written.statements.flatMap(
    (statement) => numbering.renumber(statement) ?? [],
  );
  const cited = numbering.used.flatMap((n) => evidence[n - 1]?.source ?? []);
  const rivals = rivalsOf(cited, evidence, [...disagreements, ...distinctions]);
  const [firstCitation, ...otherCitations] = citeSentences([...cited, ...rivals]);
  if (first !== undefined && firstCitation !== undefined) {
    const citations = [firstCitation, ...otherCitations] as const;
    return {
      kind: "answered",
      ...answerFrame(found, model),
      statements: [first, ...others],
      citations: [...citations],
      ...asOf(found.asked, citations),
      ...conflictsAmong(citations, disagreements),
      ...differencesAmong(citations, distinctions),
      ...silentParts(found, cited),
      ...(written.leftOut > 0 ? { leftOut: written.leftOut } : {}),
    };
  }
  if (!written.answerable && written.failure === undefined) {
    return refuse(found, { answerer: model });
  }
  return extractAnswer(found, degradationOf(written));
}

function isUnfinished({ failure, leftOut }: Written): boolean {
  return failure !== undefined || leftOut > 0;
}

/** What was being written at the stop has not failed a check, and is not told as left out. */
function asStopped(answer: Answer): Answer {
  if (answer.kind !== "answered") return answer;
  const { leftOut: _leftOut, unanswered: _unanswered, ...rest } = answer;
  return { ...rest, stopped: true };
}

/** Those of several things asked of which neither the corpus's judgement nor the writer found anything. */
function silentParts(
  { parts }: FoundEvidence,
  cited: readonly JoinedSentence[],
): { unanswered?: readonly string[] } {
  const ids = new Set(cited.map(({ sentence }) => sentence.id));
  const silent = parts.filter(
    ({ verdict, sentences }) =>
      verdict.kind !== "answerable" &&
      !sentences.slice(0, lookedAt).some(({ sentence }) => ids.has(sentence.id)),
  );
  if (silent.length === 0) return {};
  return { unanswered: silent.map(({ part }) => part.question) };
}

/** What contradicts a cited sentence, or could be mistaken for it, is shown whether the writer cites it or not. */
function rivalsOf(
  cited: readonly JoinedSentence[],
  evidence: readonly NumberedSentence[],
  disagreements: readonly Disagreement[],
): readonly JoinedSentence[] {
  const ids = new Set(cited.map(({ sentence }) => sentence.id));
  const wanted = new Set(
    disagreements
      .filter(({ sentenceIds }) => sentenceIds.some((id) => ids.has(id)))
      .flatMap(({ sentenceIds }) => sentenceIds.filter((id) => !ids.has(id))),
  );
  return evidence.flatMap(({ source }) => (wanted.has(source.sentence.id) ? [source] : []));
}
