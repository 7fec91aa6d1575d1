/** Looks English phrases up in a packed dictionary, without unpacking it. */

import type { Alternative } from "../analyse-question.ts";
import { lineKinds } from "./pack-dictionary.ts";

export interface Dictionary {
  /** Words one of whose meanings is the phrase, best first. @param key see `phraseKey` */
  translations(key: string): readonly Alternative[];
  /** Words whose meaning holds the word among others, best first. */
  mentions(stem: string): readonly Alternative[];
  /** Characters read so, whatever the tone, the most frequent first. */
  characters(syllable: string): readonly string[];
  /** What a Chinese word is counted with: 台 for 电梯. */
  classifiers(word: string): readonly string[];
  /** What a Chinese word means, likeliest first. */
  meanings(word: string): readonly Alternative[];
}

const wordAndPercent = /(\D+)(\d+)/u;
const percent = 100;

/** @param packed the lines of `packDictionary` */
export function createDictionary(packed: string): Dictionary {
  /** The part of the line behind its key, by binary search over the text. */
  function find(key: string): string | undefined {
    let from = 0;
    let to = packed.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const start = middle === 0 ? 0 : packed.lastIndexOf("\n", middle - 1) + 1;
      const tab = packed.indexOf("\t", start);
      const newline = packed.indexOf("\n", tab);
      const end = newline < 0 ? packed.length : newline;
      const found = packed.slice(start, tab);
      if (found === key) return packed.slice(tab + 1, end);
      if (found < key) from = end + 1;
      else to = start;
    }
    return undefined;
  }

  function lookUp(key: string): readonly Alternative[] {
    return (find(key)?.split(" ") ?? []).map((one) => {
      const [, word = "", likeness = ""] = wordAndPercent.exec(one) ?? [];
      return { word, likeness: Number(likeness) / percent };
    });
  }

  const wordsOf = (key: string) => lookUp(key).map(({ word }) => word);
  return {
    translations: (key) => lookUp(lineKinds.translation + key),
    mentions: (stem) => lookUp(lineKinds.mention + stem),
    characters: (syllable) => wordsOf(lineKinds.syllable + syllable),
    meanings: (word) =>
      lookUp(lineKinds.meaning + word).map((meaning) => ({
        ...meaning,
        word: meaning.word.replaceAll("_", " "),
      })),
    classifiers: (word) => wordsOf(lineKinds.classifier + word),
  };
}
