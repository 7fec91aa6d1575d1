/** Reads an English question as one about Chinese text. */

import { hasHan } from "../../../corpus/text/characters.ts";
import type { CorpusSnapshot } from "../../corpus-store.ts";
import type { AnalysedQuestion, Concept } from "../analyse-question.ts";
import { stopWords } from "../stop-words.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { createCorpusWords, tokensOf } from "./corpus-words.ts";
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

  const concepts = eachOnce([...texts.flatMap((text) => text.concepts), ...written]);
  const groups = [
    ...texts.flatMap((text) => text.groups),
    ...written.map(({ word }) => toGroup([{ word, likeness: 1 }], corpus)),
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
