/** What a sentence looks like, whatever the question. */

import type { Candidate } from "../candidate.ts";

const lengthScale = 5;
const headlineLength = 25;
const sentenceEnd = /[。!?]/u;

/** Length is ln(1 + characters)/5, the others 0 or 1. */
export function formFeatures(candidate: Candidate) {
  const { text } = candidate.sentence;
  return {
    isQuestion: text.includes("?") ? 1 : 0,
    length: Math.log(1 + text.length) / lengthScale,
    isFirst: candidate.position === 0 ? 1 : 0,
    isHeadline: text.length < headlineLength && !sentenceEnd.test(text) ? 1 : 0,
  };
}
