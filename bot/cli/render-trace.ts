/** The score trace of an answer as text, for people who ask why. */

import type { Answer } from "../../prompts/answering/answer.ts";
import type { WritingReport } from "../../prompts/answering/writing-report.ts";
import type { CheckedDraft } from "../../prompts/writing/check-draft.ts";
import type { ExplainedSentence } from "../../retrieval/explain.ts";

const sentencesShown = 5;
const featuresShown = 6;

interface Explanation {
  readonly answer: Answer;
  readonly trace: readonly ExplainedSentence[];
  readonly writing: WritingReport | undefined;
}

/**
 * One line of timings, what a model wrote with the verdict on each statement, then the best sentences
 * with their largest features.
 */
export function renderTrace({ answer, trace, writing }: Explanation): string {
  const { retrieveMs, answerMs, totalMs } = answer.timings;
  const answerability = answer.answerability?.toFixed(2) ?? "not judged";
  return [
    `generation ${answer.generation}, answerer ${answer.answerer}, answerability ${answerability}`,
    `retrieved in ${retrieveMs.toFixed(0)} ms, answered in ${answerMs.toFixed(0)} ms,` +
      ` ${totalMs.toFixed(0)} ms in all`,
    ...(writing === undefined ? [] : renderWriting(writing)),
    ...trace.slice(0, sentencesShown).map(renderSentence),
  ].join("\n");
}

function renderWriting(writing: WritingReport): readonly string[] {
  const { model, promptVersion, form, requests, usage, elapsedMs, drafts, failure } = writing;
  return [
    `written by ${model}, prompt ${promptVersion}, form ${form ?? "none"}, ${requests} requests,` +
      ` ${usage.promptTokens} + ${usage.completionTokens} tokens, ${elapsedMs.toFixed(0)} ms`,
    ...(failure === undefined ? [] : [`${failure.code}: ${failure.message}`]),
    ...drafts.flatMap(renderDraft),
  ];
}

/** Numbers are those of the sentences the model was given, not those that readers see. */
function renderDraft({ text, citations, attempt, supported, rules, problems }: CheckedDraft) {
  const by = rules.length === 0 ? "" : ` (${rules.join(", ")})`;
  const numbers = citations.map((n) => `#${n}`).join(" ");
  return [
    `${supported ? "✓" : "✗"} ${attempt === 1 ? "" : "mended: "}${text} ${numbers}${by}`,
    ...problems.map(({ kind, found, message }) => `    ${kind} “${found}”: ${message}`),
  ];
}

function renderSentence({ sentence, path, score, features }: ExplainedSentence): string {
  const largest = Object.entries(features)
    .filter(([, value]) => value !== 0)
    .sort(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, featuresShown)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return `${score.toFixed(3).padStart(8)}  ${sentence.text}\n${" ".repeat(10)}${path}; ${largest.join(", ")}`;
}
