/** Adds up what speaks for each year and says whether one of them is sure. */

import type { YearVote } from "./date-evidence.ts";

/** Logarithm of the odds from which a year is held to be shown: about twelve to one. */
const leastWeight = 2.5;
/** By so much it must exceed any other year. */
const leastLead = 1.5;
/** What repeats a kind of evidence counts half, and only once more. */
const repeatShare = 0.5;
/** Each total is another fact, up to so many. */
const maxTotals = 3;

/** The year that the votes show; undefined where they are too few or speak for several. */
export function winningYear(votes: readonly YearVote[]): number | undefined {
  const years = [...new Set(votes.map(({ year }) => year))];
  const [best, second] = years
    .map((year) => ({ year, weight: weigh(votes.filter((vote) => vote.year === year)) }))
    .sort((one, other) => other.weight - one.weight);
  if (best === undefined || best.weight < leastWeight) return undefined;
  return best.weight - (second?.weight ?? 0) < leastLead ? undefined : best.year;
}

function weigh(votes: readonly YearVote[]): number {
  const wordsOfKind = new Map<string, { readonly weight: number; readonly words: Set<string> }>();
  for (const { kind, weight, words } of votes) {
    const ofKind = wordsOfKind.get(kind) ?? { weight, words: new Set() };
    ofKind.words.add(words);
    wordsOfKind.set(kind, { ...ofKind, weight: Math.max(ofKind.weight, weight) });
  }
  let sum = 0;
  for (const [kind, { weight, words }] of wordsOfKind) {
    if (kind === "total") sum += weight * Math.min(words.size, maxTotals);
    else sum += words.size > 1 ? weight * (1 + repeatShare) : weight;
  }
  return sum;
}
