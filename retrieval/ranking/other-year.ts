/** Tells a sentence whose figure, or whose event, is that of another year than the question's. */

import type { AnalysedQuestion } from "../question/analyse-question.ts";
import type { Mistaken } from "./sibling-in.ts";

/** Not in a web page's own date, `Apr 11, 2023 ...`. */
const year =
  /(?<![\d.—–-]|[a-z]{3} \d{1,2}, )(?:1[5-9]|20)\d\d(?![\d.])(?:年|(?=\p{Script=Han}|[“"《]))/gu;
const relative = /今年|去年|当年|同年|本年|前年|次年|翌年/u;
const shortestWord = 2;

function yearsIn(text: string): readonly { readonly value: string; readonly end: number }[] {
  return [...text.matchAll(year)].map(({ 0: found, index }) => ({
    value: found.slice(0, 4),
    end: index + found.length,
  }));
}

/** 2023 of `2023年总票房达2亿元，超过2022年` where 2022 is asked: each figure is told of it. */
function yearOfFigures({ unit }: AnalysedQuestion, text: string, asked: string) {
  if (unit === undefined) return undefined;
  const years = yearsIn(text);
  const figures = [...text.matchAll(new RegExp(unit.answers.source, "gu"))];
  const governing = figures.map(({ index }) => years.findLast(({ end }) => end <= index)?.value);
  return governing.includes(asked) || governing.includes(undefined) ? undefined : governing[0];
}

/** 2021 of `2021“文化周”启动` where the one of 2022 is asked. */
function yearOfEvent({ concepts }: AnalysedQuestion, text: string): string | undefined {
  if (relative.test(text)) return undefined;
  const named = concepts.map(({ word }) => word).filter((word) => word.length >= shortestWord);
  return yearsIn(text).find(({ end }) => {
    const behind = text.slice(end).replace(/^[“"《‘]/u, "");
    return named.some((word) => behind.startsWith(word));
  })?.value;
}

/**
 * @param text of the sentence, normalised
 * @returns undefined where the question names no year or several, or the sentence may speak of it
 */
export function otherYear(question: AnalysedQuestion, text: string): Mistaken | undefined {
  const [asked] = question.years;
  if (asked === undefined || question.years.length > 1) return undefined;
  const other = text.includes(asked)
    ? yearOfFigures(question, text, asked)
    : yearOfEvent(question, text);
  return other === undefined ? undefined : { asked, other };
}
