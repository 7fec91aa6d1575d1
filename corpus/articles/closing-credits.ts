/** Recognises the credits, sources and page words that stand behind the last words of a piece. */

import { isHouse } from "./byline-words.ts";
import { foldTerms } from "./fold-terms.ts";
import { isPersonName } from "./person-name.ts";
import { readByline } from "./read-byline.ts";

/** So much of a paragraph's end is looked at. */
const maxLength = 160;
/** A paragraph ends in at most so many of them. */
const maxCredits = 8;
const sentenceMark = /[。！？!?；…”’」』）)】》]\s*$/u;

const inBrackets =
  /\s*[（(【［[]([^（()）【】［\][。]{1,60}|[^（()）【】［\][]{1,120}(?:提供|摄)。?)[）)】］\]]$/u;
const end = /^(?:完|未完待续|全文完|本文完|待续|图文无关|END)$/iu;
const aboutAuthor = /^(?:本文)?作者(?:单位|简介|系|为|是|供职|来自|[:：])/u;
const aboutPictures =
  /^(?:本版|本文|文中|本组|除署名外|均为|图片|照片)[^。]{0,30}(?:图片?|照片|摄影?|提供|供图|资料)/u;
const aboutSource =
  /^(?:据|综合|来源|稿源|转自|原载|摘自|选自|刊于)[^。]{2,40}$|^\S{0,16}(?:专电|专特稿|特稿|综合)$/u;
/** `（作者单位：某大学。本文系某课题成果）`. */
const ofSeveralSentences =
  /^[（(【[](?:[①-⑳\d\s*]{0,3})(?:(?:本文|第一)?作者(?:单位|简介|系|为|是|[:：])|本文系|基金项目|课题来源)[^（()）]{4,160}[）)】\]]$/u;
/** `■ 本版图片 记者 某某 摄`, `以上图片均由某某提供`. */
const ofPictures =
  /^[^\p{L}\p{N}（(]{0,4}(?:本[版文组]|以上)(?:图片|照片|摄影|插图|图表|文字)[^。]{0,40}$/u;
/** `图源：某某`, `综合 | 某某、某某`: lines about the sources. */
const ofSources =
  /^[^\p{L}\p{N}（(]{0,4}(?:(?:图源|图片来源|图据|素材来源|资料来源|数据来源|综合|封面图?|题图|头图|BGM|配音|视频)\s?[|｜丨:：]\s?[^。！？]{2,40})$/u;
const issue = /\s*《[^《》]{2,12}》\s*[（(]\s*\d{4}[^（()）]{4,24}版?\s*[）)]$/u;
/** Behind the last sentence, without brackets. */
const open = /(?<=[。！？!?；…”’）)】》])\s*([^。！？!?；…“”]{2,60})$/u;
/** A wide gap, and a name: `……才能走远。  某某`. */
const signedBehindGap = /(?<=[。！？])(?:\s{2,}|\u3000)(\p{Script=Han}{2,4})$/u;
const openEditors = /(?:(?<=更多)|\s)\s*责任编辑\s?[:：]\s?\S{0,8}$/u;
/** `责任编辑：某某 CN070`, with more than names behind it. */
const named =
  /^\p{Script=Han}{0,8}(?:责任编辑|责编|编辑|记者|通讯员|校对|审核|来源|稿源|作者)\s?[:：\s]/u;
/** What a page adds. */
const pageWords = [
  "返回搜狐，查看更多",
  "分享让更多人看到",
  "Read (?:the )?full (?:story|article)\\s?[»>→.]?",
  "举报[/／]?反馈",
  "(?:点击)?(?:阅读|查看)(?:原文|全文|更多)(?:内容)?",
  "(?<=[。！？；\\s])更多精彩内容.{0,40}",
  "版权侵权联系电话[\\s\\d:：—-]*",
  "(?:邮箱地址|联系方式|投稿邮箱)\\s?[:：]\\s?\\S{4,40}",
  "(?<=[。！？；”》])https?:\\/\\/[!-~]+",
];
const pageWord = new RegExp(`\\s*(?:${pageWords.join("|")})$`, "u");

/** Length of all of it at the end of the paragraph, 0 where there is none. */
export function closingCreditsLength(paragraph: string): number {
  const tail = paragraph.slice(-maxLength);
  let rest = tail.trimEnd();
  for (let count = 0; count < maxCredits; count += 1) {
    const length = lastCreditLength(rest);
    if (length === 0 || length >= rest.length) break;
    rest = rest.slice(0, -length).trimEnd();
  }
  // White space alone is no credit.
  return rest === tail.trimEnd() ? 0 : tail.length - rest.length;
}

/** Whether the line says who made the pictures of the page, or from what a text was put together. */
export function isPageCredit(line: string): boolean {
  return isPicturesCredit(line) || ofSources.test(foldTerms(line));
}

/** Whether the line says who gave the pictures above it or on the page. */
export function isPicturesCredit(line: string): boolean {
  return ofPictures.test(foldTerms(line));
}

/** Whether the line is nothing but one of them, in brackets: `（作者单位：某大学）`. */
export function isClosingCredit(line: string): boolean {
  if (ofSeveralSentences.test(foldTerms(line)) || isPageCredit(line)) return true;
  const closed = inBrackets.exec(line);
  return closed?.index === 0 && isBracketCredit(closed[1] ?? "", true);
}

function lastCreditLength(words: string): number {
  const folded = foldTerms(words);
  const page = pageWord.exec(folded) ?? issue.exec(folded) ?? openEditors.exec(folded);
  if (page !== null) return page[0].length;
  const closed = inBrackets.exec(words);
  if (closed !== null) {
    const isBehind = sentenceMark.test(words.slice(0, -closed[0].length));
    return isBracketCredit(closed[1] ?? "", isBehind) ? closed[0].length : 0;
  }
  const signature = signedBehindGap.exec(words);
  if (signature !== null && readByline(signature[1] ?? "") !== undefined)
    return signature[0].length;
  const behind = open.exec(words);
  const byline = readByline(behind?.[1] ?? "");
  return byline?.isCertain === true ? (behind?.[0].length ?? 0) : 0;
}

/** @param isBehind whether a sentence ends before it, so that it is no part of one */
function isBracketCredit(words: string, isBehind: boolean): boolean {
  const folded = foldTerms(words.trim());
  if (end.test(folded) || aboutAuthor.test(folded)) return true;
  const byline = readByline(words);
  if (byline?.isCertain === true || named.test(folded)) return true;
  if (!isBehind) return false;
  if (aboutPictures.test(folded) || aboutSource.test(folded) || isHouse(folded)) return true;
  const [first = ""] = folded.split(/[\s·|｜]/u);
  if (byline !== undefined && isHouse(first)) return true;
  const { writers = [] } = byline ?? {};
  return writers.length > 0 && writers.every((name) => isPersonName(name));
}
