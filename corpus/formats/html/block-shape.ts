/** Tells running text from links and labels by the look of a block alone. */

import { hasEastAsian } from "../../text/characters.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import type { HtmlBlock } from "./html-block.ts";

const minProseLength = 12;
const minProseWords = 6;
/** A linked text so long that ends as a sentence does is no mere label of a link. */
const minLinkedSentence = 30;
const sentenceMark = /[。！？；]|[.!?](?=\s|$|["”’)])/u;
const ownership = /^(?:©|\(c\))|copyright|all rights reserved|版权所有|备案|ICP|许可证/iu;

/** Shares of a block's characters that make it nothing but links. */
const linkShareOfOne = 0.8;
const linkShareOfSeveral = 0.6;
const linkShareOfRow = 0.95;
const maxTrailLength = 80;
/** The day beside a link in a list. */
const edgeFigures = /^[\d\s\-/:.年月日[\]()（）]{4,24}(?!\d)|[\d\s\-/:.年月日[\]()（）]{4,24}$/u;
/** `首页 > 新闻 > 正文` */
const trail = /\S\s*(?:[>＞»›→]|&gt;)+\s*\S/u;

/** Whether the block holds a sentence that is more than a link. */
export function isProse(block: HtmlBlock): boolean {
  const { kind, text, length } = block;
  if (kind !== "paragraph" && kind !== "list-item" && kind !== "table-row") return false;
  if (length < minProseLength || !sentenceMark.test(text) || isLinks(block)) return false;
  if (!hasEastAsian(text) && text.split(/\s+/u).length < minProseWords) return false;
  return !isOwnership(block);
}

/** Whether the block only says whose page it is. */
export function isOwnership({ text }: HtmlBlock): boolean {
  return ownership.test(text);
}

/** Whether nearly all of the block's text leads elsewhere. */
export function isLinks({ kind, text, length, links, linkLength }: HtmlBlock): boolean {
  if (links === 0 || kind === "code") return false;
  if (links === 1 && length >= minLinkedSentence && endsComplete(text)) return false;
  if (kind === "table-row" || kind === "heading") {
    return linkLength >= text.replace(/[\s|]/gu, "").length * linkShareOfRow;
  }
  if (length <= maxTrailLength && trail.test(text)) return true;
  const words = length - (edgeFigures.exec(text)?.[0].replace(/\s/gu, "").length ?? 0);
  return linkLength >= words * (links > 1 ? linkShareOfSeveral : linkShareOfOne);
}
