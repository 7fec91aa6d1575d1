/** Cuts a name in Latin letters into syllables of Chinese: nanchang → nan chang. */

const longestSyllable = 6;
const mostSyllables = 4;

/**
 * All ways to read the letters as two to four syllables, those of the fewest syllables first: xian
 * is one syllable, so it is read as xi an.
 *
 * @param letters lower case a to z
 */
export function splitSyllables(
  letters: string,
  isSyllable: (letters: string) => boolean,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  function read(from: number, before: readonly string[]): void {
    if (from === letters.length && before.length > 1) found.push(before);
    if (from === letters.length || before.length === mostSyllables) return;
    const longest = Math.min(longestSyllable, letters.length - from);
    for (let length = longest; length > 0; length--) {
      const syllable = letters.slice(from, from + length);
      if (isSyllable(syllable)) read(from + length, [...before, syllable]);
    }
  }
  read(0, []);
  return found.sort((a, b) => a.length - b.length);
}
