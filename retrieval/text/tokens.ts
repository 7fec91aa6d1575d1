/**
 * The one bag of tokens that full text, embedder and reranker share. All functions take normalised
 * text (`normalise.ts`).
 */

import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

/** Changes whenever the same text may give other tokens; a stored corpus is then read again. */
export const tokensVersion = "1";

const jieba = Jieba.withDict(dict);
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const runs = /[\u3400-\u9fff]+|[a-z0-9.]+/gu;
const firstHan = "\u3400";
const lastHan = "\u9fff";

/** A word with its part of speech in jieba's letters: `n…` nouns (`nr` person, `ns` place), `v…`. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** Words in reading order, compound words also cut into their parts. Punctuation is left out. */
export function searchWords(text: string): string[] {
  return jieba
    .cutForSearch(text, true)
    .map((word) => word.trim())
    .filter((word) => letterOrDigit.test(word));
}

/** All pieces of the text with their part of speech; joined they are the text again. */
export function tagWords(text: string): readonly TaggedWord[] {
  return jieba.tag(text, true);
}

/** Pairs of neighbouring Han characters; a lone one, and each run of Latin letters or digits, whole. */
export function bigrams(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(runs)) {
    const isHan = run >= firstHan && run.charAt(0) <= lastHan;
    if (!isHan) {
      const word = run.replace(/^\.+|\.+$/gu, "");
      if (word !== "") found.push(word);
    } else if (run.length === 1) {
      found.push(run);
    } else {
      for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2));
    }
  }
  return found;
}

/** Marks a bigram so that it never meets the word of the same letters. */
export function bigramToken(bigram: string): string {
  return `#${bigram}`;
}

/** Single characters of scripts without spaces; a lone Latin letter or digit says nothing. */
export function singleCharacters(text: string): string[] {
  return [...text].filter((character) => unspacedLetter.test(character));
}

/**
 * The bag: words, marked bigrams and single characters, repeats kept.
 *
 * Measured on five Chinese sets, this bag in one field finds more passages than any of its parts or
 * their rank fusion (recall@10 93–100 %).
 */
export function bagOfTokens(text: string): string[] {
  return [...searchWords(text), ...bigrams(text).map(bigramToken), ...singleCharacters(text)];
}
