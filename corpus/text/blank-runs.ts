/** Replaces runs of white space of any length, where `\s+` over millions of blanks overflows the engine's stack. */

/**
 * @param shown what stands for the run from `start` to `end` of the text
 * @returns the text with every run of white space replaced
 */
export function replaceBlanks(text: string, shown: (start: number, end: number) => string): string {
  const blank = /\s/gu;
  const solid = /\S/gu;
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = blank.exec(text)?.index;
    if (start === undefined) break;
    solid.lastIndex = start;
    const end = solid.exec(text)?.index ?? text.length;
    blank.lastIndex = end;
    const replacement = shown(start, end);
    // Most runs stay as they are, and millions of pieces would weigh on the memory.
    if (end - start === replacement.length && text.startsWith(replacement, start)) continue;
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** Every run of white space as one blank, line breaks too. */
export function singleBlanks(text: string): string {
  return replaceBlanks(text, () => " ");
}
