/** Picks the sentences of an answer: for each thing asked the best one, and one that contradicts it. */

import type { JoinedSentence } from "../../retrieval/duplicates/join-copies.ts";
import {
  answerLimits,
  chooseBehind,
  chooseSentences,
  type ChoiceLimits,
} from "./choose-sentences.ts";
import { findRival, type Rival } from "./find-rival.ts";
import type { FoundEvidence } from "./find-evidence.ts";

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

export interface ChosenEvidence {
  /** The leading ones first. */
  readonly chosen: readonly JoinedSentence[];
  /** Both sentences of each are among the chosen. */
  readonly disagreements: readonly Disagreement[];
}

/** The first of the sentences that would be shown which another one contradicts. */
function findContradicted(
  { retrieval, sentences }: Pick<FoundEvidence, "retrieval" | "sentences">,
  limits: ChoiceLimits,
): { readonly sentence: JoinedSentence; readonly rival: Rival<JoinedSentence> } | undefined {
  for (const sentence of chooseSentences(sentences, limits)) {
    const rival = findRival(retrieval.question, sentence, sentences);
    if (rival !== undefined) return { sentence, rival };
  }
  return undefined;
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

  const leading: JoinedSentence[] = [];
  const disagreements: Disagreement[] = [];
  for (const source of sources) {
    leading.push(...source.sentences.slice(0, 1));
    const contradicted = findContradicted(source, limits);
    if (contradicted === undefined) continue;
    const { sentence, rival } = contradicted;
    leading.push(sentence, rival.sentence);
    disagreements.push({
      sentenceIds: [sentence.sentence.id, rival.sentence.sentence.id],
      values: rival.values,
    });
  }
  // What answers the whole question best may answer the part that its own words miss.
  if (answering.length > 0 && verdict.kind === "answerable") leading.push(...sentences.slice(0, 1));
  const lists = sources.map((source) => source.sentences);
  const limitsOfAll = {
    ...limits,
    sentences: Math.max(limits.sentences, sources.length * sentencesPerPart),
    characters: limits.characters * Math.min(sources.length, mostSpace),
  };
  return { chosen: chooseBehind(leading, lists, limitsOfAll), disagreements };
}
