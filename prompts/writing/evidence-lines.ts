/** Numbered sentences as lines of data, under a line for each article. */

import type { EvidenceSentence } from "../verification/evidence.ts";
import { asData } from "./fence.ts";

/** Of a neighbour, which is there to be understood, not to be cited. */
const longestNeighbour = 160;

/** @param evidence in reading order */
export function evidenceLines(evidence: readonly EvidenceSentence[]): readonly string[] {
  const numbered = new Set(evidence.map(({ text }) => text));
  const neighbour = (text: string | undefined) =>
    text === undefined || numbered.has(text) ? undefined : clip(text);
  let head: string | undefined;
  return evidence.flatMap((sentence) => {
    const { n, text, title, publishedOn, section } = sentence;
    const newHead = asData({ article: title ?? "", date: publishedOn?.value });
    const line = asData({
      n,
      section,
      before: neighbour(sentence.before),
      text,
      after: neighbour(sentence.after),
      times: timesOf(sentence),
    });
    if (newHead === head) return [line];
    head = newHead;
    return [newHead, line];
  });
}

/** What 今年 and the like mean in the sentence; undefined where there is nothing to tell. */
function timesOf({ text, times = [] }: EvidenceSentence) {
  if (times.length === 0) return undefined;
  return Object.fromEntries(times.map(({ start, end, value }) => [text.slice(start, end), value]));
}

function clip(text: string): string {
  return text.length > longestNeighbour ? `${text.slice(0, longestNeighbour)}…` : text;
}
