/** Units by which two sentences of one form say different things. */

const numeral = /[\d零〇一二三四五六七八九十百千万亿两半甲乙丙丁]/u;
const negation = /^(?:[不没未无非否勿莫别]|not|no|never|without)$/u;
const opposed =
  /[上下升降增减涨跌高低多少大小前后左右东南西北男女今昨明去来首末正负进出买卖赢输胜败]/u;

/** Makes another post or state of a word behind it: 副馆长, 原县长, 准高速. */
const qualifier = /^[副原代准候]$/u;

export function isNumeral(unit: string): boolean {
  return numeral.test(unit);
}

export function isNegation(unit: string): boolean {
  return negation.test(unit);
}

/** One of the characters that have an opposite, or neighbours, among each other: 上下, 东南西北. */
export function isOpposed(unit: string): boolean {
  return opposed.test(unit);
}

export function isQualifier(unit: string): boolean {
  return qualifier.test(unit);
}
