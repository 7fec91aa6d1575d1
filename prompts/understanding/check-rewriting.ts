/** Holds a rewritten question against the chat: it may say nothing new, and must keep what was asked. */

import type { Turn } from "../answering/answer.ts";
import { stopWords, questionWordPattern } from "../../retrieval/question/stop-words.ts";
import { normalise } from "../../retrieval/text/normalise.ts";
import { tagWords } from "../../retrieval/text/tokens.ts";
import { possiblePersons } from "../verification/names/chinese-names.ts";
import { addressesWriter } from "../writing/addresses-writer.ts";
import { isChinese } from "./question-words.ts";
import { isRelational } from "./relational-words.ts";
import { longestRewriting } from "./rewriting-prompt.ts";
import { standingOf } from "./standing-of.ts";

/** Why a rewriting is not used. */
export type RewritingFault =
  /** Empty, several lines, too long, an address, or words to the machine. */
  | "form"
  | "language"
  /** A figure or name that nobody said. */
  | "new"
  /** A figure or name of the question that is gone. */
  | "lost"
  /** It continues as much as before. */
  | "unfinished";

const figure =
  /\d+(?:[.,:]\d+)*|第?[一二三四五六七八九十百千万亿两]{2,}|第[一二三四五六七八九十]/gu;
const nameTag = /^(?:n|j|x|eng|s|zg|i|l)/u;
const address = /https?:|www\.|@|[\r\n<>{}]/u;
const latin = /\p{Script=Latin}[\p{Script=Latin}\d-]*/gu;
/** Of an English word, by which its forms are alike. */
const stem = 4;

function figuresIn(text: string): readonly string[] {
  return text.match(figure) ?? [];
}

/** Words that name something, normalised. */
function namesIn(text: string): readonly string[] {
  const plain = normalise(text);
  const words = tagWords(plain).filter(
    ({ word, tag }) =>
      nameTag.test(tag) &&
      /^\p{Script=Han}{2,}$/u.test(word) &&
      !stopWords.has(word) &&
      !questionWordPattern.test(word) &&
      !isRelational(word),
  );
  return [...words.map(({ word }) => word), ...possiblePersons(plain)];
}

/** Telling English words by their stem. */
function stemsIn(text: string): readonly string[] {
  const words = normalise(text).match(latin) ?? [];
  return words
    .map((word) => word.replace(/'s$/u, ""))
    .filter((word) => word.length > 1 && !stopWords.has(word) && !isRelational(word))
    .map((word) => word.slice(0, stem));
}

function said(text: string): readonly string[] {
  return [...figuresIn(normalise(text)), ...namesIn(text), ...stemsIn(text)];
}

/** Not as a part of another number: 20 in 2023. */
function holds(text: string, word: string): boolean {
  if (!/^\d/u.test(word)) return text.includes(word);
  return new RegExp(`(?<![\\d.])${word.replaceAll(".", String.raw`\.`)}(?![\\d.]?\\d)`, "u").test(
    text,
  );
}

/** @returns undefined where nothing is wrong with it */
export function checkRewriting(
  rewritten: string,
  question: string,
  history: readonly Turn[],
): RewritingFault | undefined {
  const isOneLine = rewritten !== "" && rewritten.length <= longestRewriting;
  if (!isOneLine || address.test(rewritten) || addressesWriter(rewritten)) return "form";
  if (isChinese(rewritten) !== isChinese(question)) return "language";
  const known = normalise([...history.map(([, text]) => text), question].join("\n"));
  if (said(rewritten).some((word) => !holds(known, word))) return "new";
  const now = normalise(rewritten);
  const kept = [...figuresIn(normalise(question)), ...namesIn(question)];
  if (kept.some((word) => !holds(now, word) && !pointsOnly(word))) return "lost";
  return rewritten !== question && standingOf(rewritten) === "continues" ? "unfinished" : undefined;
}

/** 这座 and 该校 go when what they point to is named. */
function pointsOnly(word: string): boolean {
  return /^[这那该此其]/u.test(word);
}
