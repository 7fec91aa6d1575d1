/** Scores one answer against its question's gold. */

import type { Answer, Citation } from "../answering/answer.ts";
import type { Answered } from "../answering/answerer.ts";
import { matches, withoutWhiteSpace } from "./match-sentences.ts";
import type { EvaluationQuestion } from "./question-set.ts";

const ranksLookedAt = 10;
const sentencesLookedAt = 5;
/** "Right" looks no further than a reader would. */
const sentencesShown = 3;
const charactersShown = 400;

export interface QuestionScore {
  readonly id: string;
  readonly type: string;
  readonly isUnanswerable: boolean;
  readonly refused: boolean;
  readonly answerability: number;
  /** Rank of the first right document from 1; undefined beyond the tenth or where none is known. */
  readonly documentRank: number | undefined;
  readonly hasDocuments: boolean;
  /** Rank of the first gold sentence from 1; undefined beyond the fifth. */
  readonly sentenceRank: number | undefined;
  readonly cited: boolean;
  /** A gold sentence is cited, or shown among the nearest of a refusal. */
  readonly goldShown: boolean;
  readonly first: boolean;
  readonly right: boolean;
  /** Every part of the expected answer stands in a cited sentence, however many are cited. */
  readonly complete: boolean;
  /** Says that its sources disagree. */
  readonly tellsConflict: boolean;
  /** Says what could be mistaken for its answer. */
  readonly tellsDifference: boolean;
  readonly citations: number;
  readonly characters: number;
  readonly citationPrecision: number;
  readonly citationRecall: number;
  readonly verbatim: number;
  readonly shown: number;
  readonly elapsedMs: number;
}

/** Where in `items` the first one stands that passes, from 1, within `limit`. */
function rankOf<T>(
  items: readonly T[],
  limit: number,
  passes: (item: T) => boolean,
): number | undefined {
  const at = items.slice(0, limit).findIndex(passes);
  return at < 0 ? undefined : at + 1;
}

function isRight(answer: Answer, question: EvaluationQuestion): boolean {
  if (answer.kind !== "answered") return false;
  const statements = answer.statements.slice(0, sentencesShown).map(({ text }) => text);
  const cited = answer.citations.slice(0, sentencesShown).map(({ text }) => text);
  const shown = withoutWhiteSpace([...new Set([...statements, ...cited])].join(""));
  return holdsAll(shown.slice(0, charactersShown), question);
}

function holdsAll(text: string, { answerGroups }: EvaluationQuestion): boolean {
  if (answerGroups.length === 0) return false;
  return answerGroups.every((group) =>
    group.some((accepted) => text.includes(withoutWhiteSpace(accepted))),
  );
}

/** Share of the gold that the citations hold; an alternative, or any of an `any` set, holds all. */
function recall(citations: readonly Citation[], question: EvaluationQuestion): number {
  const holds = (gold: string) => citations.some(({ text }) => matches(text, gold));
  if (question.goldInstead.some(holds)) return 1;
  const held = question.gold.filter(holds).length;
  if (question.goldMode === "any") return held > 0 ? 1 : 0;
  return question.gold.length === 0 ? 0 : held / question.gold.length;
}

/** What is said of them beside the cited sentences. */
function charactersOfDifferences(answer: Answer): number {
  const differences = answer.kind === "answered" ? (answer.differences ?? []) : [];
  return differences
    .flatMap(({ scopes, values }) => [...scopes, values[1]])
    .reduce((total, words) => total + (words?.length ?? 0), 0);
}

function shownIn(answer: Answer): readonly Citation[] {
  if (answer.kind === "answered") return answer.citations;
  return answer.kind === "notFound" ? answer.nearest : [];
}

export interface ScoredAnswer extends Answered {
  readonly elapsedMs: number;
  /** Per citation or nearest sentence shown: is it word for word in its document? */
  readonly verbatim: readonly boolean[];
  /** Paths of the documents found, best first; several at a place where they hold copies. */
  readonly paths: readonly (readonly string[])[];
}

export function scoreQuestion(question: EvaluationQuestion, found: ScoredAnswer): QuestionScore {
  const { answer, trace, verbatim } = found;
  const citations = answer.kind === "answered" ? answer.citations : [];
  const gold = [...question.gold, ...question.goldInstead];
  const isGold = (text: string) => gold.some((sentence) => matches(text, sentence));
  const goldCited = citations.filter(({ text }) => isGold(text)).length;
  return {
    id: question.id,
    type: question.type,
    isUnanswerable: question.isUnanswerable,
    refused: answer.kind !== "answered",
    answerability: answer.answerability ?? 0,
    hasDocuments: question.documents.length > 0,
    documentRank: rankOf(found.paths, ranksLookedAt, (copies) =>
      copies.some((path) => question.documents.includes(path)),
    ),
    sentenceRank: rankOf(trace, sentencesLookedAt, ({ sentence }) => isGold(sentence.text)),
    cited: goldCited > 0,
    goldShown: shownIn(answer).some(({ text }) => isGold(text)),
    first: citations[0] !== undefined && isGold(citations[0].text),
    right: isRight(answer, question),
    complete: holdsAll(withoutWhiteSpace(citations.map(({ text }) => text).join("")), question),
    tellsConflict: answer.kind === "answered" && answer.conflicts !== undefined,
    tellsDifference: answer.kind === "answered" && answer.differences !== undefined,
    citations: citations.length,
    characters:
      citations.reduce((total, { text }) => total + text.length, 0) +
      charactersOfDifferences(answer),
    citationPrecision: citations.length === 0 ? 0 : goldCited / citations.length,
    citationRecall: recall(citations, question),
    verbatim: verbatim.filter(Boolean).length,
    shown: verbatim.length,
    elapsedMs: found.elapsedMs,
  };
}
