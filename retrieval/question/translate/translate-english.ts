/** Reads an English question as one about Chinese text. */

import { hasHan } from "../../../corpus/text/characters.ts";
import type { CorpusSnapshot } from "../../corpus-store.ts";
import type { AnalysedQuestion, Concept } from "../analyse-question.ts";
import { stopWords } from "../stop-words.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { type CorpusWords, createCorpusWords, tokenOf, tokensOf } from "./corpus-words.ts";
import { countedUnit } from "./counted-unit.ts";
import type { Dictionary } from "./dictionary.ts";
import { readEnglish } from "./read-english.ts";
import { toGroup, translateText } from "./translate-text.ts";

const year = /^(?:1[5-9]|20)\d\d$/u;
/** 150,000 stands as 15万. */
const groupedNumber = /\d{1,3}(?:,\d{3})+/gu;

/** Of two that say the same the later is kept: it may be what is asked. */
function eachOnce(concepts: readonly Concept[]): readonly Concept[] {
  return [...new Map(concepts.map((concept) => [concept.word, concept])).values()];
}

/** A character of its own says many things. */
const characterLikeness = 0.6;

/** What is asked in words of the corpus; undefined where the asking says nothing of it or the corpus lacks it. */
async function askedAttribute(
  words: readonly string[],
  corpus: CorpusWords,
): Promise<Concept | undefined> {
  await corpus.learn(words.flatMap(tokensOf));
  const [best, ...others] = words.filter((word) => tokenOf(word, corpus) !== undefined);
  if (best === undefined) return undefined;
  const alternatives = others.map((word) => ({
    word,
    likeness: word.length > 1 ? 1 : characterLikeness,
  }));
  return { word: best, isAttribute: true, alternatives };
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/**
 * The question in words of the corpus: `text`, `concepts` with alternatives, `tokens` in groups. The
 * context adds to the subject, and says what is asked only where the question itself does not.
 *
 * @param analysed the same question, as it was read without a dictionary
 */
export async function translateEnglish(
  { question, context = "" }: AskedQuestion,
  analysed: AnalysedQuestion,
  snapshot: CorpusSnapshot,
  dictionary: Dictionary,
): Promise<AnalysedQuestion> {
  const corpus = createCorpusWords(snapshot);
  const own = readEnglish(question);
  const before = readEnglish(context);
  const asking = own.asking ?? before.asking;
  const isReplaced = (text: string): boolean => analysed.years.length > 0 && year.test(text);
  const earlier = {
    words: before.words.map((word) =>
      isReplaced(word.text) ? { ...word, text: "", isNumber: false } : word,
    ),
    attributes: own.asking === undefined ? before.attributes : new Set<number>(),
  };
  // Han words of an English question stand for themselves.
  const written = analysed.concepts.filter(({ word }) => hasHan(word) && !stopWords.has(word));
  await corpus.learn(written.flatMap(({ word }) => tokensOf(word)));
  const texts = [
    await translateText(earlier, dictionary, corpus),
    await translateText(own, dictionary, corpus),
  ];

  const attribute = await askedAttribute(asking?.attribute ?? [], corpus);
  const added = attribute === undefined ? written : [...written, attribute];
  const concepts = eachOnce([...texts.flatMap((text) => text.concepts), ...added]);
  const groups = [
    ...texts.flatMap((text) => text.groups),
    ...added.map(({ word, alternatives = [] }) =>
      toGroup([{ word, likeness: 1 }, ...alternatives], corpus),
    ),
  ];
  const attributes = texts.flatMap((text) => text.attributes);
  return {
    ...analysed,
    text: concepts.map(({ word }) => (year.test(word) ? `${word}年` : word)).join(" "),
    type: asking?.type ?? analysed.type,
    unit: asking?.counts === true ? countedUnit(attributes, dictionary) : asking?.unit,
    concepts,
    bigrams: unique(texts.flatMap(({ pairs }) => pairs)),
    names: unique(texts.flatMap(({ names }) => names)),
    numbers: unique(question.replace(groupedNumber, " ").match(/\d+/gu) ?? []),
    unheldNames: unique(texts.flatMap((text) => text.unheldNames)),
    // A verb may well be told in other words; a thing that is counted has its name.
    unheldCounted:
      asking?.counts === true ? unique(texts.flatMap((text) => text.unheldAttributes)) : [],
    around: [],
    // The role asked for is read too roughly to refuse for want of it.
    asksWho: false,
    tokens: unique(groups.flat().map(({ token }) => token)),
    tokenGroups: groups,
  };
}
