/** Judges from a document's own words whether two lines are halves of one sentence. */

/** Larger documents are not newspaper pages, and counting their words would cost too much. */
const maxTextLength = 200_000;
const phraseLength = 4;

export interface BreakEvidence {
  /** How many runs of four characters across the break, two words or so, stand elsewhere: 0 to 3. */
  phrasesAcross(left: string, right: string): number;
  /** Whether the break lies inside a word that only `right` completes. */
  completesWord(left: string, right: string): boolean;
  /** Whether the last character before a break is half a word. */
  endsInWord(left: string): boolean;
}

/** Evidence of a text; nothing is ever evident in a text that is too long. */
export function createBreakEvidence(text: string): BreakEvidence {
  let pairs: ReadonlyMap<string, number> | undefined;
  let phrases: ReadonlyMap<string, number> | undefined;

  const countOf = (characters: string): number => {
    if (text.length > maxTextLength) return 0;
    if (characters.length === 2) return (pairs ??= countRuns(text, 2)).get(characters) ?? 0;
    return (phrases ??= countRuns(text, phraseLength)).get(characters) ?? 0;
  };

  return {
    phrasesAcross(left, right) {
      let found = 0;
      for (let taken = 1; taken < phraseLength; taken += 1) {
        const across = left.slice(-taken) + right.slice(0, phraseLength - taken);
        if (isHanRun(across, phraseLength) && countOf(across) > 0) found += 1;
      }
      return found;
    },
    completesWord: (left, right) => {
      const across = left.slice(-1) + right.slice(0, 1);
      return isHanRun(across, 2) && countOf(across) > 0;
    },
    endsInWord: (left) => {
      const last = left.slice(-2);
      // The pair itself counts once; a word of its own stands elsewhere too.
      return text.length <= maxTextLength && (!isHanRun(last, 2) || countOf(last) <= 1);
    },
  };
}

function isHanRun(text: string, length: number): boolean {
  return text.length === length && /^\p{Script=Han}+$/u.test(text);
}

function countRuns(text: string, length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= text.length; at += 1) {
    const run = text.slice(at, at + length);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}
