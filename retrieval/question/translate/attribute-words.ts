/** Finds the words of an English question that say what is asked of its subject. */

import type { EnglishWord } from "./english-words.ts";

const wordsLookedAt = 6;
const mostWords = 2;
const auxiliary =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|must|should)$/iu;

/**
 * Positions of at most two words. After which and how many they follow, before an auxiliary the last
 * ones (which *green factories* did …), before a verb the first (which *company* built …). After
 * when and where it is the last word that means something, mostly a verb (when was … *founded*).
 *
 * @param askedAt the first word behind the asking
 */
export function attributeWords(
  words: readonly EnglishWord[],
  askedAt: number,
): ReadonlySet<number> {
  const found: number[] = [];
  let at = askedAt;
  for (; at < Math.min(words.length, askedAt + wordsLookedAt); at++) {
    const word = words[at];
    if (word === undefined || word.isName || word.isNumber) break;
    if (word.stem !== "") found.push(at);
    else if (found.length > 0) break;
  }
  if (found.length > 0) {
    const isBeforeAuxiliary = auxiliary.test(words[at]?.text ?? "");
    return new Set(isBeforeAuxiliary ? found.slice(-mostWords) : found.slice(0, mostWords));
  }
  const last = words.findLastIndex(({ stem }) => stem !== "");
  const isWord = words[last]?.isName === false && last >= askedAt;
  return new Set(isWord ? [last] : []);
}
