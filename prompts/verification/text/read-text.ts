/** Reads a text once for all checks: its plain form, its times and its figures. */

import type { PublishedOn } from "../../../corpus/article.ts";
import { readMoments, type Moment } from "../dates/read-moments.ts";
import { type Figure, readFigures } from "../figures/read-figures.ts";
import { plainText } from "./plain-text.ts";

export interface ReadText {
  readonly tidied: string;
  /** Of the same length. */
  readonly plain: string;
  readonly moments: readonly Moment[];
  readonly figures: readonly Figure[];
}

/** @param tidied see `tidyText` */
export function readText(tidied: string, publishedOn: PublishedOn | undefined): ReadText {
  const plain = plainText(tidied);
  const moments = readMoments(tidied, publishedOn);
  let withoutTimes = plain;
  for (const { start, end } of moments) {
    withoutTimes = `${withoutTimes.slice(0, start)}${"〓".repeat(end - start)}${withoutTimes.slice(end)}`;
  }
  return { tidied, plain, moments, figures: readFigures(withoutTimes) };
}
