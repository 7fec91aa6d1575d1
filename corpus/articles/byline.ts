/** Recognises who wrote a piece or took its picture, on a line of its own or behind a caption. */

import { foldTerms } from "./fold-terms.ts";
import { type Byline, readByline } from "./read-byline.ts";

const maxBylineLength = 60;
const maxCreditLength = 80;
/** What pictures come from, where nobody is named. */
const pictureSource =
  /^(?:(?:本报|网络|视频)?(?:资料|历史)?(?:图片?|照片|截图)|(?:以上|本组|文中)?(?:图片|照片|图)(?:来源|由|据|来自|均[为由]).{2,24}|.{2,16}(?:提供|发|供图)|file photo|courtesy(?: of)? .{2,40})$/iu;
/** `某社发` behind a caption. */
const agency = /^\p{Script=Han}{2,8}[社网报]发$/u;
const creditInBrackets = /\s*[（(【[]([^（()）【】[\]]{1,40})[）)】\]]$/u;
/** Behind the last sentence of a caption or a gap. */
const openCredits = [
  /(?<=[。！？!?.”’」）)])\s*([^。！？!?.”」]{2,40})$/u,
  /\s+(\S+(?:\s\S{1,8}){0,2})$/u,
];

/** Whether the line only names authors, editors or the source. */
export function isByline(line: string): boolean {
  // `某台记者：` in an interview says whose words follow.
  const isSpeaker = /[:：]$/u.test(line);
  return line.length <= maxBylineLength && !isSpeaker && readByline(line)?.isCertain === true;
}

/** Whether a byline says who took a picture and not who wrote. */
export function isPhotoByline(line: string): boolean {
  return isPictureCredit(line);
}

/** Length of the photographer's and the source's credits that end a caption, 0 for none. */
export function photoCreditLength(caption: string): number {
  const tail = caption.slice(-maxCreditLength);
  let rest = tail;
  for (;;) {
    const length = lastCreditLength(rest);
    if (length === 0) return tail.length - rest.length;
    rest = rest.slice(0, rest.length - length);
  }
}

function lastCreditLength(words: string): number {
  const closed = creditInBrackets.exec(words);
  if (closed !== null) return isPictureCredit(closed[1] ?? "") ? closed[0].length : 0;
  for (const pattern of openCredits) {
    const [whole = "", credit = ""] = pattern.exec(words) ?? [];
    const byline = readByline(credit);
    const isCredit =
      byline === undefined ? agency.test(credit) : byline.isCertain && isOfPhoto(byline);
    if (isCredit) return whole.length;
  }
  return 0;
}

function isPictureCredit(words: string): boolean {
  const byline = readByline(words);
  return (
    (byline?.hasRole === true && isOfPhoto(byline)) || pictureSource.test(foldTerms(words.trim()))
  );
}

function isOfPhoto({ writers, isOfPicture }: Byline): boolean {
  return isOfPicture && writers.length === 0;
}
