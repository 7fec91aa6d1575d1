/** Figures and months of an English question, as Chinese text writes them. */

import type { EnglishWord } from "./english-words.ts";

export interface ReadNumber {
  /** How many words of the question it takes. */
  readonly length: number;
  /** Ways to write it, the most likely first. */
  readonly forms: readonly string[];
}

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const chineseMonths = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");

const scales: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** Largest first. */
const chineseScales = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
] as const;
const significantDigits = 12;

const ordinal = /^(\d+)(?:st|nd|rd|th)$/iu;

/** 150,000 → 15万, 1.4 trillion → 1.4万亿. */
function inChineseScale(value: number): string | undefined {
  const scale = chineseScales.find(([size]) => value >= size);
  return scale && `${Number((value / scale[0]).toPrecision(significantDigits))}${scale[1]}`;
}

/** The figure or month that begins at a word. */
export function readNumber(words: readonly EnglishWord[], at: number): ReadNumber | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (!word.isNumber) {
    const month = word.isName ? months.indexOf(word.text.toLowerCase()) : -1;
    return month < 0
      ? undefined
      : { length: 1, forms: [`${month + 1}月`, `${chineseMonths[month]}月`] };
  }
  const place = ordinal.exec(word.text)?.[1];
  if (place !== undefined) return { length: 1, forms: [`第${place}`, place] };
  const plain = word.text.replaceAll(",", "");
  const scale = scales.get(words[at + 1]?.text.toLowerCase() ?? "");
  const value = Number(plain) * (scale ?? 1);
  const scaled = inChineseScale(value);
  const digits = scale === undefined ? plain : String(value);
  const forms = [...(scaled === undefined ? [] : [scaled]), digits, word.text];
  return { length: scale === undefined ? 1 : 2, forms: [...new Set(forms)] };
}
