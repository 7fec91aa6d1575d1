/** Reads a question once: what it is about, what it asks for, and in which unit or year. */

import { askingWord, questionWordPattern, stopWords } from "./stop-words.ts";
import { type AskedUnit, askedUnit } from "./asked-unit.ts";
import { type QuestionType, questionType } from "./question-type.ts";
import { normalise } from "../text/normalise.ts";
import {
  bagOfTokens,
  bigrams,
  bigramToken,
  searchWords,
  type TaggedWord,
  tagWords,
} from "../text/tokens.ts";

/** A content word of the question. */
export interface Concept {
  readonly word: string;
  /** Says what is asked of the subject: 面积 in 社区店面积多大. Else it belongs to the subject. */
  readonly isAttribute: boolean;
  /** Other words for the same, best first: a text holds the concept where it holds any of them. */
  readonly alternatives?: readonly Alternative[];
}

/** A word that may stand for another. */
export interface Alternative {
  readonly word: string;
  /** How well it says the same, 0…1. */
  readonly likeness: number;
}

/** Tokens that stand for one phrase of the question; the best that a text holds counts. */
export type TokenGroup = readonly { readonly token: string; readonly likeness: number }[];

export interface AnalysedQuestion {
  /** Normalised, without the context; where it is translated, in words of the corpus with it. */
  readonly text: string;
  readonly language: "zh" | "en";
  readonly type: QuestionType;
  readonly unit: AskedUnit | undefined;
  /** Content words of question and context, each once. Never empty unless the text has no word. */
  readonly concepts: readonly Concept[];
  /** Han bigrams and Latin runs that are not part of the asking, each once. */
  readonly bigrams: readonly string[];
  /** Named things: people, places, organisations, Latin words, numbers. */
  readonly names: readonly string[];
  /** Names as written that the corpus holds in no translation; only of a translated question. */
  readonly unheldNames?: readonly string[];
  /** The same of what it counts: *tram* in how many tram lines there are. */
  readonly unheldCounted?: readonly string[];
  /** Digit runs and Latin words that an answer should repeat. */
  readonly numbers: readonly string[];
  /** Four-digit years. */
  readonly years: readonly string[];
  /** Two characters before and after the question word: what the answer stands between. */
  readonly around: readonly string[];
  /** Whether it asks for a person by 谁, 哪位 or a name. */
  readonly asksWho: boolean;
  /** Bag of tokens for the full text, each once. */
  readonly tokens: readonly string[];
  /** The tokens by what they stand for; present where the question is translated. */
  readonly tokenGroups?: readonly TokenGroup[];
}

const attributeReach = 5;
const attributeWordsPerSide = 2;
const askingBigram = /多少|什么|哪|谁|怎|如何|为何/u;
const contentTag = /^(?:n(?![rst])|v(?!d|x)|a|vn|l|i|j|eng)/u;
/** Say little of what is asked: 有 in 有多少家, 新任 in 新任市长是谁. */
const lightWord = /^(?:有|是|达|达到|共|为|包括|进行|获得|新任|现任|时任|首任|前任)$/u;
const nameTags = new Set(["eng", "nz", "nrt", "nrfg", "j", "i", "l"]);
const placeOrPersonTag = /^n[rst]/u;
const digit = /\d/u;
const yearPattern = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu;
const contextYear = new RegExp(`${yearPattern.source}年?`, "gu");
const aroundPattern =
  /([\u4e00-\u9fff]{2,4})?(?:是|为|有|叫)?(?:多少|什么|哪|谁|几)([\u4e00-\u9fff]{0,4})/u;
const aroundLength = 2;

function languageOf(text: string): "zh" | "en" {
  const latin = text.match(/[a-z]/gu)?.length ?? 0;
  const han = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return latin > 2 * han ? "en" : "zh";
}

function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

