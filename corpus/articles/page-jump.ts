/** Recognises the lines that send a newspaper's reader to another page. */

import { foldTerms } from "./fold-terms.ts";

const target = String.raw`\s*第?\s*[\dA-Z〇一二三四五六七八九十]{1,3}\s*版(?:[^（()）。]{0,12})`;
const latinPage = String.raw`(?:on|from|to|at)?\s*(?:[Pp](?:age|\.)?\s?)?[A-Z]?\d{1,3}`;
/** The word by which a paper finds the other half: `See FERRY, Page A7`. */
const slug = String.raw`(?:[A-Z]{3,16},?\s)?`;
const from = new RegExp(
  `^(?:[（(【]?\\s*(?:[上紧]?接|续)${target}[）)】]?|\\(?[Cc]ontinued from ${latinPage}\\)?)\\s*`,
  "u",
);
const to = new RegExp(
  `\\s*(?:[（(【]?\\s*(?:下转|转|全文见|详见|见)${target}[）)】]?|\\(?(?:[Cc]ontinued|CONTINUED|[Tt]urn|[Ss]ee|SEE) ${slug}${latinPage}\\)?)$`,
  "u",
);
/** Without brackets, `详见第3版` and `see page 3` may end an ordinary sentence. */
const certain = /下[转轉]|[（(【]|[Cc]ontinued|CONTINUED|[A-Z]{3,16},?\s[Pp]age/u;

/** Length of `（上接第1版）` at the start of a paragraph: its beginning stands on another page. */
export function jumpFromLength(paragraph: string): number {
  return from.exec(foldTerms(paragraph.slice(0, 40)))?.[0].length ?? 0;
}

/** Length of `（下转第2版）` at the end of a paragraph. */
export function jumpToLength(paragraph: string): number {
  const words = to.exec(foldTerms(paragraph.slice(-40)))?.[0] ?? "";
  return certain.test(words) ? words.length : 0;
}

/** Whether the line is nothing else. */
export function isPageJump(line: string): boolean {
  const { length } = line.trim();
  return length > 0 && (jumpFromLength(line) >= length || jumpToLength(line) >= length);
}
