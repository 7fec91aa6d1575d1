/** Reads a Chinese question as one about English text. */

import { pinyin } from "pinyin-pro";
import type { CorpusSnapshot } from "../../corpus-store.ts";
import { normalise } from "../../text/normalise.ts";
import { tagWords } from "../../text/tokens.ts";
import type { Alternative, AnalysedQuestion, Concept, TokenGroup } from "../analyse-question.ts";
import { questionWordPattern, stopWords } from "../stop-words.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { type CorpusWords, createCorpusWords } from "./corpus-words.ts";
import type { Dictionary } from "./dictionary.ts";
import { englishWords } from "./english-words.ts";
import { inflectEnglish } from "./inflect-english.ts";

const mostCandidates = 12;
/** Of one word of a meaning of several. */
const partShare = 0.55;
/** An inflected form may belong to another word. */
const formShare = 0.95;
const pinyinLikeness = 0.9;
/** A family or given name alone. */
const partOfNameLikeness = 0.6;
/** A text that holds a word less like the asked one does not hold the concept. */
const leastLikeness = 0.5;

const latinOrNumber = /^[a-z\d][a-z\d.,-]*$/u;
const hanWord = /^[\u3400-\u9fff]+$/u;
const nameTag = /^n[rstz]/u;
/** 青石县 is Qingshi county. */
const kindOfPlace = /(?<=..)[省市县区镇乡村州]$/u;

/** jieba's tags of words that name or tell something; not those that join or point. */
const contentTag = /^[naijlmqstvz]/u;
const numeral = /^[一二三四五六七八九十百千万亿两几数半]/u;
/** What counts says nothing in English: 多少本书 are books. */
const counting =
  /(?<=多少|几)[个名位座条台件部辆艘架种次届场项支块份本张只头匹株棵套款期篇首片盏家间所](?=[\u3400-\u9fff])/gu;

/** A word of the question that tells something. */
interface Piece {
  readonly word: string;
  readonly isName: boolean;
}

/** Words in reading order; neighbours that the dictionary knows as one are joined. */
function piecesOf(text: string, dictionary: Dictionary): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Piece | undefined;
  for (const { word, tag } of tagWords(text.replace(counting, " "))) {
    const isHan = hanWord.test(word);
    const isContent =
      (isHan && contentTag.test(tag) && !numeral.test(word)) || latinOrNumber.test(word);
    if (!isContent || stopWords.has(word) || questionWordPattern.test(word)) {
      before = undefined;
      continue;
    }
    const joined = before !== undefined && isHan ? before.word + word : word;
    const isOne = joined !== word && dictionary.meanings(joined).length > 0;
    if (isOne) pieces.pop();
    const piece = { word: isOne ? joined : word, isName: nameTag.test(tag) };
    pieces.push(piece);
    before = isHan ? piece : undefined;
  }
  return pieces;
}

/** 王小明 → wang xiaoming, xiaoming; 青石县 → qingshi. */
function spelt(word: string): readonly Alternative[] {
  const syllables = pinyin(word.replace(kindOfPlace, ""), {
    toneType: "none",
    type: "array",
    v: true,
  });
  const [family = "", ...given] = syllables;
  if (given.length === 0) return [];
  return [
    { word: syllables.join(""), likeness: pinyinLikeness },
    { word: given.join(""), likeness: given.length > 1 ? pinyinLikeness : partOfNameLikeness },
    { word: family, likeness: partOfNameLikeness },
  ];
}

function meant(word: string, dictionary: Dictionary): readonly Alternative[] {
  return dictionary.meanings(word).flatMap(({ word: phrase, likeness }) => {
    const words = englishWords(phrase).filter(({ stem }) => stem !== "");
    const share = words.length > 1 ? partShare : 1;
    return words.flatMap(({ text }) =>
      inflectEnglish(text.toLowerCase()).map((form, at) => ({
        word: form,
        likeness: likeness * share * (at === 0 ? 1 : formShare),
      })),
    );
  });
}

function candidatesOf({ word, isName }: Piece, dictionary: Dictionary): readonly Alternative[] {
  if (!hanWord.test(word)) return [{ word, likeness: 1 }];
  const meanings = meant(word, dictionary);
  return isName || meanings.length === 0 ? [...meanings, ...spelt(word)] : meanings;
}

function bestOf(likely: readonly Alternative[], corpus: CorpusWords): readonly Alternative[] {
  const best = new Map<string, number>();
  for (const { word, likeness } of likely) {
    if (corpus.count(word) > 0) best.set(word, Math.max(best.get(word) ?? 0, likeness));
  }
  return [...best]
    .map(([word, likeness]) => ({ word, likeness }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostCandidates);
}

/**
 * The question in words of the corpus. Units are not asked for, since they are read in Chinese only.
 *
 * @param analysed the same question, as it was read without a dictionary
 */
export async function translateChinese(
  { question, context = "" }: AskedQuestion,
  analysed: AnalysedQuestion,
  snapshot: CorpusSnapshot,
  dictionary: Dictionary,
): Promise<AnalysedQuestion> {
  const corpus = createCorpusWords(snapshot);
  const pieces = piecesOf(normalise(`${context} ${question}`), dictionary);
  const likely = pieces.map((piece) => candidatesOf(piece, dictionary));
  await corpus.learn(likely.flat().map(({ word }) => word));
  const attributes = new Set(
    analysed.concepts.filter(({ isAttribute }) => isAttribute).map(({ word }) => word),
  );
  const concepts: Concept[] = [];
  const names: string[] = [];
  const unheldNames: string[] = [];
  const groups: TokenGroup[] = [];
  for (const [at, piece] of pieces.entries()) {
    const candidates = bestOf(likely[at] ?? [], corpus);
    const close = candidates.filter(({ likeness }) => likeness >= leastLikeness);
    // What the corpus lacks is missed.
    const [best = { word: piece.word }, ...alternatives] = close;
    concepts.push({ word: best.word, isAttribute: attributes.has(piece.word), alternatives });
    if (piece.isName) names.push(best.word);
    if (piece.isName && candidates.length === 0) unheldNames.push(piece.word);
    if (candidates.length > 0) {
      groups.push(candidates.map(({ word: token, likeness }) => ({ token, likeness })));
    }
  }
  const tokens = new Set(groups.flat().map(({ token }) => token));
  return {
    ...analysed,
    text: concepts.map(({ word }) => word).join(" "),
    unit: undefined,
    concepts,
    bigrams: [],
    names,
    unheldNames,
    numbers: analysed.numbers.filter((number) => /^\d/u.test(number)),
    around: [],
    asksWho: false,
    tokens: [...tokens],
    tokenGroups: groups,
  };
}
