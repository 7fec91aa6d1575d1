/** Tells whether what two sentences say in each other's place are values that exclude each other. */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import type { TaggedWord } from "../../../retrieval/text/tokens.ts";
import type { Replacement } from "./compare-sentences.ts";

/** Letters of a value; longer stretches are other matter. */
const longestValue = 12;
const figure = /^(?:达到?|为|约|近|超过?|共|量)?(\d+(?:\.\d+)?)([\p{Script=Han}%‰]{0,4})$/u;
const onlyDate = /^\d+(?:[年月]\d+)*[年月日号]?$/u;
const unitBegins = /^[\p{L}%‰]/u;
const dateUnit = /[年月日号时点]|世纪/u;
const pause = /[。！？；，、!?;:：]|\.{2,}/u;
/** Figures that differ by less were rounded. */
const rounding = 0.005;
const likeBeginning = 3;
const unknownName = /^\p{Script=Han}{2,}$/u;
type NameType = "person" | "place" | "other";
/** Tags of what answers: teams win as people do. */
const kindTags: Readonly<Record<NameType, RegExp>> = {
  person: /^n[rt]|^x/u,
  place: /^n[st]/u,
  other: /^n[rstz]|^x/u,
};
/** Verbs, prepositions, pronouns and conjunctions make a phrase or a list, no name. */
const phraseTag = /^[vprc]/u;
/** A Han word that the segmenter does not know is mostly a name, or a piece of one. */
const unknownTag = "x";
const numeralTag = "m";
/** Names a line or a model; in lower case, as normalised. */
const code = /^(?=.*\d)(?=.*[a-z])[a-z\d-]+$/u;
const nounTag = /^(?:n|x|j|zg|s)/u;
const han = /\p{Script=Han}/u;
const nameTag = /^n[rstz]/u;

export function textOf(words: readonly TaggedWord[]): string {
  return words
    .map(({ word }) => word)
    .join("")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%‰》]+$/gu, "");
}

/** What is behind the figure in both is its unit. */
function areDates({ here, there, next }: Replacement): boolean {
  const [one, other] = [textOf(here), textOf(there)];
  return onlyDate.test(one) && onlyDate.test(other) && dateUnit.test(one + next.charAt(0));
}

function areFigures(replacement: Replacement): boolean {
  if (areDates(replacement)) return false;
  const [here, there] = [replacement.here, replacement.there].map((words) =>
    figure.exec(textOf(words)),
  );
  if (!here || !there || here[2] !== there[2]) return false;
  const [a, b] = [Number(here[1]), Number(there[1])];
  if (Math.abs(a - b) <= rounding * Math.max(a, b)) return false;
  return here[2] !== "" || unitBegins.test(replacement.next);
}

/** 澳网 and 澳大利亚网球公开赛. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function areNames(type: NameType, { here, there }: Replacement): boolean {
  const [one, other] = [textOf(here), textOf(there)];
  if (one.length < 2 || other.length < 2 || /\d/u.test(one + other)) return false;
  if (isShortFor(one, other) || isShortFor(other, one)) return false;
  // 阿尔巴尼斯 and 阿尔巴内塞: one name, written by ear.
  if (one.slice(0, likeBeginning) === other.slice(0, likeBeginning)) return false;
  const values = [here, there];
  // A person's name that the segmenter does not know may fall into any words: 是 枝裕 和.
  if (type !== "person" && values.some((words) => words.some(({ tag }) => phraseTag.test(tag)))) {
    return false;
  }
  return values.every(isNamed) && values.some((words) => isOfKind(type, words));
}

/** 西班牙队 may be tagged as one thing and 葡萄牙队 as another. */
function isNamed(words: readonly TaggedWord[]): boolean {
  return words.some(
    ({ word, tag }) => nameTag.test(tag) || (tag === unknownTag && unknownName.test(word)),
  );
}

function isOfKind(type: NameType, words: readonly TaggedWord[]): boolean {
  return words.some(({ tag }) => kindTags[type].test(tag));
}

/** Whether both are values of the kind that the question asks for, and not the same. */
export function areDifferingValues(
  { type, unit }: AnalysedQuestion,
  replacement: Replacement,
): boolean {
  const texts = [textOf(replacement.here), textOf(replacement.there)];
  if (texts.some((text) => text.length > longestValue || pause.test(text))) return false;
  if (type === "date") return areDates(replacement);
  if (type === "amount" || unit !== undefined) return areFigures(replacement);
  if (type === "person" || type === "place") return areNames(type, replacement);
  return type === "other" && (areFigures(replacement) || areNames(type, replacement));
}

/** 八数字推盘 and 十五数字推盘, 32B线 and 32M线. */
function areOtherNumbers({ here, there }: Replacement): boolean {
  return [here, there].every((words) =>
    words.some(({ word, tag }) => tag === numeralTag || code.test(word)),
  );
}

/** Whether nouns or numerals stand in each other's place: another county, another fish, a third one. */
export function areOtherThings(replacement: Replacement): boolean {
  const { here, there } = replacement;
  if (areOtherNumbers(replacement)) return true;
  const [one, other] = [here, there].map((words) =>
    words
      .filter(({ word, tag }) => nounTag.test(tag) && han.test(word))
      .map(({ word }) => word)
      .join(""),
  );
  if (!one || !other || Math.max(one.length, other.length) < 2) return false;
  return !isShortFor(one, other) && !isShortFor(other, one);
}

/** People, places, organisations and works that a sentence names. */
export function namesIn(words: readonly TaggedWord[]): readonly string[] {
  return words
    .filter(({ word, tag }) => nameTag.test(tag) && word.length > 1)
    .map(({ word }) => word);
}
