/** Tells whether the best sentences speak of another place or organisation than the question. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import { stopWords } from "../question/stop-words.ts";
import type { RankedSentence } from "../ranking/rank-sentences.ts";
import { normalise } from "../text/normalise.ts";
import { searchWords, tagWords } from "../text/tokens.ts";

const lookedAt = 3;
const subjectTag = /^n[st]$/u;
const partOfName = /^(?:n|x|j|zg|l|i)/u;
/** Tagged as places, but no names; or so wide that a text seldom says them. */
const noSubject =
  /^(?:中国|我国|全国|本市|本省|世界|全球|国际|国内|城市|国家|地区|地方|两国|各国|东西|什么地方|哪里|当地|附近|海域|大洋)$/u;
/** 江西省 is held by a text that says 江西, and 南昌市 by one that says 南昌. */
const rank = /(?<=.{2})(?:省|市|县|区|州|镇|乡|村|自治区|特别行政区)$/u;
const owner = /\p{Script=Han}{2,10}(?:省|市|县|区|镇|乡|村|园|公司|集团|大学|学院|学校|医院)的?$/u;
const shortest = 2;

/** 最新进展 is tagged as an organisation, and shapes the asking only. */
function isOfStopWords(word: string): boolean {
  let rest = word;
  for (const part of searchWords(word)) if (stopWords.has(part)) rest = rest.replace(part, "");
  return rest === "";
}

/**
 * Places and organisations that the question names, without their rank. Where one is the first part of a
 * longer name, 南昌 of 南昌高新区, the rest is name enough: texts leave out where all they tell of is.
 */
function subjectsOf({ text }: AnalysedQuestion): readonly string[] {
  const pieces = tagWords(text);
  return pieces
    .filter(({ word, tag }) => subjectTag.test(tag) && word.length >= shortest)
    .filter(({ word }) => !noSubject.test(word) && !/哪|什么|几/u.test(word))
    .filter(({ word }) => !isOfStopWords(word))
    .filter((piece) => !partOfName.test(pieces[pieces.indexOf(piece) + 1]?.tag ?? ""))
    .map(({ word }) => word.replace(rank, ""));
}

/** The sentence with its neighbours, title and section, normalised. */
export function surroundings({ sentence, passage: { chunk }, position }: RankedSentence): string {
  const from = Math.max(0, position - 1);
  const neighbours = chunk.sentences.slice(from, position + 2).map(({ text }) => text);
  const before = position === 0 ? chunk.before : undefined;
  return normalise([chunk.title, sentence.section, before, ...neighbours].join(" "));
}

/** 南昌高新区 in 南昌高新区的生产总值: whose attribute the sentence states. */
function ownerOf(text: string, attribute: string): string | undefined {
  const at = text.indexOf(attribute);
  return at < 0 ? undefined : owner.exec(text.slice(0, at))?.[0];
}

/** Whether the best sentence states the amount asked for of another place than the question. */
function speaksOfAnother(
  { concepts, type, unit }: AnalysedQuestion,
  subject: string,
  best: RankedSentence,
): boolean {
  if (type !== "amount" && unit === undefined) return false;
  const text = normalise(best.sentence.text);
  if (text.includes(subject)) return false;
  return concepts
    .filter(({ isAttribute, word }) => isAttribute && word.length >= shortest)
    .some(({ word }) => ownerOf(text, word)?.includes(subject) === false);
}

/**
 * The first place or organisation of the question that none of the best sentences names, nor its
 * neighbours, title or section, or that the very best speaks of another one instead; undefined where
 * there is none.
 *
 * @param sentences best first
 */
export function lacksSubject(
  question: AnalysedQuestion,
  sentences: readonly RankedSentence[],
): string | undefined {
  if (question.language !== "zh") return undefined;
  const subjects = subjectsOf(question);
  if (subjects.length === 0) return undefined;
  const texts = sentences.slice(0, lookedAt).map(surroundings);
  const [best] = sentences;
  return subjects.find(
    (subject) =>
      !texts.some((text) => text.includes(subject)) ||
      (best !== undefined && speaksOfAnother(question, subject, best)),
  );
}
