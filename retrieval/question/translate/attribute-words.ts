/** Finds the words of an English question that say what is asked of its subject. */

import type { QuestionType } from "../question-type.ts";
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
 * @param type what is asked for
 */
export function attributeWords(
  words: readonly EnglishWord[],
  askedAt: number,
  type: QuestionType,
): ReadonlySet<number> {
  const found: number[] = [];
  let at = askedAt;
  // When was the old dam … demolished.
  const isOfSubject = type === "date" && auxiliary.test(words[askedAt]?.text ?? "");
  const end = isOfSubject ? askedAt : Math.min(words.length, askedAt + wordsLookedAt);
  for (; at < end; at++) {
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
