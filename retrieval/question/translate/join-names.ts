/** Names of two words in pinyin, which stand in Chinese as one: Wang Xiaoming → 王小明. */

import type { CorpusWords } from "./corpus-words.ts";
import { tokensOf } from "./corpus-words.ts";
import type { Dictionary } from "./dictionary.ts";
import type { EnglishWord } from "./english-words.ts";
import { findNames } from "./find-names.ts";
import type { Phrase } from "./split-phrases.ts";

/** A word with a likelier translation keeps it beside the name. */
const unlikely = 0.6;
const shortestName = 2;
/** Two words spell a name less by chance than one. */
const joinedFavour = 0.1;

function isPartOfName({ kind, translation, candidates }: Phrase): boolean {
  if (kind !== "name") return false;
  return translation === undefined || candidates.every(({ likeness }) => likeness < unlikely);
}

/**
 * The phrases with those names put in, family name first or last; their words as phrases of their
 * own are left out where they mean nothing else.
 */
export async function joinNames(
  phrases: readonly Phrase[],
  words: readonly EnglishWord[],
  dictionary: Dictionary,
  corpus: CorpusWords,
): Promise<readonly Phrase[]> {
  const joined: Phrase[] = [];
  const replaced = new Set<number>();
  const alone = new Set(phrases.filter(({ from, to }) => to === from + 1).map(({ from }) => from));
  for (const [at, one] of words.entries()) {
    const other = words[at + 1];
    if (other === undefined || !one.isName || !other.isName) continue;
    if (!alone.has(at) || !alone.has(at + 1)) continue;
    for (const name of [one.text + other.text, other.text + one.text]) {
      const found = await findNames(name, dictionary, corpus);
      const candidates = found
        .filter(({ word }) => word.length >= shortestName)
        .map(({ word, likeness }) => ({ word, likeness: Math.min(1, likeness + joinedFavour) }));
      if (candidates.length === 0) continue;
      await corpus.learn(candidates.flatMap(({ word }) => tokensOf(word)));
      joined.push({ from: at, to: at + 2, kind: "name", candidates });
      replaced.add(at).add(at + 1);
    }
  }
  const kept = phrases.filter(
    (phrase) =>
      !(phrase.to === phrase.from + 1 && replaced.has(phrase.from) && isPartOfName(phrase)),
  );
  return [...kept, ...joined].sort((a, b) => a.from - b.from);
}
