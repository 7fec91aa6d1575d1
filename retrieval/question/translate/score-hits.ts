/** Scores passages for a translated question, each phrase once, in the best translation they hold. */

import type { Hit } from "../../corpus-store.ts";
import { type PreparedPassage, preparePassage } from "../../ranking/passage.ts";
import type { TermWeights } from "../../ranking/term-weights.ts";
import type { TokenGroup } from "../analyse-question.ts";

const termSaturation = 1.2;
const lengthNormalisation = 0.75;

interface CountedPassage {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function countTokens({ words, sentences }: PreparedPassage): CountedPassage {
  // Words of the heading stand in no sentence.
  const counts = new Map([...words].map((word) => [word, 0]));
  let length = 0;
  for (const sentence of sentences) {
    length += sentence.tokenCount;
    for (const [token, count] of sentence.tokenCounts) {
      counts.set(token, (counts.get(token) ?? 0) + count);
    }
  }
  return { counts, length };
}

/**
 * The hits anew, best first, with Σ over groups of the best token's BM25. The full text alone would
 * add up all translations of one word, and rank first what holds many of them.
 *
 * @see Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009
 */
export function scoreHits(
  hits: readonly Hit[],
  groups: readonly TokenGroup[],
  terms: TermWeights,
): readonly Hit[] {
  const passages = hits.map(({ chunk }) =>
    countTokens(preparePassage({ chunk, fullTextScore: 0, similarity: 0, score: 0 })),
  );
  const total = passages.reduce((sum, { length }) => sum + length, 0);
  const averageLength = Math.max(1, total / Math.max(1, hits.length));
  const scoreOf = ({ counts, length }: CountedPassage): number => {
    const share = 1 - lengthNormalisation + lengthNormalisation * (length / averageLength);
    const bm25 = (token: string): number => {
      const held = counts.get(token);
      if (held === undefined) return 0;
      const count = Math.max(1, held);
      return (terms.token(token) * count * (termSaturation + 1)) / (count + termSaturation * share);
    };
    return groups.reduce(
      (sum, group) => sum + Math.max(...group.map(({ token }) => bm25(token))),
      0,
    );
  };
  return hits
    .map(({ chunk }, at) => {
      const passage = passages[at];
      return { chunk, score: passage === undefined ? 0 : scoreOf(passage) };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}
