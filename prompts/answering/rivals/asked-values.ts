/** Finds the values in a sentence that are of the kind a question asks for. */

import type { AnalysedQuestion } from "../../../retrieval/question/analyse-question.ts";
import { normalise } from "../../../retrieval/text/normalise.ts";
import { isCompared, type Moment } from "../../verification/dates/read-moments.ts";
import type { Figure } from "../../verification/figures/read-figures.ts";
import { isDateline } from "./claim-time.ts";
import { postHolders } from "./post-holders.ts";
import { bare, dimensionsAgree, unitOf, unitPattern } from "../../verification/figures/units.ts";
import type { ReadText } from "../../verification/text/read-text.ts";

interface Placed {
  readonly words: string;
  /** Half-open offsets in the plain text. */
  readonly start: number;
  readonly end: number;
}

/** What a sentence gives for what is asked. */
export type AskedValue =
  | (Placed & { readonly kind: "figure"; readonly figure: Figure })
  | (Placed & { readonly kind: "time"; readonly moment: Moment })
  | (Placed & { readonly kind: "name" });

const askedUnit = new RegExp(`(?:多少|几)(?:[十百千万亿]*)(${unitPattern})`, "u");
const longestUnit = 2;
const notMeasures = new Set(["ordinal", "clock", "%", "times", "points", bare]);

/** Whether the figure, with what follows it, is of the unit asked for, or of one that measures the same. */
function isAsked({ unit, text }: AnalysedQuestion, figure: Figure, plain: string): boolean {
  const asked = unitOf(unit?.unit ?? "") ?? unitOf(askedUnit.exec(text)?.[1] ?? "");
  if (asked !== undefined && dimensionsAgree(asked.dimension, figure.dimension)) {
    return figure.dimension !== bare || plain.startsWith(asked.words, figure.end);
  }
  if (unit !== undefined) {
    return unit.answers.test(normalise(plain.slice(figure.start, figure.end + longestUnit)));
  }
  return asked === undefined && !notMeasures.has(figure.dimension);
}

function figuresIn(question: AnalysedQuestion, text: ReadText): readonly AskedValue[] {
  const { figures, plain } = text;
  const unit = question.unit?.unit ?? "";
  return figures
    .filter((figure) => isAsked(question, figure, plain))
    .map((figure) => {
      // 42万字: what it counts is no unit of the table, but the one asked for.
      const hasUnit =
        figure.dimension === bare && unit !== "" && plain.startsWith(unit, figure.end);
      if (!hasUnit) return { kind: "figure", ...placeOf(figure), figure };
      const end = figure.end + unit.length;
      const counted = { ...figure, dimension: unit };
      return {
        kind: "figure",
        words: figure.words + unit,
        start: figure.start,
        end,
        figure: counted,
      };
    });
}

function placeOf({ words, start, end }: Placed): Placed {
  return { words, start, end };
}

/** 世界杯2001 is a name. */
function isPartOfName({ words, start }: Moment, plain: string): boolean {
  return /^\d+$/u.test(words) && /\p{Script=Han}$/u.test(plain.slice(0, start));
}

function timesIn({ moments, plain }: ReadText): readonly AskedValue[] {
  return moments
    .filter((moment) => moment.namesYear && moment.value?.includes("/") === false)
    .filter(
      (moment) =>
        !moment.isNow &&
        !isCompared(moment, plain) &&
        !isDateline(moment, plain) &&
        !isPartOfName(moment, plain),
    )
    .map((moment) => ({ kind: "time", ...placeOf(moment), moment }));
}

function namesIn({ text }: AnalysedQuestion, { plain }: ReadText): readonly AskedValue[] {
  return postHolders(text, plain).map((holder) => ({ kind: "name", ...holder }));
}

/** In reading order; empty where the question asks for no figure, no time and no one person. */
export function askedValues(question: AnalysedQuestion, text: ReadText): readonly AskedValue[] {
  if (question.type === "date") return timesIn(text);
  if (question.type === "amount" || question.unit !== undefined) return figuresIn(question, text);
  return question.type === "person" ? namesIn(question, text) : [];
}
