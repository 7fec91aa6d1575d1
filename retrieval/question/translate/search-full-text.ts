/** Searches the full text for a question, be it in the words of the corpus or translated. */

import type { CorpusSnapshot, Hit, SearchOptions } from "../../corpus-store.ts";
import { termWeights } from "../../ranking/term-weights.ts";
import type { AnalysedQuestion } from "../analyse-question.ts";
import { scoreHits } from "./score-hits.ts";

/** The index adds up translations of one word, so its order needs looking at further down. */
const deepening = 2;

/** Best first. */
export async function searchFullText(
  snapshot: CorpusSnapshot,
  { tokens, tokenGroups }: AnalysedQuestion,
  { limit, ...options }: SearchOptions,
): Promise<readonly Hit[]> {
  if (tokenGroups === undefined) return snapshot.searchFullText(tokens, { limit, ...options });
  const [hits, frequencies] = await Promise.all([
    snapshot.searchFullText(tokens, { limit: deepening * limit, ...options }),
    snapshot.documentFrequencies(tokens),
  ]);
  const terms = termWeights(snapshot.generation.chunks, frequencies, tokenGroups);
  return scoreHits(hits, tokenGroups, terms).slice(0, limit);
}
