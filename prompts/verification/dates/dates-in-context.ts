/** Takes a date, or the year of one, from what stands around a sentence. */

import type { CitedSentence } from "../text/cited-text.ts";
import { splitClauses } from "../text/clauses.ts";
import { contentWords } from "../text/content-words.ts";
import { plainText } from "../text/plain-text.ts";
import type { ReadText } from "../text/read-text.ts";
import type { Moment } from "./read-moments.ts";
import { liesWithin } from "./time-values.ts";

const yearLength = 4;
/** Share of a clause's words by which it retells another sentence. */
const enoughRetold = 0.6;

/** Absolute times of the text, in reading order. */
export function valuesOf(text: ReadText): readonly string[] {
  return text.moments.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

/** Whether the clause of the time tells what a neighbour or the title tells of that time. */
export function retellsContext(
  moment: Moment,
  sentence: CitedSentence,
  { plain }: ReadText,
): boolean {
  const clause = splitClauses(plain).find(
    (one) => one.start <= moment.start && moment.end <= one.end,
  );
  const rest = clause?.text.replace(plainText(moment.words), " ") ?? "";
  const own = [...new Set(contentWords(rest))];
  const words = own.length > 0 ? own : [...new Set(contentWords(plain))];
  if (words.length === 0) return false;
  const known = sentence.aroundRead.find(({ moments }) =>
    moments.some(({ value }) => value !== undefined && liesWithin(value, moment.value ?? "-")),
  );
  if (known === undefined) return false;
  const shared = words.filter((word) => known.plain.includes(word)).length;
  return shared >= words.length * enoughRetold;
}

/** Name of the rule where the year is from the context and the day from the sentence: 2025年 before, 3月4日 within. */
export function partThenYear({ value, part }: Moment, sentence: CitedSentence): string | undefined {
  if (value === undefined || part === undefined || value.includes("/")) return undefined;
  const year = value.slice(0, yearLength);
  const isDaySaid = sentence.moments.some(
    (one) => !one.namesYear && one.part !== undefined && liesWithin(one.part, part),
  );
  const years = [...sentence.aroundRead.flatMap(valuesOf), sentence.publishedOn?.value ?? ""];
  const hasOther = sentence.moments.some(
    (one) => one.part !== undefined && one.value !== undefined,
  );
  return isDaySaid && !hasOther && years.some((one) => one.startsWith(year))
    ? "year from the context"
    : undefined;
}
