/** The words of a question that a claim must be about: its subject, and what is asked of it. */

import {
  type AnalysedQuestion,
  wordsOfConcept,
} from "../../../retrieval/question/analyse-question.ts";
import { unitOf } from "../../verification/figures/units.ts";
import { sayingTheSame } from "../../../retrieval/text/saying-the-same.ts";
import { rootOf } from "./claim-area.ts";
import { isLight } from "./light-words.ts";

const shortestWord = 2;
/** 村有 of 天目村有多少户: glued by the segmenter. */
const gluedEnd = /(?<=\p{Script=Han})[有是为在的了]$/u;
const scale = /^[十百千万亿]+/u;
const yearOrNumber = /^\d+$/u;

export interface AskedWords {
  readonly subjects: readonly string[];
  /** Each with the words that say the same. */
  readonly attributes: readonly (readonly string[])[];
}

/** Without units, years and light words. */
export function askedWords({ concepts }: AnalysedQuestion): AskedWords {
  const telling = concepts.filter(
    ({ word }) =>
      word.length >= shortestWord &&
      !yearOrNumber.test(word) &&
      unitOf(word.replace(scale, "")) === undefined &&
      !isLight(word),
  );
  return {
    subjects: telling
      .filter(({ isAttribute }) => !isAttribute)
      .map(({ word }) => word.replace(gluedEnd, "")),
    attributes: telling
      .filter(({ isAttribute }) => isAttribute)
      .map((concept) => wordsOfConcept(concept).flatMap(sayingTheSame)),
  };
}

/** Share of the question's words by their letters that the text holds, 0…1. */
export function heldShare({ subjects, attributes }: AskedWords, text: string): number {
  let [held, all] = [0, 0];
  for (const words of [...subjects.map((word) => [word, rootOf(word)]), ...attributes]) {
    const letters = words[0]?.length ?? 0;
    all += letters;
    if (words.some((word) => text.includes(word))) held += letters;
  }
  return all === 0 ? 0 : held / all;
}

/** Whether the text holds a word of any of the lists. */
export function holdsAny(text: string, lists: readonly (readonly string[])[]): boolean {
  return lists.some((words) => words.some((word) => text.includes(word)));
}
