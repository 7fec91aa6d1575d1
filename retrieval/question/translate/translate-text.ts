/** The words of an English text as concepts and tokens that the corpus holds. */

import { bigramToken } from "../../text/tokens.ts";
import type { Alternative, Concept, TokenGroup } from "../analyse-question.ts";
import { type CorpusWords, tokenOf } from "./corpus-words.ts";
import type { Dictionary } from "./dictionary.ts";
import type { EnglishWord } from "./english-words.ts";
import { joinNames } from "./join-names.ts";
import { joinNeighbours } from "./join-neighbours.ts";
import type { EnglishText } from "./read-english.ts";
import { type Phrase, splitPhrases } from "./split-phrases.ts";

/** A text that holds a word less like the asked one does not hold the concept. */
const leastLikeness = 0.5;
/** The thing counted may have a less likely name. */
const leastCountedLikeness = 0.3;

export interface TranslatedText {
  readonly concepts: readonly Concept[];
  readonly groups: readonly TokenGroup[];
  /** Two characters each, where the translations of neighbours meet in the corpus too. */
  readonly pairs: readonly string[];
  readonly names: readonly string[];
  /** Names, as written, that the dictionary knows and the corpus does not hold. */
  readonly unheldNames: readonly string[];
  /** What is asked of the subject, as written, that the dictionary knows and the corpus does not hold. */
  readonly unheldAttributes: readonly string[];
  /** Chinese words for what is asked of the subject: where it asks how many, for what is counted. */
  readonly attributes: readonly string[];
}

/** Tokens of those words that the corpus holds. */
export function toGroup(words: readonly Alternative[], corpus: CorpusWords): TokenGroup {
  return words.flatMap(({ word, likeness }) => {
    const token = tokenOf(word, corpus);
    return token === undefined ? [] : [{ token, likeness }];
  });
}

function writtenAs({ from, to }: Phrase, words: readonly EnglishWord[]): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

function toConcept(
  phrase: Phrase,
  words: readonly EnglishWord[],
  isAttribute: boolean,
): Concept | undefined {
  const likely = phrase.candidates.filter(({ likeness }) => likeness >= leastLikeness);
  const [best, ...alternatives] = likely.length > 0 ? likely : phrase.candidates.slice(0, 1);
  if (best !== undefined) return { word: best.word, isAttribute, alternatives };
  // What the corpus lacks is missed, unless nobody knows what it is.
  const written = phrase.kind === "name" ? writtenAs(phrase, words).toLowerCase() : undefined;
  const word = phrase.translation ?? written;
  return word === undefined ? undefined : { word, isAttribute, alternatives: [] };
}

/**
 * 1. Cuts the text into phrases, the longest first.
 * 2. Puts in the names of two words.
 * 3. Looks which translations stand side by side.
 */
export async function translateText(
  { words, attributes }: Pick<EnglishText, "words" | "attributes">,
  dictionary: Dictionary,
  corpus: CorpusWords,
): Promise<TranslatedText> {
  const split = await splitPhrases(words, dictionary, corpus);
  const named = await joinNames(split, words, dictionary, corpus);
  const { phrases, joints } = await joinNeighbours(named, words, corpus);

  const isAttribute = ({ from, to, kind }: Phrase): boolean =>
    kind !== "number" && [...attributes].some((at) => at >= from && at < to);
  const written = (phrase: Phrase): string => writtenAs(phrase, words);
  const unheld = phrases.filter(
    ({ candidates, translation }) => candidates.length === 0 && translation !== undefined,
  );
  const groups = [
    ...phrases.map(({ candidates }) => toGroup(candidates, corpus)),
    ...joints.map((list) =>
      list.map(({ pair, likeness }) => ({ token: bigramToken(pair), likeness })),
    ),
  ];
  return {
    concepts: phrases.flatMap((phrase) => toConcept(phrase, words, isAttribute(phrase)) ?? []),
    groups: groups.filter((group) => group.length > 0),
    pairs: joints.flatMap(([best]) => best?.pair ?? []),
    names: phrases.flatMap((phrase) => {
      const word = phrase.kind === "name" ? toConcept(phrase, words, false)?.word : undefined;
      return word === undefined ? [] : [word];
    }),
    unheldNames: unheld.filter(({ kind }) => kind === "name").map(written),
    unheldAttributes: unheld.filter(isAttribute).map(written),
    attributes: phrases
      .filter(isAttribute)
      .flatMap(({ candidates }) => candidates)
      .filter(({ likeness }) => likeness >= leastCountedLikeness)
      .map(({ word }) => word),
  };
}
