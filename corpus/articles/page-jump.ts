/** Recognises the lines that send a newspaper's reader to another page. */

const target = String.raw`\s*第?\s*[\dA-Z〇一二三四五六七八九十]{1,3}\s*版(?:[^（()）。]{0,12})`;
const from = new RegExp(String.raw`^[（(【]?\s*(?:上接|紧接|接|续)${target}[）)】]?\s*`, "u");
const to = new RegExp(String.raw`\s*[（(【]?\s*(?:下转|转|全文见|详见|见)${target}[）)】]?$`, "u");

/** Length of `（上接第1版）` at the start of a paragraph: its beginning stands on another page. */
export function jumpFromLength(paragraph: string): number {
  return from.exec(paragraph.slice(0, 40))?.[0].length ?? 0;
}

/** Length of `（下转第2版）` at the end of a paragraph. */
export function jumpToLength(paragraph: string): number {
  const match = to.exec(paragraph.slice(-40));
  // `详见第3版` without brackets may be the end of an ordinary sentence.
  return match !== null && /下转|[（(【]/u.test(match[0]) ? match[0].length : 0;
}
