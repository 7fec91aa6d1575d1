/** Finds how the corpus writes a name that a question has in pinyin: Xihu → 西湖. */

import type { Alternative } from "../analyse-question.ts";
import { bigramToken, tagWords } from "../../text/tokens.ts";
import type { CorpusWords } from "./corpus-words.ts";
import type { Dictionary } from "./dictionary.ts";
import { splitSyllables } from "./split-syllables.ts";

const fewestLetters = 4;
const readingsTried = 3;
/** Of one syllable; pairs of two syllables are the square of it. */
const mostCharacters = 48;
const mostNames = 8;

/** jieba's tags of people, places, organisations and other names. */
const nameTag = /^n[rstz]/u;
const nameFavour = 3;
const wordFavour = 1.5;
const leastLikeness = 0.55;
const likenessRange = 0.4;

const notLetter = /[^a-z]/gu;

interface Spelling {
  readonly text: string;
  /** Chunks that hold its rarest pair of characters. */
  readonly count: number;
}

/** Strings of one character a syllable, each two neighbours of which the corpus holds side by side. */
async function spell(
  characters: readonly (readonly string[])[],
  corpus: CorpusWords,
): Promise<readonly Spelling[]> {
  const [first = [], ...others] = characters;
  let spellings: Spelling[] = first.map((text) => ({ text, count: Number.POSITIVE_INFINITY }));
  for (const following of others) {
    const ends = [...new Set(spellings.map(({ text }) => text.slice(-1)))];
    await corpus.learn(ends.flatMap((end) => following.map((next) => bigramToken(end + next))));
    spellings = spellings.flatMap(({ text, count }) =>
      following.flatMap((next) => {
        const pairs = corpus.count(bigramToken(text.slice(-1) + next));
        return pairs === 0 ? [] : [{ text: text + next, count: Math.min(count, pairs) }];
      }),
    );
  }
  return spellings;
}

/** Common strings first, those most of all that are known to be names or at least words. */
function weighSpelling({ text, count }: Spelling): number {
  const [only, another] = tagWords(text);
  const isWord = another === undefined;
  const favour = isWord ? (nameTag.test(only?.tag ?? "") ? nameFavour : wordFavour) : 1;
  return favour * Math.log(1 + count);
}

/** @param name one or more words in Latin letters. @returns best first */
export async function findNames(
  name: string,
  dictionary: Dictionary,
  corpus: CorpusWords,
): Promise<readonly Alternative[]> {
  const letters = name.normalize("NFKD").toLowerCase().replace(notLetter, "");
  if (letters.length < fewestLetters) return [];
  const isSyllable = (syllable: string) => dictionary.characters(syllable).length > 0;
  const weights = new Map<string, number>();
  for (const syllables of splitSyllables(letters, isSyllable).slice(0, readingsTried)) {
    const readings = syllables.map((syllable) => dictionary.characters(syllable));
    await corpus.learn(readings.flat());
    const characters = readings.map((all) =>
      all
        .filter((character) => corpus.count(character) > 0)
        .sort((a, b) => corpus.count(b) - corpus.count(a))
        .slice(0, mostCharacters),
    );
    for (const spelling of await spell(characters, corpus)) {
      weights.set(spelling.text, weighSpelling(spelling));
    }
  }
  const best = [...weights].sort((a, b) => b[1] - a[1]).slice(0, mostNames);
  const highest = best[0]?.[1] ?? 1;
  return best.map(([word, weight]) => ({
    word,
    likeness: leastLikeness + likenessRange * (weight / highest),
  }));
}
