/** Tells a clause whose figures were worked out: it may say of the rest what no sentence says. */

import type { CitedText } from "../text/cited-text.ts";
import type { ReadText } from "../text/read-text.ts";

/** Whether it has figures between the offsets, and none of them stands in the cited sentences. */
export function isWorkedOut(
  statement: ReadText,
  start: number,
  end: number,
  cited: CitedText,
): boolean {
  const figures = statement.figures.filter((one) => start <= one.start && one.end <= end);
  const known = cited.sentences.flatMap((sentence) => sentence.figures);
  return (
    figures.length > 0 && !figures.some((said) => known.some(({ value }) => value === said.value))
  );
}
