/** Recognises the line that says that a piece is over: `—END—`, `（全文完）`. */

const endMark =
  /^[^\p{L}\p{N}]*(?:E\s?N\s?D|The End|完|全文完|未完待续|本文完|(?:全文|正文|文章)结束)[^\p{L}\p{N}]*$/iu;
const ruleBehind = /\p{L}\s*[^\p{L}\p{N}\s]+$/u;
const maxLength = 30;

/** Whether the line says nothing else. */
export function isEndMark(line: string): boolean {
  return line.length <= maxLength && endMark.test(line);
}

/** Whether the line would be one but for the bullet before it, which is half of its rule: `- END -`. */
export function isEndMarkAfterBullet(words: string): boolean {
  return isEndMark(words) && ruleBehind.test(words);
}
