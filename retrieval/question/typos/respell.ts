/** Writes the words of a question as the passages write them that sound alike: 流国勋 as 刘国勋. */

import { isDictionaryWord } from "../../text/word-frequencies.ts";
import { mostCorrections, type PairCount, pairFrom } from "./choose-corrections.ts";
import { findSpellings, type ReadBeside, readBeside, type Spelling } from "./find-spellings.ts";

/** Characters that stand alike in both, beside those that only sound alike: fewer are chance. */
const fewestAlike = 2;
/** … where what was typed is a word. */
const fewestAlikeBesideWord = 3;
/** What stands so often in the passages is what they are about. */
const oftenSaid = 3;
/** … of three characters or more. */
const oftenSaidAtLength = 2;
const longStretch = 3;
const longestWord = 4;

export interface Respelt {
  readonly characters: readonly string[];
  /** Places of all stretches that are now written as in the passages. */
  readonly settled: ReadonlySet<number>;
}

/** Whether the stretch holds a dictionary word with the place in it. */
function formsWord({ from, text }: Spelling, at: number): boolean {
  for (let start = Math.max(from, at - longestWord + 1); start <= at; start++) {
    const furthest = Math.min(from + text.length, start + longestWord);
    for (let end = Math.max(at + 1, start + 2); end <= furthest; end++) {
      if (isDictionaryWord(text.slice(start - from, end - from))) return true;
    }
  }
  return false;
}

/** Places of the dictionary words that were typed where the stretch differs. */
function typedWords({ wordAt }: ReadBeside, { differing }: Spelling): readonly number[] {
  const within = new Set<number>();
  for (const at of differing) {
    if (wordAt[at] === undefined) continue;
    for (let one = at; wordAt[one] === wordAt[at]; one--) within.add(one);
    for (let one = at; wordAt[one] === wordAt[at]; one++) within.add(one);
  }
  return [...within];
}

/**
 * Enough characters must be alike. What was typed as a word is one unless the corpus never says it, and
 * the passages go on like the question beyond it. Of two characters, one of them alike, a word must
 * come of it, or what is said again and again. What the passages have as it was typed must be rarer.
 */
function isSure(spelling: Spelling, reading: ReadBeside, count: PairCount): boolean {
  const { from, text, differing, alike } = spelling;
  const typed = typedWords(reading, spelling);
  if (typed.length > 0) {
    const isSaid = typed.some(
      (at) => typed.includes(at + 1) && count(pairFrom(reading.characters, at)) > 0,
    );
    const isWhole = typed.every((at) => at >= from && at < from + text.length);
    const goesOn = alike.some((at) => !typed.includes(at));
    return !isSaid && isWhole && goesOn && alike.length >= fewestAlikeBesideWord;
  }
  const chances = Math.max(...differing.map((at) => reading.chances[at] ?? 0));
  if (spelling.count < chances) return false;
  if (alike.length >= Math.max(fewestAlike, differing.length)) return true;
  if (alike.length === 0 || chances > 0) return false;
  const isLong = differing.length + alike.length >= longStretch;
  const often = isLong ? oftenSaidAtLength : oftenSaid;
  if (spelling.count >= often) return true;
  return differing.length === 1 && differing.every((at) => formsWord(spelling, at));
}

/**
 * The question's characters with at most three replaced, of the likeliest stretches first.
 *
 * @param question normalised, with what is corrected already
 * @param typed the same before, of the same length
 * @param passages normalised, as one text
 * @param count of the pairs of the question
 */
export function respell(
  { question, typed = question }: { readonly question: string; readonly typed?: string },
  passages: string,
  count: PairCount,
): Respelt {
  const reading = readBeside(question, passages, (at) => question[at] !== typed[at]);
  let characters = reading.characters;
  const settled = new Set<number>();
  if (!reading.isDoubtful.includes(true)) return { characters, settled };
  const spellings = findSpellings(reading, passages)
    .filter((spelling) => isSure(spelling, reading, count))
    .sort((one, other) => other.alike.length - one.alike.length || other.count - one.count);
  for (const { from, text, differing, alike } of spellings) {
    if (differing.some((at) => settled.has(at))) continue;
    const changed = characters.map((own, at) =>
      differing.includes(at) ? (text[at - from] ?? own) : own,
    );
    if (changed.filter((own, at) => own !== typed[at]).length > mostCorrections) continue;
    characters = changed;
    for (const at of [...differing, ...alike]) settled.add(at);
  }
  return { characters, settled };
}
