/** Cuts an English question into phrases, the longest first, each with what it may be in Chinese. */

import type { Alternative } from "../analyse-question.ts";
import { type CorpusWords, tokenOf, tokensOf } from "./corpus-words.ts";
import type { Dictionary } from "./dictionary.ts";
import { type EnglishWord, phraseKey } from "./english-words.ts";
import { findNames } from "./find-names.ts";
import { readNumber } from "./read-number.ts";

export interface Phrase {
  /** Words of the question, from the first to the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly kind: "number" | "name" | "word";
  /** Words that say the same and that the corpus holds, best first. */
  readonly candidates: readonly Alternative[];
  /** The dictionary's first translation, whether the corpus holds it or not. */
  readonly translation?: string | undefined;
}

const longestPhrase = 5;
const mostCandidates = 12;
/** A lone character says many things. */
const characterShare = 0.7;
/** Of the English word itself, which Chinese text may hold too, beside a translation. */
const ownShare = 0.5;
/** Above it a translation leaves no doubt, and the letters are not read as pinyin. */
const certain = 0.9;
/** Of what the letters spell in pinyin, beside a translation. */
const pinyinShare = 0.6;

interface Span {
  readonly to: number;
  readonly translations: readonly Alternative[];
}

/** Phrases of the dictionary that begin at a word, the longest first; the word itself always. */
function spansFrom(words: readonly EnglishWord[], from: number, dictionary: Dictionary): Span[] {
  const spans: Span[] = [];
  for (let to = from + 1; to <= Math.min(words.length, from + longestPhrase); to++) {
    const last = words[to - 1];
    if (last === undefined || last.isNumber) break;
    if (last.stem === "") continue;
    const translations = dictionary.translations(phraseKey(words.slice(from, to)));
    if (translations.length > 0 || to === from + 1) spans.unshift({ to, translations });
  }
  return spans;
}

function bestOf(likely: readonly Alternative[], corpus: CorpusWords): readonly Alternative[] {
  const best = new Map<string, number>();
  for (const { word, likeness } of likely) {
    if (tokenOf(word, corpus) === undefined || (best.get(word) ?? 0) >= likeness) continue;
    best.set(word, likeness);
  }
  return [...best]
    .map(([word, likeness]) => ({
      word,
      likeness: word.length === 1 ? characterShare * likeness : likeness,
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostCandidates);
}

/** @param words those that only ask have no stem */
export async function splitPhrases(
  words: readonly EnglishWord[],
  dictionary: Dictionary,
  corpus: CorpusWords,
): Promise<readonly Phrase[]> {
  const spans = words.map(({ stem }, at) => (stem === "" ? [] : spansFrom(words, at, dictionary)));
  const mentions = words.map(({ stem }) => (stem === "" ? [] : dictionary.mentions(stem)));
  const numbers = words.map((_, at) => readNumber(words, at));
  await corpus.learn([
    ...spans.flat().flatMap((span) => span.translations.flatMap(({ word }) => tokensOf(word))),
    ...mentions.flat().map(({ word }) => word),
    ...words.flatMap(({ text }) => (text === "" ? [] : [text.toLowerCase()])),
    ...numbers.flatMap((number) => number?.forms ?? []),
  ]);

  async function translateWord(at: number, word: EnglishWord, span: Span): Promise<Phrase> {
    const held = bestOf(span.translations, corpus);
    const best = held[0]?.likeness ?? 0;
    const isUnknown = span.translations.length === 0;
    const maySpell = (word.isName || isUnknown) && best < certain;
    const spelt = maySpell ? await findNames(word.text, dictionary, corpus) : [];
    await corpus.learn(spelt.flatMap((name) => tokensOf(name.word)));
    const own = word.isName || isUnknown ? 1 : ownShare;
    return {
      from: at,
      to: at + 1,
      kind: word.isName ? "name" : "word",
      translation: span.translations[0]?.word,
      candidates: bestOf(
        [
          ...span.translations,
          ...(mentions[at] ?? []),
          ...(word.text.length > 1 ? [{ word: word.text.toLowerCase(), likeness: own }] : []),
          ...spelt.map((name) => ({
            word: name.word,
            likeness: best > 0 ? pinyinShare * name.likeness : name.likeness,
          })),
        ],
        corpus,
      ),
    };
  }

  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at = Math.max(at + 1, phrases.at(-1)?.to ?? 0)) {
    const word = words[at];
    const number = numbers[at];
    if (word === undefined) break;
    if (number !== undefined) {
      const candidates = number.forms.map((form, rank) => ({
        word: form,
        likeness: 1 / (1 + rank / 10),
      }));
      phrases.push({ from: at, to: at + number.length, kind: "number", candidates });
      continue;
    }
    for (const span of spans[at] ?? []) {
      if (span.to === at + 1) {
        phrases.push(await translateWord(at, word, span));
        break;
      }
      const candidates = bestOf(span.translations, corpus);
      if (candidates.length === 0) continue;
      const kind = word.isName ? "name" : "word";
      phrases.push({ from: at, to: span.to, kind, candidates, translation: candidates[0]?.word });
      break;
    }
  }
  return phrases;
}
