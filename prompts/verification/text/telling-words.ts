/** Content words and the counting words by which things of one kind are told apart: 一期, 甲队. */

import { contentWords } from "./content-words.ts";

const counted =
  /第?[一二三四五六七八九十甲乙丙丁首\d]+(?:期|批|队|组|班|类|等奖|号线|号楼|号|季度|线|级|标段|阶段|方|厂|地块|车间|轮|审|中队)|周[一二三四五六日]|[一二三四五六七八九]年级|星期[一二三四五六日天]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu;
const halves = /[上下]半年|[前后]者/gu;

/** 一期, 乙队, 下半年: in reading order of each form. */
export function countingMarks(plain: string): readonly string[] {
  return [...plain.matchAll(counted), ...plain.matchAll(halves)].map(([mark]) =>
    mark.replace(/^第|^首(?=[批期])/u, (found) => (found === "首" ? "一" : "")),
  );
}

export function tellingWords(plain: string): readonly string[] {
  return [...contentWords(plain), ...countingMarks(plain)];
}
