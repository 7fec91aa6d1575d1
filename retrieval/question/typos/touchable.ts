/** Which characters of a question may be typos at all. */

import { tagWords } from "../../text/tokens.ts";
import { isMeasureWord } from "../asked-unit.ts";
import { stopWords } from "../stop-words.ts";

/** Asking words and particles: they stand beside anything, so their neighbours tell nothing. */
const asking =
  /多少|什么|时候|没有|多[大高长远久重宽深快]|哪.?|谁|怎么?样?|如何|为什么|为何|几|请问|主要|具体|分别|以及|[的了吗呢在有是和与及把被从到对于将向啥呀吧都也还之以由其等做指现时叫让给会来又曾很最更么不没者第每各何]/gu;
/** Names and quotes are kept to the letter. */
const quoted = /《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|'[^']*'/gu;
/** 届 of 第28届 stands beside any number. */
const countedPattern = /(?<=\d)\p{Script=Han}/gu;
const han = /[\u3400-\u9fff]/u;

/**
 * Per UTF-16 unit of the text: whether it is a Han character outside quotes, titles and the words
 * that shape the asking. Takes normalised text.
 */
export function touchable(text: string): readonly boolean[] {
  const isTouchable = Array.from({ length: text.length }, (_, at) => han.test(text.charAt(at)));
  for (const pattern of [asking, quoted]) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      isTouchable.fill(false, index, index + found.length);
    }
  }
  for (const { index, 0: counted } of text.matchAll(countedPattern)) {
    if (isMeasureWord(counted)) isTouchable[index] = false;
  }
  let at = 0;
  for (const { word } of tagWords(text)) {
    if (stopWords.has(word)) isTouchable.fill(false, at, at + word.length);
    at += word.length;
  }
  return isTouchable;
}
