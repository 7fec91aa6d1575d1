/** Which words of a question tell, where a text lacks them, that it speaks of something else. */

import { hasHan } from "../../corpus/text/characters.ts";
import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { isDictionaryWord } from "../text/word-frequencies.ts";
import type { TermWeights } from "./term-weights.ts";

/** What a word's absence tells of a text: of another thing, perhaps of another, or nothing. */
export type Telling = "name" | "word" | "nothing";

/** 一家, 两台: how many is no subject. */
const counted = /^[一两].$/u;

/**
 * A common word that the corpus uses nowhere is only the asker's own: who asks for 蘑菇 may mean
 * what the corpus calls 食用菌. One that it uses elsewhere does tell, and a name more so. A single
 * character does not, since it stands in many words.
 */
export function tellingOf(
  word: string,
  { names, concepts }: Pick<AnalysedQuestion, "names" | "concepts">,
  terms: Pick<TermWeights, "isKnown">,
): Telling {
  if (!hasHan(word)) return "name";
  if (word.length < 2 || counted.test(word)) return "nothing";
  if (names.some((name) => name.includes(word))) return "name";
  if (terms.isKnown(word)) return "word";
  // What no dictionary knows is a name, or wrongly cut; then its parts tell.
  const hasParts = concepts.some((other) => other.word !== word && word.includes(other.word));
  return isDictionaryWord(word) || hasParts ? "nothing" : "name";
}
