/** A text without some of its stretches, and where each of its characters stood. */

import type { Span } from "../sentence.ts";

export interface CutText {
  readonly text: string;
  /**
   * Where a stretch of the cut text stood: ascending spans of the whole text, more than one where
   * something was cut out of its middle.
   */
  readonly spansOf: (span: Span) => readonly Span[];
}

/** A kept stretch: where it begins in the cut text, and its place in the whole one. */
interface Kept extends Span {
  readonly at: number;
}

/**
 * Leaves the stretches out, each with the white space before it, so that what stood around them
 * stands as if they had never been there.
 *
 * @param cut ascending, none of them touching another
 */
export function cutText(whole: string, cut: readonly Span[]): CutText {
  const kept: Kept[] = [];
  let text = "";
  let from = 0;
  const keep = (end: number): void => {
    if (end > from) kept.push({ at: text.length, start: from, end });
    text += whole.slice(from, end);
  };
  for (const { start, end } of cut) {
    keep(from + whole.slice(from, start).trimEnd().length);
    from = end;
  }
  keep(whole.length);
  return {
    text,
    spansOf: (span) =>
      kept.flatMap(({ at, start, end }) => {
        const first = Math.max(span.start, at);
        const last = Math.min(span.end, at + end - start);
        return first < last ? [{ start: start + first - at, end: start + last - at }] : [];
      }),
  };
}
