/** The score trace of an answer as text, for people who ask why. */

import type { Answer } from "../../prompts/answering/answer.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";

const sentencesShown = 5;
const featuresShown = 6;

/** One line of timings, then the best sentences with their largest features. */
export function renderTrace(answer: Answer, trace: readonly ExplainedSentence[]): string {
  const { retrieveMs, answerMs, totalMs } = answer.timings;
  const answerability = answer.answerability?.toFixed(2) ?? "not judged";
  return [
    `generation ${answer.generation}, answerer ${answer.answerer}, answerability ${answerability}`,
    `retrieved in ${retrieveMs.toFixed(0)} ms, answered in ${answerMs.toFixed(0)} ms,` +
      ` ${totalMs.toFixed(0)} ms in all`,
    ...trace.slice(0, sentencesShown).map(renderSentence),
  ].join("\n");
}

function renderSentence({ sentence, path, score, features }: ExplainedSentence): string {
  const largest = Object.entries(features)
    .filter(([, value]) => value !== 0)
    .sort(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, featuresShown)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return `${score.toFixed(3).padStart(8)}  ${sentence.text}\n${" ".repeat(10)}${path}; ${largest.join(", ")}`;
}
