/** Finds names in Latin letters: in English by their capitals, in Chinese text all of them. */

import { unitPattern } from "../figures/units.ts";
import { scriptOf } from "../text/content-words.ts";

export interface LatinName {
  readonly words: string;
  /** In lower case. */
  readonly plain: string;
  /** Whether its capital may only be that of the sentence. */
  readonly opens: boolean;
}

const latinRun = /[A-Za-zÀ-ž][\p{Script=Latin}\d'’.-]*|\d+[A-Za-z][A-Za-z\d-]*/gu;
const capitalised = /^(?:[A-ZÀ-Ž]|\d+[A-Z])/u;
const sentenceStart = /(?:^|[.!?:]\s+|[“"]\s*)$/u;
const ending = /(?:['’]s|['’.-]+)$/u;
/** A figure with its unit: 12km, 2GWh. */
const measured = new RegExp(`^\\d+(?:${unitPattern})$`, "u");
/** Capitalised without being a name, or a name in any language. */
const common = new Set(
  "ceo cfo cto pm mp vp tv the a an in on at by from to of and but or as it he she they we i its his her their this that these those there after before since during when while if both all more most each one two three four five six seven eight nine ten mr mrs ms dr january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday county city province town village district river lake mountain university hospital museum school company bureau high-tech zone development new first second north south east west northern southern eastern western central rmb gdp yuan km kg mu m2 ha kwh mw gw kw mm cm".split(
    " ",
  ),
);

/** Names of several words as one: `hartwell bridge`; those that only open a sentence left out. */
export function wholeLatinNames(tidied: string): readonly string[] {
  const names = latinNames(tidied).filter(({ opens }) => !opens);
  const whole: string[] = [];
  for (const { plain } of names) {
    const last = whole.at(-1);
    const joined = last === undefined ? plain : `${last} ${plain}`;
    if (last !== undefined && tidied.toLowerCase().includes(joined))
      whole[whole.length - 1] = joined;
    else whole.push(plain);
  }
  return whole;
}

/** In reading order. */
export function latinNames(tidied: string): readonly LatinName[] {
  const isEnglish = scriptOf(tidied.toLowerCase()) === "latin";
  const runs = [...tidied.matchAll(latinRun)];
  return runs.flatMap(({ 0: run, index }, at) => {
    const words = run.replace(ending, "");
    const plain = words.toLowerCase();
    if (plain.length < 2 || common.has(plain)) return [];
    if (measured.test(plain)) return [];
    if (!isEnglish) return [{ words, plain, opens: false }];
    if (!capitalised.test(words)) return [];
    const next = runs[at + 1];
    const isFollowed =
      next !== undefined &&
      capitalised.test(next[0]) &&
      !common.has(next[0].toLowerCase()) &&
      next.index === index + run.length + 1;
    const opens = sentenceStart.test(tidied.slice(0, index));
    const isInner = isFollowed || /[\dA-Z]/u.test(words.slice(1));
    return [{ words, plain, opens: opens && !isInner }];
  });
}
