/** Tells 甲胜乙 from 乙负于甲, which are the same: the words turned and the sides turned with them. */

import { contentWords } from "../text/content-words.ts";

function sides(
  text: string,
  words: string,
): readonly [left: readonly string[], right: readonly string[]] {
  const at = text.indexOf(words);
  return [contentWords(text.slice(0, at)), contentWords(text.slice(at + words.length))];
}

function shared(some: readonly string[], others: readonly string[]): number {
  return some.filter((word) => others.includes(word)).length;
}

/**
 * Whether what stands on one side of `found` in the text stands on the other side of `instead` in
 * the source, and nothing on the same.
 */
export function isConverse(text: string, found: string, source: string, instead: string): boolean {
  const [left, right] = sides(text, found);
  const [sourceLeft, sourceRight] = sides(source, instead);
  const crossed = shared(left, sourceRight) + shared(right, sourceLeft);
  const straight = shared(left, sourceLeft) + shared(right, sourceRight);
  return crossed > straight;
}
