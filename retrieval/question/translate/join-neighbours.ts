/** Favours translations that stand side by side in the corpus as their words do in the question. */

import { hasHan } from "../../../corpus/text/characters.ts";
import type { Alternative } from "../analyse-question.ts";
import { bigramToken } from "../../text/tokens.ts";
import { type CorpusWords, tokenOf } from "./corpus-words.ts";
import type { EnglishWord } from "./english-words.ts";
import type { Phrase } from "./split-phrases.ts";

/** Where two translations meet. */
export interface Joint {
  /** Last character of the one and first of the other. */
  readonly pair: string;
  readonly likeness: number;
}

export interface JoinedPhrases {
  readonly phrases: readonly Phrase[];
  /** One list a pair of neighbours that the corpus joins too, best first. */
  readonly joints: readonly (readonly Joint[])[];
}

const candidatesTried = 6;
const mostJoints = 4;
/** Of two words that stand together as often as a third of their geometric mean: 1. */
const strengthScale = 3;
const leastStrength = 0.1;
const favour = 0.5;
/** What may stand between: the words of "ranking of Qingshan" are turned round in Chinese. */
const turning = /^(?:of|in|for|the)$/iu;
const mostTurning = 2;

interface Meeting extends Joint {
  readonly one: Alternative;
  readonly other: Alternative;
  readonly between: Phrase;
}

function meetings(phrases: readonly Phrase[], words: readonly EnglishWord[]): readonly Meeting[] {
  const joinable = phrases.filter(({ kind }) => kind !== "number");
  return joinable.flatMap((before, at) => {
    const after = joinable[at + 1];
    if (after === undefined || after.from < before.to) return [];
    const gap = words.slice(before.to, after.from);
    if (gap.length > mostTurning || !gap.every(({ text }) => turning.test(text))) return [];
    const [first, second] = gap.length > 0 ? [after, before] : [before, after];
    return first.candidates.slice(0, candidatesTried).flatMap((one) =>
      second.candidates.slice(0, candidatesTried).flatMap((other) => {
        if (!hasHan(one.word) || !hasHan(other.word)) return [];
        const pair = one.word.slice(-1) + other.word.slice(0, 1);
        return [{ one, other, pair, between: before, likeness: one.likeness * other.likeness }];
      }),
    );
  });
}

/** @param phrases in order of the question */
export async function joinNeighbours(
  phrases: readonly Phrase[],
  words: readonly EnglishWord[],
  corpus: CorpusWords,
): Promise<JoinedPhrases> {
  const met = meetings(phrases, words);
  await corpus.learn(met.map(({ pair }) => bigramToken(pair)));
  const countOf = ({ word }: Alternative) => corpus.count(tokenOf(word, corpus) ?? word) || 1;
  const strengths = new Map<Alternative, number>();
  const joints = new Map<Phrase, Joint[]>();
  for (const { one, other, pair, between, likeness } of met) {
    const together = corpus.count(bigramToken(pair)) / Math.sqrt(countOf(one) * countOf(other));
    const strength = Math.min(1, strengthScale * together);
    if (strength < leastStrength) continue;
    for (const each of [one, other]) {
      strengths.set(each, Math.max(strengths.get(each) ?? 0, strength));
    }
    const list = joints.get(between) ?? [];
    list.push({ pair, likeness: Math.min(1, likeness * (0.5 + strength)) });
    joints.set(between, list);
  }
  return {
    phrases: phrases.map((phrase) => ({
      ...phrase,
      candidates: phrase.candidates
        .map((one) => ({
          word: one.word,
          likeness: one.likeness + favour * (strengths.get(one) ?? 0) * (1 - one.likeness),
        }))
        .sort((a, b) => b.likeness - a.likeness),
    })),
    joints: [...joints.values()].map((list) =>
      list.sort((a, b) => b.likeness - a.likeness).slice(0, mostJoints),
    ),
  };
}
