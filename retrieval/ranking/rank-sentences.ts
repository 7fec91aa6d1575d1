/** The sentence reranker: linear over named features, no model. */

import { type AnalysedQuestion } from "../question/analyse-question.ts";
import { type Candidate, passageHits, sentenceHits } from "./candidate.ts";
import {
  type Passage,
  type PreparedPassage,
  type PreparedSentence,
  preparePassage,
} from "./passage.ts";
import { sentenceBm25 } from "./sentence-bm25.ts";
import { setBehindOthers } from "./set-behind-others.ts";
import { type FeatureName, type SentenceFeatures, sentenceFeatures } from "./sentence-features.ts";
import type { TermWeights } from "./term-weights.ts";
import { weightedSum } from "./weighted-sum.ts";
import { type WeighedQuestion, weighQuestion } from "./weighed-question.ts";

/** Sentences of this many best passages and their copies are all candidates … */
const passagesTakenWhole = 10;
/** … and so are this many best single sentences of the passages behind them. */
const singleSentences = 20;
const smallestScore = 1e-6;

export type RankWeights = Readonly<Partial<Record<FeatureName, number>>>;

export interface RankedSentence {
  readonly sentence: PreparedSentence["sentence"];
  readonly passage: Passage;
  /** Position of the sentence in the passage's chunk. */
  readonly position: number;
  /** Weighted sum of the features; comparable within one question. */
  readonly score: number;
  readonly features: SentenceFeatures;
  /** Set where it says what is asked of another thing or year, which is not always named. */
  readonly mistaken?: {
    readonly kind: "subject" | "year";
    readonly asked: string;
    readonly other?: string;
  };
}

interface ScoredSentence {
  readonly sentence: PreparedSentence;
  readonly passage: PreparedPassage;
  readonly position: number;
  readonly score: number;
}

function scoreSentences(
  question: AnalysedQuestion,
  passages: readonly PreparedPassage[],
  terms: TermWeights,
): ScoredSentence[] {
  const lengths = passages.flatMap(({ sentences }) =>
    sentences.map(({ tokenCount }) => tokenCount),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const averageLength = Math.max(1, total / Math.max(1, lengths.length));
  return passages.flatMap((passage) =>
    passage.sentences.map((sentence, position) => ({
      sentence,
      passage,
      position,
      score: sentenceBm25(sentence, question.tokens, terms, averageLength),
    })),
  );
}

function withCopies(passages: readonly Passage[]): readonly Passage[] {
  return passages.flatMap((passage) => [passage, ...(passage.copies ?? [])]);
}

function chooseCandidates(
  scored: readonly ScoredSentence[],
  passages: readonly Passage[],
): ScoredSentence[] {
  const whole = new Set(withCopies(passages.slice(0, passagesTakenWhole)));
  const taken = scored.filter(({ passage }) => whole.has(passage.passage));
  const others = scored
    .filter(({ passage, score }) => !whole.has(passage.passage) && score > 0)
    .sort((a, b) => b.score - a.score);
  // The best singles count among all sentences, so most of them are taken already.
  const cut = scored
    .map(({ score }) => score)
    .sort((a, b) => b - a)
    .at(singleSentences - 1);
  return [...taken, ...others.filter(({ score }) => score >= (cut ?? 0)).slice(0, singleSentences)];
}

function toCandidates(
  question: WeighedQuestion,
  chosen: readonly ScoredSentence[],
  bestPassageScore: number,
): Candidate[] {
  const bestSentenceScore = Math.max(smallestScore, ...chosen.map(({ score }) => score));
  const hitsOf = new Map<
    PreparedPassage,
    { all: readonly boolean[]; each: readonly (readonly boolean[])[] }
  >();
  return chosen.map(({ sentence, passage, position, score }) => {
    let hits = hitsOf.get(passage);
    if (hits === undefined) {
      hits = { all: passageHits(question, passage), each: sentenceHits(question, passage) };
      hitsOf.set(passage, hits);
    }
    const from = Math.max(0, position - 1);
    const window = hits.each.slice(from, position + 2);
    return {
      sentence,
      passage,
      position,
      windowText: passage.sentences
        .slice(from, position + 2)
        .map(({ text }) => text)
        .join(" "),
      sentenceHits: hits.each[position] ?? [],
      windowHits: question.concepts.map((_, at) => window.some((one) => one[at] === true)),
      passageHits: hits.all,
      sentenceScore: score,
      bestSentenceScore,
      bestPassageScore,
    };
  });
}

const asks = /[?？]["”’」』）)]*$/u;
/** Copies of web pages are cut with dots, at times right where the answer would come. */
const breaksOff = /(?:\.{3,}|…+)$/u;
const shortestWhole = 30;

/** Whether a sentence can answer anything: one that asks, or is a short piece cut off, cannot. */
export function canAnswer({ sentence }: RankedSentence): boolean {
  const text = sentence.text.trim();
  return !asks.test(text) && !(breaksOff.test(text) && text.length < shortestWhole);
}

/**
 * Candidate sentences of the passages and their copies, best first; ties keep their order.
 *
 * @param passages best first
 * @param leftOut ids of sentences that are no candidates
 */
export function rankSentences(
  question: AnalysedQuestion,
  passages: readonly Passage[],
  terms: TermWeights,
  weights: RankWeights,
  leftOut: ReadonlySet<string> = new Set(),
): readonly RankedSentence[] {
  const weighed = weighQuestion(question, terms);
  const isCandidate = ({ id }: { readonly id: string }) => !leftOut.has(id);
  const prepared = withCopies(passages)
    .filter(({ chunk }) => chunk.sentences.some(isCandidate))
    .map(preparePassage);
  const scored = scoreSentences(question, prepared, terms).filter(({ sentence }) =>
    isCandidate(sentence.sentence),
  );
  const chosen = chooseCandidates(scored, passages);
  const bestPassageScore = Math.max(
    smallestScore,
    ...passages.map(({ fullTextScore }) => fullTextScore),
  );
  const ranked = toCandidates(weighed, chosen, bestPassageScore)
    .map((candidate) => {
      const features = sentenceFeatures(weighed, candidate);
      return {
        sentence: candidate.sentence.sentence,
        passage: candidate.passage.passage,
        position: candidate.position,
        score: weightedSum(features, weights),
        features,
      };
    })
    .sort((a, b) => b.score - a.score);
  return setBehindOthers(question, ranked);
}