/** Content words nearest to the question word, two on each side within five pieces. */
function attributeWords(text: string, pieces: readonly TaggedWord[]): ReadonlySet<string> {
  const isContent = ({ word, tag }: TaggedWord): boolean =>
    contentTag.test(tag) && !stopWords.has(word) && word.trim() !== "" && !lightWord.test(word);
  const asksAt = questionWordPattern.exec(text)?.index ?? text.length;
  let reached = 0;
  let asking = pieces.findIndex(({ word }) => {
    reached += word.length;
    return reached > asksAt;
  });
  if (asking < 0) asking = pieces.length;
  const before = pieces
    .slice(Math.max(0, asking - attributeReach), asking)
    .filter(isContent)
    .slice(-attributeWordsPerSide);
  const after = pieces
    .slice(asking)
    .filter((piece) => isContent(piece) && !questionWordPattern.test(piece.word))
    .slice(0, attributeWordsPerSide);
  return new Set([...before, ...after].flatMap(({ word }) => [word, ...searchWords(word)]));
}

function namesIn(pieces: readonly TaggedWord[]): string[] {
  return pieces
    .filter(
      ({ word, tag }) =>
        (nameTags.has(tag) || placeOrPersonTag.test(tag) || digit.test(word)) &&
        word.trim() !== "" &&
        !stopWords.has(word.trim()),
    )
    .map(({ word }) => word.trim());
}

function wordsAround(text: string): string[] {
  const match = aroundPattern.exec(text);
  if (match === null) return [];
  const before = match[1] ?? "";
  const after = match[2] ?? "";
  return [
    before.slice(-aroundLength),
    after.slice(-aroundLength),
    after.slice(0, aroundLength),
  ].filter((piece) => piece.length === aroundLength);
}

/** What an earlier question adds: its subject, without its asking and without a year now replaced. */
function subjectOf(context: string, hasOwnYear: boolean): string {
  const subject = context.replace(new RegExp(questionWordPattern.source, "gu"), " ");
  return hasOwnYear ? subject.replace(contextYear, " ") : subject;
}

/**
 * Reads a question, and with it what an earlier turn was about. The context adds to the subject. It
 * says what is asked only where the question itself does not: 那2023年呢？
 *
 * @param question as asked
 * @param context the earlier question it continues
 */
export function analyseQuestion(question: string, context = ""): AnalysedQuestion {
  const text = normalise(question);
  const language = languageOf(text);
  const isChinese = language === "zh";
  const years = unique(text.match(yearPattern) ?? []);
  const earlier = normalise(context);
  const before = subjectOf(earlier, years.length > 0);
  const whole = before === "" ? text : `${before} ${text}`;

  const ownType = questionType(text, language);
  const asksItself = ownType !== "other" || questionWordPattern.test(text) || earlier === "";
  const asking = asksItself ? text : earlier;
  const type = asksItself ? ownType : questionType(earlier, languageOf(earlier));
  const pieces = tagWords(text);
  const attributes = isChinese ? attributeWords(asking, tagWords(asking)) : new Set<string>();

  const contentWords = unique(searchWords(whole)).filter(
    (word) => !stopWords.has(word) && !askingWord.test(word),
  );
  const words = contentWords.length > 0 ? contentWords : unique(searchWords(whole));
  return {
    text,
    language,
    type,
    unit: isChinese ? askedUnit(asking, type) : undefined,
    concepts: words.map((word) => ({ word, isAttribute: attributes.has(word) })),
    bigrams: unique(bigrams(whole)).filter(
      (bigram) => !stopWords.has(bigram) && !askingBigram.test(bigram),
    ),
    names: unique([...namesIn(pieces), ...(before === "" ? [] : namesIn(tagWords(before)))]),
    numbers: unique([
      ...(text.match(/\d+/gu) ?? []),
      ...(isChinese ? (text.match(/[a-z]{2,}/gu) ?? []) : []),
    ]),
    years,
    around: isChinese ? wordsAround(asking) : [],
    asksWho: /谁|叫什么名字|哪位/u.test(asking),
    tokens: unique(bagOfTokens(whole)),
  };
}

/** The concept's word and its alternatives, best first. */
export function wordsOfConcept({ word, alternatives = [] }: Concept): readonly string[] {
  return [word, ...alternatives.map((alternative) => alternative.word)];
}

/** Every token whose frequency the ranking will ask for. */
export function tokensOfInterest(question: AnalysedQuestion): string[] {
  return unique([
    ...question.tokens,
    ...question.concepts.flatMap(wordsOfConcept),
    ...question.bigrams.map(bigramToken),
  ]);
}
