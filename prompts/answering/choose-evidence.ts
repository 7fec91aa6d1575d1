/**
 * Picks the sentences of an answer: for each thing asked the best one, and one that contradicts it or
 * could be mistaken for it.
 */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import {
  answerLimits,
  chooseBehind,
  chooseSentences,
  type ChoiceLimits,
} from "./choose-sentences.ts";
import type { FoundEvidence } from "./find-evidence.ts";
import type { DifferenceKind } from "./rivals/compare-claims.ts";
import { findContradicted } from "./rivals/find-contradicted.ts";
import { findDifference } from "./rivals/find-difference.ts";
import { readClaims } from "./rivals/read-claims.ts";

/** Where several things are asked. */
const sentencesPerPart = 2;
/** A message has room for so many answers' characters. */
const mostSpace = 2;

/** Two sentences that say different things of the same. */
export interface Disagreement {
  readonly sentenceIds: readonly [string, string];
  /** What each says in the other's place. */
  readonly values: readonly [string, string];
}

/** Two sentences whose values differ because they speak of different times, places or measures. */
export interface Distinction extends Disagreement {
  readonly kind: DifferenceKind;
  /** What each speaks of, the answering one's first; undefined where its sentence does not say. */
  readonly scopes: readonly [string | undefined, string | undefined];
}

export interface ChosenEvidence {
  /** The leading ones first. */
  readonly chosen: readonly JoinedSentence[];
  /** Both sentences of each are among the chosen. */
  readonly disagreements: readonly Disagreement[];
  /** Both sentences of each are among the chosen, the one that answers first. */
  readonly distinctions: readonly Distinction[];
}

type Source = Pick<FoundEvidence, "retrieval" | "sentences">;

/** What leads the answer to one thing asked, and how it stands to what else is said of it. */
function leadOf({ retrieval, sentences }: Source, limits: ChoiceLimits): ChosenEvidence {
  const [best] = sentences;
  if (best === undefined) return { chosen: [], disagreements: [], distinctions: [] };
  const { question } = retrieval;
  const claims = readClaims(question, sentences);
  const shown = chooseSentences(sentences, limits);
  const contradicted = findContradicted(question, sentences, shown, claims);
  if (contradicted !== undefined) {
    const { sentence, rival } = contradicted;
    const sentenceIds = [sentence.sentence.id, rival.sentence.sentence.id] as const;
    return {
      chosen: [best, sentence, rival.sentence],
      disagreements: [{ sentenceIds, values: rival.values }],
      distinctions: [],
    };
  }
  const difference = findDifference(question, best, claims);
  if (difference === undefined) return { chosen: [best], disagreements: [], distinctions: [] };
  const [lead, other] = difference.sentences;
  const { kind, scopes, values } = difference;
  const sentenceIds = [lead.sentence.id, other.sentence.id] as const;
  return {
    chosen: [lead, other],
    disagreements: [],
    distinctions: [{ sentenceIds, kind, scopes, values }],
  };
}

/** @param found what answers */
export function chooseEvidence(
  {
    retrieval,
    sentences,
    verdict,
    parts,
  }: Pick<FoundEvidence, "retrieval" | "sentences" | "verdict" | "parts">,
  limits = answerLimits,
): ChosenEvidence {
  const answering = parts.filter((part) => part.verdict.kind === "answerable");
  const sources = answering.length > 0 ? answering : [{ retrieval, sentences, verdict }];

  const leads = sources.map((source) => leadOf(source, limits));
  const leading = leads.flatMap(({ chosen }) => chosen);
  // What answers the whole question best may answer the part that its own words miss.
  if (answering.length > 0 && verdict.kind === "answerable") leading.push(...sentences.slice(0, 1));
  const lists = sources.map((source) => source.sentences);
  const limitsOfAll = {
    ...limits,
    sentences: Math.max(limits.sentences, sources.length * sentencesPerPart),
    characters: limits.characters * Math.min(sources.length, mostSpace),
  };
  return {
    chosen: chooseBehind(leading, lists, limitsOfAll),
    disagreements: leads.flatMap(({ disagreements }) => disagreements),
    distinctions: leads.flatMap(({ distinctions }) => distinctions),
  };
}
