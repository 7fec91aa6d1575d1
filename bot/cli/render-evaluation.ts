/** Shows evaluation figures as a table, and single questions that went wrong. */

import type { Answer } from "../../prompts/answering/answer.ts";
import type { RewritingFigures } from "../../prompts/evaluation/count-rewriting.ts";
import type { WritingFigures } from "../../prompts/evaluation/count-writing.ts";
import type { EvaluationQuestion } from "../../prompts/evaluation/question-set.ts";
import type { QuestionScore } from "../../prompts/evaluation/score-question.ts";
import type {
  EvaluationFigures,
  EvaluationReport,
} from "../../prompts/evaluation/summarise-scores.ts";

type Figure = keyof EvaluationFigures;

/** Rows of the table; each names its figures in the order shown. */
const rows: readonly { readonly label: string; readonly figures: readonly Figure[] }[] = [
  { label: "document in the top 1 / 5 / 10", figures: ["recallAt1", "recallAt5", "recallAt10"] },
  { label: "MRR@10 of the document", figures: ["mrrAt10"] },
  {
    label: "gold sentence in the top 1 / 3 / 5",
    figures: ["sentenceTop1", "sentenceTop3", "sentenceTop5"],
  },
  { label: "cited / right / first", figures: ["cited", "right", "first"] },
  { label: "cited or shown as nearest", figures: ["goldShown"] },
  { label: "all parts of the answer cited", figures: ["complete"] },
  { label: "tells a conflict / or is right", figures: ["tellsConflict", "rightOrConflict"] },
  { label: "names another date, area, measure", figures: ["tellsDifference"] },
  { label: "citations, characters shown", figures: ["meanCitations", "meanCharacters"] },
  { label: "refused of the unanswerable", figures: ["refusedUnanswerable"] },
  { label: "refused of the answerable", figures: ["falseRefusals"] },
  { label: "answerability, area under the curve", figures: ["answerabilityAuc"] },
  {
    label: "citation precision / recall / F1",
    figures: ["citationPrecision", "citationRecall", "citationF1"],
  },
  { label: "quotes word for word", figures: ["verbatim"] },
  { label: "milliseconds p50 / p95", figures: ["p50Ms", "p95Ms"] },
  { label: "questions a second", figures: ["questionsPerSecond"] },
];
const notShares = new Set<Figure>([
  "mrrAt10",
  "meanCitations",
  "meanCharacters",
  "answerabilityAuc",
  "p50Ms",
  "p95Ms",
  "questionsPerSecond",
]);
const labelWidth = 38;
const numberWidth = 8;
const typeWidth = 16;
const longestExcerpt = 100;

function show(figures: EvaluationFigures, name: Figure): string {
  const value = figures[name];
  const text = notShares.has(name)
    ? value.toFixed(value < 10 ? 3 : 1)
    : `${(100 * value).toFixed(1)} %`;
  return text.padStart(numberWidth);
}

export function renderEvaluation(report: EvaluationReport): string {
  const table = rows.map(
    ({ label, figures }) =>
      label.padEnd(labelWidth) + figures.map((name) => show(report, name)).join("  "),
  );
  const types = Object.entries(report.byType).map(
    ([type, figures]) =>
      type.padEnd(typeWidth) +
      [
        String(figures.questions).padStart(numberWidth),
        show(figures, "sentenceTop1"),
        show(figures, "cited"),
        show(figures, "right"),
        show(
          figures,
          type === "unanswerable" || type === "reject" ? "refusedUnanswerable" : "falseRefusals",
        ),
      ].join("  "),
  );
  const heading = ["type", "questions", "top 1", "cited", "right", "refused"];
  return [
    `${report.questions} questions`,
    "",
    ...table,
    "",
    heading[0]?.padEnd(typeWidth) +
      heading
        .slice(1)
        .map((word) => word.padStart(numberWidth))
        .join("  "),
    ...types,
  ].join("\n");
}

/** What the model wrote, cost and failed to do. */
export function renderWritingFigures(figures: WritingFigures): string {
  const { model, promptVersion, questions, requests, statements, stopped, mended } = figures;
  const degraded = Object.entries(figures.degraded).map(([reason, count]) => `${reason} ${count}`);
  return [
    `written by ${model}, prompt ${promptVersion}: ${questions} questions, ${requests} requests,` +
      ` ${figures.promptTokens} + ${figures.completionTokens} tokens,` +
      ` ${figures.seconds.toFixed(1)} seconds`,
    `${statements} statements, ${stopped} stopped, ${mended} of them mended`,
    `sentences instead: ${degraded.length === 0 ? "never" : degraded.join(", ")}`,
  ].join("\n");
}

/** What having follow-ups written out cost. */
export function renderRewritingFigures(figures: RewritingFigures): string {
  const { model, promptVersion, questions, used, promptTokens, completionTokens } = figures;
  return (
    `follow-ups written out by ${model}, prompt ${promptVersion}: ${questions}, ${used} of them used,` +
    ` ${promptTokens} + ${completionTokens} tokens, ${figures.seconds.toFixed(1)} seconds`
  );
}

function excerpt(text: string): string {
  return text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
}

/** Undefined where the question went right. */
export function renderFailure(
  score: QuestionScore,
  question: EvaluationQuestion,
  answer: Answer,
): string | undefined {
  const wentWrong = score.isUnanswerable ? !score.refused : !score.cited || !score.right;
  if (!wentWrong) return undefined;
  const shown =
    answer.kind === "answered"
      ? answer.citations
      : answer.kind === "notFound"
        ? answer.nearest
        : [];
  return [
    `\n${question.id} ${question.type}: ${question.question}`,
    ...question.gold.slice(0, 2).map((gold) => `  gold      ${excerpt(gold)}`),
    `  ${answer.kind}${answer.kind === "notFound" ? ` (${answer.reason})` : ""}, answerability ${score.answerability.toFixed(2)}, gold at ${score.sentenceRank ?? "–"}, cited ${score.cited}, right ${score.right}`,
    ...shown.map(({ n, text, path }) => `  [${n}] ${excerpt(text)} · ${path}`),
  ].join("\n");
}
