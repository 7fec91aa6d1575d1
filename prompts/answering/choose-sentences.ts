/** Picks the one to three sentences that answer. */

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

function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return true;
  let shared = 0;
  for (const bigram of small) if (large.has(bigram)) shared++;
  return shared / small.size >= sameSaying;
}

/**
 * The best sentence and, within the limits, the next ones that say something else.
 *
 * @param ranked best first
 * @returns best first, at least one unless `ranked` is empty
 */
export function chooseSentences(
  ranked: readonly RankedSentence[],
  limits: ChoiceLimits = answerLimits,
): readonly RankedSentence[] {
  const chosen: RankedSentence[] = [];
  const said: ReadonlySet<string>[] = [];
  let characters = 0;
  const cutoff = (ranked[0]?.score ?? 0) - limits.scoreMargin;
  for (const candidate of ranked) {
    if (chosen.length >= limits.sentences || candidate.score < cutoff) break;
    const { text } = candidate.sentence;
    const isFirst = chosen.length === 0;
    if (!isFirst && characters + text.length > limits.characters) continue;
    const pairs = new Set(bigrams(normalise(text)));
    if (said.some((other) => saysTheSame(pairs, other))) continue;
    chosen.push(candidate);
    said.push(pairs);
    characters += text.length;
  }
  return chosen;
}
