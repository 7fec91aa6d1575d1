/** Gives blocks the kinds that their markup only hints at: titles, captions, bylines and dates in plain tags. */

import { findCalendarDate } from "../../dates/calendar-date.ts";
import { endsComplete } from "../../text/ends-complete.ts";
import { isLinks, isProse } from "./block-shape.ts";
import type { HtmlBlock } from "./html-block.ts";
import { solid } from "./html-title.ts";
import { attribute, type HtmlElement, nameWords, parentElement } from "./html-tree.ts";
import { isCredit } from "./title-company.ts";

const maxCaptionLength = 150;
const maxBylineLength = 60;
/** Below the lead, the first running text, date and author may follow. */
const linesBelowLead = 2;
const maxDatelineLength = 120;
const maxLengthBeforeDate = 40;
const maxTitleLength = 100;
const maxSectionTitleLength = 30;
const pieceTitleLevel = 2;
const sectionTitleLevel = 3;
const subtitle = /^[—–]{1,2}/u;
const centred = /text-align\s*:\s*center/iu;
const captionNames = new Set(
  "caption captions thumbcaption imgcaption piccaption figcaption imgdesc picdesc imgtitle imginfo picinfo tushuo".split(
    " ",
  ),
);
const bylineNames = new Set("author byline writer reporter zuozhe".split(" "));
/** `图为…`, `…摄`, `…供图` */
const captionWords =
  /^(?:▲|△|↑|图[为一二三四五六七八九十\d]|上图|下图|资料图)|(?:摄|供图|制图|资料图片?)[）)]?$/u;

/** The same blocks in the same places; the title with the blanks its tag gives it. */
export function labelHtmlBlocks(
  blocks: readonly HtmlBlock[],
  titleIndex: number,
  title: string | undefined,
): readonly HtmlBlock[] {
  const textIndex = blocks.findIndex(isProse);
  return blocks.map((block, index) => {
    if (index === titleIndex && block.length <= maxTitleLength) {
      const isSame = title !== undefined && solid(title) === solid(block.text);
      const text = isSame ? title : block.text;
      return { ...block, text, kind: "heading", level: block.level || 1 };
    }
    if (block.kind !== "paragraph") return block;
    if (isCaption(block)) return { ...block, kind: "caption" };
    const level = boldTitleLevel(block, blocks[index + 1]);
    if (level > 0) return { ...block, kind: "heading", level };
    const isAtTop = index > titleIndex && (textIndex === -1 || index <= textIndex + linesBelowLead);
    if (isAtTop && isDateline(block)) return { ...block, kind: "dateline" };
    return isAtTop && isByline(block) ? { ...block, kind: "byline" } : block;
  });
}

/** A centred line below a picture, or one that calls itself a caption. */
function isCaption(block: HtmlBlock): boolean {
  if (block.length > maxCaptionLength || isLinks(block) || block.isBold) return false;
  if (hasName(block.element, captionNames)) return true;
  return block.isBelowPicture && (isCentred(block.element) || captionWords.test(block.text));
}

/** Of a short line all in bold: a piece's title above its credits, a section's above text; else 0. */
function boldTitleLevel(block: HtmlBlock, next: HtmlBlock | undefined): number {
  const isShort = block.isBold && block.length <= maxSectionTitleLength;
  if (!isShort || next === undefined || endsComplete(block.text) || isCredit(block)) return 0;
  if (isCredit(next) || subtitle.test(next.text)) return pieceTitleLevel;
  return isProse(next) ? sectionTitleLevel : 0;
}

/** A day with source, author or readers beside it, but not `5月1日起施行`. */
function isDateline({ text }: HtmlBlock): boolean {
  if (text.length > maxDatelineLength || /[。！？]/u.test(text)) return false;
  const words = findCalendarDate(text)?.words;
  if (words === undefined) return false;
  const start = text.indexOf(words);
  const isAtStart = start <= maxLengthBeforeDate;
  return isAtStart && /^(?:$|[\s|｜·T（(【])/u.test(text.slice(start + words.length));
}

function isByline(block: HtmlBlock): boolean {
  if (block.length > maxBylineLength || /[\d。！？]/u.test(block.text)) return false;
  const { element } = block;
  if (element === undefined) return false;
  return (
    hasName(element, bylineNames) ||
    attribute(element, "rel") === "author" ||
    attribute(element, "itemprop") === "author"
  );
}

function hasName(element: HtmlElement | undefined, names: ReadonlySet<string>): boolean {
  return element !== undefined && nameWords(element).some((word) => names.has(word));
}

function isCentred(element: HtmlElement | undefined): boolean {
  if (element === undefined) return false;
  return (
    attribute(element, "align")?.toLowerCase() === "center" ||
    centred.test(attribute(element, "style") ?? "") ||
    element.tagName === "center" ||
    parentElement(element)?.tagName === "center"
  );
}
