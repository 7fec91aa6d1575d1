/** Reads a text as if its noise had never stood in it. */

import type { Article } from "../article.ts";
import type { DroppedText } from "../document.ts";
import type { Sentence } from "../sentence.ts";
import { type CutText, cutText } from "../text/cut-text.ts";

export interface Reading {
  readonly articles: readonly Article[];
  /** Ascending. */
  readonly dropped: readonly DroppedText[];
}

/** Reasons of what belongs to no piece; titles and bylines are left out of sentences, but kept. */
const noiseReasons = new Set(["no letter or digit", "page furniture", "repeated"]);

/** Each reading finds some noise that the one before hid; real pages need three or fewer. */
const maxReadings = 24;

/** Whether the text was left out because it is noise, and not because it is kept elsewhere. */
export function isNoise({ reason }: DroppedText): boolean {
  return noiseReasons.has(reason);
}

/**
 * Cuts out what a reading finds to be noise and reads the rest anew, until nothing more is found.
 * So a line looks the same whatever stood around it, and a text that was cleaned reads as it did.
 *
 * @returns the last reading, its spans those of the whole text
 */
export function readWithoutNoise(text: string, read: (text: string) => Reading): Reading {
  return readAgain(text, read, maxReadings);
}

function readAgain(text: string, read: (text: string) => Reading, readings: number): Reading {
  const reading = read(text);
  const noise = reading.dropped.filter(isNoise);
  if (noise.length === 0 || readings === 1) return reading;
  const rest = cutText(text, noise);
  const inRest = readAgain(rest.text, read, readings - 1);
  const droppedFromRest = inRest.dropped.flatMap(({ reason, ...span }) =>
    rest.spansOf(span).map(({ start, end }) => ({
      text: text.slice(start, end),
      reason,
      start,
      end,
    })),
  );
  return {
    articles: inRest.articles.map((article) => inWhole(article, rest)),
    dropped: [...noise, ...droppedFromRest].sort((one, other) => one.start - other.start),
  };
}

function inWhole(article: Article, rest: CutText): Article {
  const sentences = article.sentences.map((sentence): Sentence => ({
    ...sentence,
    spans: sentence.spans.flatMap(rest.spansOf),
  }));
  return { ...article, sentences };
}
