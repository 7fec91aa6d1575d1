/** Of when a claim is: the time its sentence names, or the publication of one that says 现有. */

import type { PublishedOn } from "../../../corpus/article.ts";
import { isCompared, type Moment } from "../../verification/dates/read-moments.ts";
import { splitClauses } from "../../verification/text/clauses.ts";
import type { ReadText } from "../../verification/text/read-text.ts";

export interface ClaimTime {
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two joined by `/`. */
  readonly value: string;
  /** As a reader should see it. */
  readonly words: string;
}

const cutShort = /^\s?(?:\.{2,}|…)/u;
const asOfNow = /现有|现已|已有|如今|目前|现在|至今|眼下|截至发稿/u;

function sayTime({ namesYear, words, value = "" }: Moment): ClaimTime {
  return { value, words: namesYear ? words.trim() : value };
}

/** Undefined where the sentence does not say, and does not speak of now. */
export function claimTime(
  text: ReadText,
  { start, end }: { readonly start: number; readonly end: number },
  publishedOn: PublishedOn | undefined,
): ClaimTime | undefined {
  const clauseEnd = splitClauses(text.plain).find((clause) => end <= clause.end)?.end ?? end;
  const told = text.moments.filter(
    (moment) =>
      !moment.isNow &&
      moment.value !== undefined &&
      !isCompared(moment, text.plain) &&
      !isDateline(moment, text.plain),
  );
  const moment =
    told.findLast((one) => one.end <= start) ??
    told.find((one) => end <= one.start && one.end <= clauseEnd);
  if (moment !== undefined) return sayTime(moment);
  return asOfNow.test(text.plain) ? publication(publishedOn) : undefined;
}

/** Before the text of a web page cut short: `Aug 9, 2019 ...`. */
export function isDateline({ start, end }: Moment, plain: string): boolean {
  return plain.slice(0, start).trim() === "" && cutShort.test(plain.slice(end));
}

/** The last day on which it may have been published. */
export function publication(publishedOn: PublishedOn | undefined): ClaimTime | undefined {
  const value = publishedOn?.value.split("/").at(-1);
  return value === undefined ? undefined : { value, words: value };
}
