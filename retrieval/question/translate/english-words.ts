/** Cuts English into words, as question and dictionary compare them. */

import { stemEnglish } from "./stem-english.ts";

export interface EnglishWord {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Where it stands in the text, from 0. */
  readonly start: number;
  /** Empty for a number, and for a word that says nothing by itself. */
  readonly stem: string;
  /** In digits: 2021, 150,000, 19th. */
  readonly isNumber: boolean;
  /** Written with a capital or a digit: Nanchang, LED, 5G. */
  readonly isName: boolean;
}

const wordPattern =
  /\d+(?:st|nd|rd|th)\b|\d[\d.,]*\d|[\p{Script=Latin}\d]+(?:['’][\p{Script=Latin}]+)*/giu;
const possessive = /['’]s?$/u;
const numberPattern = /^\d[\d.,]*(?:st|nd|rd|th)?$/iu;
const namePattern = /^\p{Lu}|\d/u;
const marks = /\p{M}/gu;

const emptyWords: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at for by with from and or as is are be am been being was were it its that this these those " +
    "which who whom whose what when where how why do does did done has have had having will would can could shall " +
    "should may might must not no sth sb esp etc also used usu lit fig cl eg ie into out up down off over under about " +
    "than then there their his her him he she they them we us our you your i me my so such per via all any some each " +
    "both between among during before after if but only own too very just while since until through because s t re " +
    "please tell"
  ).split(" "),
);

/** A dictionary repeats its words, and a question asks for few new ones. */
const stems = new Map<string, string>();
const mostStems = 100_000;

function stemOf(text: string): string {
  const known = stems.get(text);
  if (known !== undefined) return known;
  const word = text.normalize("NFKD").replace(marks, "").toLowerCase();
  const stem = emptyWords.has(word) || numberPattern.test(word) ? "" : stemEnglish(word);
  if (stems.size >= mostStems) stems.clear();
  stems.set(text, stem);
  return stem;
}

/** Words and numbers in reading order; those joined by a hyphen one by one. */
export function englishWords(text: string): readonly EnglishWord[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const word = match[0].replace(possessive, "");
    return {
      text: word,
      start: match.index,
      stem: stemOf(word),
      isNumber: numberPattern.test(word),
      isName: namePattern.test(word) && !numberPattern.test(word),
    };
  });
}

/** What a phrase is looked up by: the stems of its words that mean something, joined by blanks. */
export function phraseKey(words: readonly EnglishWord[]): string {
  return words
    .map(({ stem }) => stem)
    .filter((stem) => stem !== "")
    .join(" ");
}
