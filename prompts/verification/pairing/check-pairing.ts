/** Catches a right figure at the wrong thing: of `甲3人，乙5人`, `甲5人`. */

import { figureRule } from "../figures/figure-rules.ts";
import { bare, dimensionsAgree } from "../figures/units.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";
import { type AnchoredFigure, anchorFigures, thinWords } from "./anchors.ts";

type Words = ReadonlySet<string>;

const countingMark = /^[一二三四五六七八九十甲乙丙丁\d]+\p{Script=Han}+$|^[上下]半年$/u;

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

/** Whether `said` has words that only `other` has, and none that only `own` has. */
function leansToOther(said: Words, own: Words, other: Words): boolean {
  const ownWords = without(own, other);
  const otherWords = without(other, own);
  return (
    ownWords.length > 0 &&
    otherWords.some((word) => holds(said, word)) &&
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

function isMispaired(said: AnchoredFigure, own: AnchoredFigure, other: AnchoredFigure): boolean {
  return (
    leansToOther(said.own, own.own, other.own) ||
    leansToOther(said.full, own.full, other.full) ||
    takesAttribute(said, own, other) ||
    takesMark(said, own, other)
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
    const wrong = others.find((other) => own.every((one) => isMispaired(said, one, other)));
    if (wrong === undefined) continue;
    const owner = [...(own[0]?.full ?? [])].join(" ");
    const message = `"${said.figure.words}" belongs to ${owner}; here the cited sentences say "${wrong.figure.words}".`;
    problems.push({ kind: "figure", found: said.figure.words, message });
  }
  return { problems, rules: [] };
}
