/** The words that carry what a text says. */

import { stopWords } from "../../../retrieval/question/stop-words.ts";
import { tagWords } from "../../../retrieval/text/tokens.ts";

const contentTag = /^(?:n|v(?!d)|a(?!d)|vn|l|i|j|s|z|b|eng|x|t|f)/u;
/** Words that the segmenter glues to one it does not know: 率为, 队以. */
const gluedEnd = /(?<=\p{Script=Han})[为以是在将于]$/u;
const hasHan = /\p{Script=Han}/u;
const hasLetter = /\p{L}/u;
const latinWord = /^[a-z][a-z'’-]*$/u;
const minLatinLength = 3;
/** Say that there is something, not what. */
const lightWords = new Set(
  "达 达到 为 是 有 共 约 近 超 超过 进行 实现 表示 介绍 显示 其中 同比 分别 截至 目前 累计 全部 总 总计 合计 一共 共计 成为 开展 said says about more than total expected scheduled due start started starts starting begin begins began take takes took taken around nearly almost half including".split(
    " ",
  ),
);

const irregular: ReadonlyMap<string, string> = new Map(
  "began begin begun begin built build held hold won win took take taken take gave give given give came come went go gone go made make said say paid pay spent spend sold sell bought buy brought bring left leave lost lose led lead met meet ran run rose rise risen rise fell fall fallen fall grew grow grown grow kept keep found find sent send told tell taught teach wrote write written write drew draw drawn draw drove drive driven drive spoke speak spoken speak chose choose chosen choose broke break broken break stood stand became become saw see seen see got get sang sing died die dying die men man women woman children child people person"
    .split(" ")
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, all[at + 1] ?? word] as const] : [])),
);

/** The word without the commonest English endings. */
export function stemOf(word: string): string {
  if (!latinWord.test(word)) return word;
  const regular = irregular.get(word);
  if (regular !== undefined && regular !== word) return stemOf(regular);
  const stem = word.replace(/(?:'s|’s)$/u, "").replace(/(?:ies|ied)$/u, "y");
  return stem.length > 4 ? stem.replace(/(?:ing|ed|es|s|e)$/u, "") : stem.replace(/s$/u, "");
}

function isContent(word: string, tag: string): boolean {
  if (stopWords.has(word) || lightWords.has(word) || /\d/u.test(word)) return false;
  if (hasHan.test(word)) return contentTag.test(tag);
  return hasLetter.test(word) && word.length >= minLatinLength;
}

/** Content words of a plain text in reading order, English ones by their stem, repeats kept. */
export function contentWords(plain: string): readonly string[] {
  return tagWords(plain)
    .map(({ word, tag }) => ({
      word: tag === "x" ? word.trim().replace(gluedEnd, "") : word.trim(),
      tag,
    }))
    .filter(({ word, tag }) => isContent(word, tag))
    .map(({ word }) => stemOf(word));
}

/** `latin` where Latin letters far outnumber Han characters. */
export function scriptOf(plain: string): "han" | "latin" {
  const latin = plain.match(/[a-z]/gu)?.length ?? 0;
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  return latin > 2 * han ? "latin" : "han";
}
