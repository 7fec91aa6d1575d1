/** Cuts text where one saying ends and the next begins. */

const clauseEnd = /[，；。！？;!?：:\n]|,(?!\d{3})|\.(?=\s|$)/gu;
const sentenceEnd = /[。！？!?；;\n]|\.(?=\s|$)/gu;

export interface Stretch {
  readonly text: string;
  /** Half-open offsets in the text that was cut. */
  readonly start: number;
  readonly end: number;
}

function cutAt(text: string, ends: RegExp): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { index } of [...text.matchAll(ends), { index: text.length }]) {
    if (text.slice(start, index).trim() !== "") {
      stretches.push({ text: text.slice(start, index), start, end: index });
    }
    start = index + 1;
  }
  return stretches;
}

/** In reading order, never blank. */
export function splitClauses(text: string): readonly Stretch[] {
  return cutAt(text, clauseEnd);
}

/** Sentences, also those that a semicolon ends; in reading order, never blank. */
export function splitSayings(text: string): readonly Stretch[] {
  return cutAt(text, sentenceEnd);
}
