/** Gives the forms in which an English word may stand in a text; the opposite of `stem-english.ts`. */

import { irregularForms } from "./stem-english.ts";

const consonantY = /[^aeiou]y$/u;
const hisses = /(?:s|x|z|ch|sh)$/u;

/** American spelling, which is the dictionary's → British; what is no word is in no text. */
const britishSpellings: readonly (readonly [RegExp, string])[] = [
  [/or(?=$|[a-z]{2,})/u, "our"],
  [/ter$/u, "tre"],
  [/iz(?=e$|ation$)/u, "is"],
  [/ense$/u, "ence"],
];

function inflect(word: string): readonly string[] {
  if (word.endsWith("e")) {
    return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  }
  if (consonantY.test(word)) {
    const root = word.slice(0, -1);
    return [word, `${root}ies`, `${root}ied`, `${word}ing`];
  }
  const doubled = `${word}${word.slice(-1)}`;
  const plural = hisses.test(word) ? `${word}es` : `${word}s`;
  return [word, plural, `${word}ed`, `${word}ing`, `${doubled}ed`, `${doubled}ing`];
}

/**
 * The word first, then plural, past and -ing, irregular forms and the same in British spelling. Not
 * all need be words.
 *
 * @param word lower case, in American spelling
 */
export function inflectEnglish(word: string): readonly string[] {
  const spellings = britishSpellings.map(([american, british]) => word.replace(american, british));
  const irregular = [...irregularForms].flatMap(([form, base]) => (base === word ? form : []));
  return [...[...new Set([word, ...spellings])].flatMap(inflect), ...irregular];
}
