/** Finds where two sentences that say the same thing differ. */

import { diffArrays } from "diff";
import { type TaggedWord, tagWords } from "../../../retrieval/text/tokens.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";

/** What stands in one sentence in the place of what stands in the other. */
export interface Replacement {
  readonly here: readonly TaggedWord[];
  readonly there: readonly TaggedWord[];
  /** The word that follows in both; empty at the end. */
  readonly next: string;
}

export interface Comparison {
  /** Share of the shorter sentence's letters that both hold in the same order, 0…1. */
  readonly shared: number;
  readonly replacements: readonly Replacement[];
  /** All words of either sentence. */
  readonly here: readonly TaggedWord[];
  readonly there: readonly TaggedWord[];
}

/** Letters in both between two replacements that are one: 5月12日 and 1月2日. */
const longestJoint = 1;

function lettersIn(words: readonly TaggedWord[]): number {
  return words.reduce((total, { word }) => total + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

export function compareSentences(oneText: string, otherText: string): Comparison {
  const here = tagWords(normalise(oneText));
  const there = tagWords(normalise(otherText));
  const changes = diffArrays([...here], [...there], {
    comparator: (one, other) => one.word === other.word,
  });
  const replacements: Replacement[] = [];
  let sharedLetters = 0;
  /** Words in both since the last replacement. */
  const between: TaggedWord[] = [];
  for (const [at, change] of changes.entries()) {
    const added = changes[at + 1];
    if (!change.added && !change.removed) {
      sharedLetters += lettersIn(change.value);
      between.push(...change.value);
    } else if (change.removed && added?.added === true) {
      const next = changes[at + 2]?.value[0]?.word ?? "";
      const last = replacements.at(-1);
      const isOne = last !== undefined && lettersIn(between) <= longestJoint;
      if (isOne) replacements.pop();
      replacements.push({
        here: [...(isOne ? [...last.here, ...between] : []), ...change.value],
        there: [...(isOne ? [...last.there, ...between] : []), ...added.value],
        next,
      });
      between.length = 0;
    }
  }
  const shorter = Math.min(lettersIn(here), lettersIn(there));
  return { shared: shorter === 0 ? 0 : sharedLetters / shorter, replacements, here, there };
}
