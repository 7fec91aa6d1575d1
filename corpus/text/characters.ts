/** Character classes that Chinese and Latin text need everywhere. */

const hanPattern = /[\p{Script=Han}〇]/u;
const eastAsianPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff65“”‘’…—·]/u;
const wordPattern = /[\p{L}\p{N}]/u;

/** Whether any Han character stands in the text. */
export function hasHan(text: string): boolean {
  return hanPattern.test(text);
}

/** Whether any character stands in the text that is set without blanks around it. */
export function hasEastAsian(text: string): boolean {
  return eastAsianPattern.test(text);
}

/** Whether any letter or digit stands in the text: without one there is nothing to cite. */
export function hasWord(text: string): boolean {
  return wordPattern.test(text);
}

export function countHan(text: string): number {
  return text.match(/[\p{Script=Han}〇]/gu)?.length ?? 0;
}
