/** Picks the one to three sentences that answer. */

import { isChangedCopy } from "../../retrieval/duplicates/changed-copy.ts";
import { comparableUnits } from "../../retrieval/duplicates/comparable-units.ts";
import { type ComparableText, toComparable } from "../../retrieval/duplicates/fingerprint.ts";
import type { RankedSentence } from "../../retrieval/ranking/rank-sentences.ts";
import { bigrams } from "../../retrieval/text/tokens.ts";
import { normalise } from "../../retrieval/text/normalise.ts";

export interface ChoiceLimits {
  readonly sentences: number;
  /** Characters of all sentences but the first, which is never left out. */
  readonly characters: number;
  /** How far below the best a sentence may score, in log-odds of the reranker. */
  readonly scoreMargin: number;
}

export const answerLimits: ChoiceLimits = { sentences: 3, characters: 400, scoreMargin: 2 };

/** Share of the shorter sentence's bigrams above which two sentences say the same. */
const sameSaying = 0.8;

interface Said extends ComparableText {
  readonly bigrams: ReadonlySet<string>;
}

function toSaid(text: string): Said {
  const normalised = normalise(text);
  return { ...toComparable(comparableUnits(normalised)), bigrams: new Set(bigrams(normalised)) };
}

/** Two that share nearly all, but differ in a figure or a name, are no repetition but a conflict. */
function saysTheSame(a: Said, b: Said): boolean {
  const [small, large] = a.bigrams.size < b.bigrams.size ? [a, b] : [b, a];
  if (small.bigrams.size === 0) return true;
  let shared = 0;
  for (const bigram of small.bigrams) if (large.bigrams.has(bigram)) shared++;
  if (shared / small.bigrams.size < sameSaying) return false;
  return !isChangedCopy(a, b) && !(lacksFigure(a, b) && lacksFigure(b, a));
}

function lacksFigure(one: Said, other: Said): boolean {
  return other.units.some((unit) => /\d/u.test(unit) && !one.units.includes(unit));
}

/**
 * The best sentence and, within the limits, the next ones that say something else.
 *
 * @param ranked best first
 * @returns best first, at least one unless `ranked` is empty
 */
export function chooseSentences<Sentence extends RankedSentence>(
  ranked: readonly Sentence[],
  limits: ChoiceLimits = answerLimits,
): readonly Sentence[] {
  return chooseBehind(ranked.slice(0, 1), [ranked], limits);
}

/**
 * The leading sentences, whatever their number and length; then, within the limits, those of all
 * lists turn by turn that say something else.
 *
 * @param lists each best first, for one of several things asked
 * @returns in the order chosen, each sentence once
 */
export function chooseBehind<Sentence extends RankedSentence>(
  leading: readonly Sentence[],
  lists: readonly (readonly Sentence[])[],
  limits: ChoiceLimits = answerLimits,
): readonly Sentence[] {
  const chosen = [...new Map(leading.map((lead) => [lead.sentence.id, lead])).values()];
  const said = chosen.map(({ sentence }) => toSaid(sentence.text));
  let characters = chosen.reduce((total, { sentence }) => total + sentence.text.length, 0);
  for (const candidate of inTurns(lists.map((ranked) => nearBest(ranked, limits)))) {
    if (chosen.length >= limits.sentences) break;
    const { text } = candidate.sentence;
    if (characters + text.length > limits.characters) continue;
    const saying = toSaid(text);
    if (said.some((other) => saysTheSame(saying, other))) continue;
    chosen.push(candidate);
    said.push(saying);
    characters += text.length;
  }
  return chosen;
}

function nearBest<Sentence extends RankedSentence>(
  ranked: readonly Sentence[],
  { scoreMargin }: ChoiceLimits,
): readonly Sentence[] {
  const cutoff = (ranked[0]?.score ?? 0) - scoreMargin;
  return ranked.filter(({ score }) => score >= cutoff);
}

/** The first of each list, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
