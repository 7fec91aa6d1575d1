/** Catches a difference told in the wrong direction: 一期比二期少 where it has more. */

import { bare, dimensionsAgree } from "../figures/units.ts";
import type { Finding, Problem } from "../problem.ts";
import type { CitedText } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import type { ReadText } from "../text/read-text.ts";
import { tellingWords } from "../text/telling-words.ts";
import type { AnchoredFigure } from "./anchored-figure.ts";
import { anchorFigures } from "./anchors.ts";

const compared =
  /^(?<left>.+?)(?:(?<!占|对|相|小组)比(?!利时|赛|例|重|如|较)|(?<!比)较(?!为))(?<right>.+?)(?:(?<more>多|高|大|长|增加|增长|上升)|(?<less>少|低|小|短|减少|下降))/u;
const comparedInEnglish =
  /^(?<left>.+?)\b(?:(?<more>more|higher|larger|longer)|(?<less>fewer|less|lower|smaller|shorter))\b.*?\bthan (?<right>.+)$/u;

function wordsOf(side: string, text: ReadText, start: number): ReadonlySet<string> {
  const end = start + side.length;
  const times = text.moments.filter((one) => start <= one.start && one.end <= end);
  return new Set([...tellingWords(side), ...times.map(({ value, words }) => value ?? words)]);
}

/** The figure whose words fit this side best, where one does. */
function figureOf(
  side: ReadonlySet<string>,
  other: ReadonlySet<string>,
  known: readonly AnchoredFigure[],
): AnchoredFigure | undefined {
  const telling = [...side].filter((word) => !other.has(word));
  const fits = known.map(({ own }) => telling.filter((word) => own.has(word)).length);
  const best = Math.max(0, ...fits);
  const isSure = best > 0 && fits.filter((fit) => fit === best).length === 1;
  return isSure ? known[fits.indexOf(best)] : undefined;
}

export function checkDifference(statement: ReadText, cited: CitedText): Finding {
  const known = cited.sentences.flatMap(anchorFigures);
  const problems: Problem[] = [];
  for (const { text, start } of splitClauses(statement.plain)) {
    const groups = (compared.exec(text) ?? comparedInEnglish.exec(text))?.groups;
    if (groups === undefined) continue;
    const { left = "", right = "", more, less } = groups;
    const leftWords = wordsOf(left, statement, start);
    const rightWords = wordsOf(right, statement, start + text.indexOf(right, left.length));
    const one = figureOf(leftWords, rightWords, known);
    const other = figureOf(rightWords, leftWords, known);
    if (one === undefined || other === undefined || one === other) continue;
    if (!dimensionsAgree(one.figure.dimension, other.figure.dimension)) continue;
    if (one.figure.dimension === bare && other.figure.dimension === bare) continue;
    const isMore = one.figure.value > other.figure.value;
    if (isMore ? less === undefined : more === undefined) continue;
    const found = more ?? less ?? "";
    const message = `the cited sentences say ${one.figure.words} against ${other.figure.words}; "${found}" turns them round.`;
    problems.push({ kind: "comparison", found: text.trim(), message });
  }
  return { problems, rules: [] };
}
