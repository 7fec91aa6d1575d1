/** Finds where two sentences that say the same thing differ. */

import { diffArrays } from "diff";
import { LRUCache } from "lru-cache";
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
  readonly replacements: readonly Replacement[];
  /** All words of either sentence. */
  readonly here: readonly TaggedWord[];
  readonly there: readonly TaggedWord[];
}

/** Letters in both between two replacements that are one: 5月12日 and 1月2日. */
const longestJoint = 1;

interface CutSentence {
  readonly words: readonly TaggedWord[];
  readonly letters: number;
  /** Letters that each word of it makes up, all its occurrences together. */
  readonly lettersOf: ReadonlyMap<string, number>;
}

/** One question compares the same few dozen sentences with each other. */
const cut = new LRUCache<string, CutSentence>({ max: 500 });

function lettersOfWord(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function lettersIn(words: readonly TaggedWord[]): number {
  return words.reduce((total, { word }) => total + lettersOfWord(word), 0);
}

function cutSentence(text: string): CutSentence {
  const known = cut.get(text);
  if (known !== undefined) return known;
  const words = tagWords(normalise(text));
  const lettersOf = new Map<string, number>();
  for (const { word } of words) {
    lettersOf.set(word, (lettersOf.get(word) ?? 0) + lettersOfWord(word));
  }
  const sentence = { words, letters: lettersIn(words), lettersOf };
  cut.set(text, sentence);
  return sentence;
}

/** At most so many letters stand in both, whatever their order. */
function mostShared(one: CutSentence, other: CutSentence): number {
  let letters = 0;
  for (const [word, count] of one.lettersOf) {
    letters += Math.min(count, other.lettersOf.get(word) ?? 0);
  }
  return letters;
}

/** Undefined where they share less of the shorter one than `leastShared`, 0…1. */
export function compareSentences(
  oneText: string,
  otherText: string,
  leastShared: number,
): Comparison | undefined {
  const one = cutSentence(oneText);
  const other = cutSentence(otherText);
  const shorter = Math.min(one.letters, other.letters);
  // Most pairs are of different things, and lining their words up would cost most of an answer.
  if (shorter === 0 || mostShared(one, other) < leastShared * shorter) return undefined;
  const { words: here } = one;
  const { words: there } = other;
  const changes = diffArrays([...here], [...there], {
    comparator: (left, right) => left.word === right.word,
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
  if (sharedLetters < leastShared * shorter) return undefined;
  return { replacements, here, there };
}
