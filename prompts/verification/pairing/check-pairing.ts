/** Catches a right figure at the wrong thing: of `甲3人，乙5人`, `甲5人`. */

import { figureRule } from "../figures/figure-rules.ts";
import { bare, dimensionsAgree } from "../figures/units.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import type { AnchoredFigure } from "./anchored-figure.ts";
import { anchorFigures } from "./anchors.ts";
import { thinWords } from "./thin-words.ts";

type Words = ReadonlySet<string>;

const countingMark = /^[一二三四五六七八九十甲乙丙丁\d]+\p{Script=Han}+$|^[上下]半年$/u;

const isHan = /^\p{Script=Han}{4}$/u;
/** Share of the words of the other that must be said; one of many may have been drawn in. */
const enoughOfOther = 0.5;
const hasHan = /\p{Script=Han}/u;
const leastPhrase = 4;
const leastMore = 2;

/** Whether one figure could stand in the place of the other. */
function compete(one: string, other: string): boolean {
  const isBare = one === bare || other === bare;
  return one === other || (isBare && dimensionsAgree(one, other));
}

/** Whether one of the words says the same at another length: 小学 and 小学校, 2024 and 2024-05. */
function holds(words: Words, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < 2) return false;
  return [...words].some((one) => one.length > 1 && (one.includes(word) || word.includes(one)));
}

function without(words: Words, others: Words): readonly string[] {
  return [...words].filter((word) => !thinWords.has(word) && !holds(others, word));
}

/**
 * Whether `said` has words that only `other` has, and none that only `own` has.
 *
 * @param shared words of the subject, which both have
 */
function leansToOther(said: Words, own: Words, other: Words, shared: Words): boolean {
  const ownWords = without(own, other);
  const otherWords = without(other, new Set([...own, ...shared]));
  return (
    ownWords.length > 0 &&
    otherWords.filter((word) => holds(said, word)).length >= otherWords.length * enoughOfOther &&
    otherWords.length > 0 &&
    !ownWords.some((word) => holds(said, word))
  );
}

/** Whether what is measured is the other's: `净利润` at the figure of the revenue. */
function takesAttribute(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  return (
    own.attribute.size > 0 &&
    without(other.attribute, own.own).some((word) => said.attribute.has(word)) &&
    ![...own.attribute].some((word) => holds(said.own, word))
  );
}

/** Counting words of one kind, one of them said and the other not: 二期 at the figure of 一期. */
function takesMark(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  return [...other.own].some(
    (mark) =>
      countingMark.test(mark) &&
      said.own.has(mark) &&
      !own.own.has(mark) &&
      [...own.own].some(
        (one) => countingMark.test(one) && one.at(-1) === mark.at(-1) && !said.own.has(one),
      ),
  );
}

/** All words of the other and not the first of its own: 安慰剂组 at the figure of the 试验组. */
function takesThing(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  const [first] = own.own;
  const telling = without(other.own, own.own);
  return (
    first !== undefined &&
    said.figure.dimension !== "clock" &&
    telling.length > 0 &&
    [...own.attribute].some((word) => said.own.has(word)) &&
    !thinWords.has(first) &&
    !holds(other.own, first) &&
    !holds(said.full, first) &&
    without(other.own, new Set()).every((word) => said.own.has(word))
  );
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

/** Whether what stands right before the figure is the other's: `规模以上企业` at the figure of all. */
function takesPhrase(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  if (!isHan.test(said.phrase.slice(-leastPhrase))) return false;
  const thing = own.phrase.replace(/^.*其中/u, "").slice(-leastPhrase);
  if (thing.length === leastPhrase && said.phrase.includes(thing)) return false;
  const shared = commonEnd(said.phrase, other.phrase);
  return shared >= leastPhrase && shared >= commonEnd(said.phrase, own.phrase) + leastMore;
}

/** Whether the figure has Chinese words of its own, or tells a change of the one before. */
function isTelling({ own, isChange }: AnchoredFigure): boolean {
  return isChange || [...own].some((word) => !thinWords.has(word) && hasHan.test(word));
}

function isMispaired(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  return (
    leansToOther(said.own, own.own, other.own, own.full) ||
    (isTelling(said) && leansToOther(said.full, own.full, other.full, own.full)) ||
    takesAttribute(said, own, other) ||
    takesMark(said, own, other) ||
    takesPhrase(said, own, other) ||
    takesThing(said, own, other) ||
    leansToOther(said.since, own.since, other.since, own.full)
  );
}

export function checkPairing(statement: ReadText, cited: CitedText): Finding {
  const known = cited.sentences.flatMap(anchorFigures);
  const problems: Problem[] = [];
  for (const said of anchorFigures(statement)) {
    const own = known.filter(({ figure }) => figureRule(said.figure, figure) !== undefined);
    if (own.length === 0) continue;
    const others = known.filter(
      (one) => !own.includes(one) && compete(one.figure.dimension, said.figure.dimension),
    );
    const wrong =
      others.find((other) => own.every((one) => isMispaired(said, one, other))) ??
      known.find((other) =>
        own.every((one) => one.isChange && one.phrase !== "" && takesPhrase(said, one, other)),
      );
    if (wrong === undefined) continue;
    const owner = [...(own[0]?.full ?? [])].join(" ");
    const message = `"${said.figure.words}" belongs to ${owner}; here the cited sentences say "${wrong.figure.words}".`;
    problems.push({ kind: "figure", found: said.figure.words, message });
  }
  return { problems, rules: [] };
}
