/** Finds the clause of the evidence that a clause of the statement retells. */

import type { CitedSentence, CitedText } from "./cited-text.ts";
import { type Stretch, splitClauses, splitSayings } from "./clauses.ts";

export interface Aligned {
  readonly sentence: CitedSentence;
  readonly clause: Stretch;
  /** Share of the statement's content words, with or without its subject's, that stand in the clause. */
  readonly inClause: number;
  /** Share of those that stand in its saying or around the sentence. */
  readonly inSaying: number;
}

/** Worth of the last word, which mostly says what happened. */
const predicateWorth = 0.5;

/** The clause with the most of the words; undefined where there are none. */
export function alignClause(words: readonly string[], cited: CitedText): Aligned | undefined {
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return undefined;
  const share = (text: string, among: readonly string[] = distinct) =>
    among.filter((word) => text.includes(word)).length / among.length;
  const predicate = words.at(-1) ?? "";
  const scoreOf = ({ clause, inClause, inSaying }: Aligned) =>
    inClause + inSaying + (clause.text.includes(predicate) ? predicateWorth : 0);
  let best: Aligned | undefined;
  for (const sentence of cited.sentences) {
    const sayings = splitSayings(sentence.plain);
    for (const clause of splitClauses(sentence.plain)) {
      const saying = sayings.find(({ start, end }) => start <= clause.start && clause.end <= end);
      // What the title or a neighbour names as well is the subject; the rest says what of it.
      const own = distinct.filter((word) => !sentence.around.includes(word));
      const inClause = Math.max(share(clause.text), own.length > 0 ? share(clause.text, own) : 0);
      const inSaying = share(`${saying?.text ?? clause.text}\n${sentence.around}`);
      const found: Aligned = { sentence, clause, inClause, inSaying };
      if (best === undefined || scoreOf(found) > scoreOf(best)) best = found;
    }
  }
  return best;
}
