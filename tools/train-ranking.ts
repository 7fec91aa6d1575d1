/**
 * Makes `retrieval/weights.json` anew from an openly licensed question set.
 *
 *   npx tsx tools/train-ranking.ts --corpus FILE.jsonl --questions FILE.jsonl [--data DIR] [--write]
 *
 * Prints figures by cross-validation over documents, so that no question is scored by weights that
 * saw its document, then trains on all of them. Never give it the home corpus.
 */

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { sha256 } from "../corpus/ids.ts";
import { openJsonLines } from "../corpus/sources/open-json-lines.ts";
import { areaUnderCurve } from "../prompts/evaluation/summarise-scores.ts";
import { readQuestionSet } from "../prompts/evaluation/question-set.ts";
import { type EvidenceName, weighEvidence } from "../retrieval/answerability/evidence.ts";
import { answerabilityBands } from "../retrieval/answerability/bands.ts";
import {
  type AnswerabilityWeights,
  answerabilityScore,
} from "../retrieval/answerability/judge-answerability.ts";
import { createHashedEmbedder } from "../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../retrieval/load-corpus.ts";
import { canAnswer, type RankWeights } from "../retrieval/ranking/rank-sentences.ts";
import type { FeatureName } from "../retrieval/ranking/sentence-features.ts";
import { createRetriever } from "../retrieval/retriever.ts";
import { openLanceStore } from "../retrieval/store/open-lance-store.ts";
import {
  type CollectedQuestion,
  collectQuestion,
  isGold,
  rankIn,
  type Situation,
  situations,
} from "./training/collect-examples.ts";
import {
  type BinaryExample,
  type RankingExample,
  trainLogistic,
  trainRanking,
} from "./training/listwise-regression.ts";

const folds = 5;
const rankRidge = 3e-3;
const answerabilityRidge = 2e-3;
const digits = 3;
/** Features that only judge the set or vary with the embedder; the ranking must not learn them. */
const notForRanking = new Set<FeatureName>([
  "similarity",
  "bigramCoveragePassage",
  "sentenceScoreAbsolute",
  "tellingMissingPassage",
  "tellingHeldPassage",
  "tellingWordsHeldPassage",
]);

function round(value: number): number {
  return Number(value.toFixed(digits));
}

function fitRanking(collected: readonly CollectedQuestion[]): RankWeights {
  let names: FeatureName[] = [];
  const examples: RankingExample[] = [];
  for (const one of collected) {
    const ranked = one.candidates.answerable;
    const isRight = ranked.map(({ sentence }) => isGold(one.question, sentence.text));
    if (!isRight.includes(true)) continue;
    // Safe: the features are a plain record of these names.
    names = (Object.keys(ranked[0]!.features) as FeatureName[]).filter(
      (name) => !notForRanking.has(name),
    );
    examples.push({
      rows: ranked.map(({ features }) => names.map((name) => features[name])),
      isRight,
    });
  }
  const { weights } = trainRanking(examples, rankRidge);
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at]!)]));
}

function fitAnswerability(
  collected: readonly CollectedQuestion[],
  rank: RankWeights,
): AnswerabilityWeights {
  let names: EvidenceName[] = [];
  const examples: BinaryExample[] = [];
  for (const one of collected) {
    for (const situation of situations) {
      const evidence = weighEvidence(rankIn(situation, one, rank).filter(canAnswer));
      if (evidence === undefined) continue;
      // Safe: the evidence is a plain record of these names.
      names = Object.keys(evidence) as EvidenceName[];
      const isPositive = situation === "answerable";
      examples.push({
        row: names.map((name) => evidence[name]),
        isPositive,
        weight: isPositive ? 1.5 : 1,
      });
    }
  }
  const { weights, bias } = trainLogistic(examples, answerabilityRidge);
  return {
    bias: round(bias),
    weights: Object.fromEntries(names.map((name, at) => [name, round(weights[at]!)])),
  };
}

interface Judged {
  readonly goldRank: number;
  readonly scores: Readonly<Record<Situation, number | undefined>>;
}

function judge(
  one: CollectedQuestion,
  rank: RankWeights,
  answerability: AnswerabilityWeights,
): Judged {
  const ranked = rankIn("answerable", one, rank);
  const scores = situations.map((situation) => {
    const evidence = weighEvidence(rankIn(situation, one, rank).filter(canAnswer));
    return [situation, evidence && answerabilityScore(evidence, answerability)];
  });
  return {
    goldRank: ranked.findIndex(({ sentence }) => isGold(one.question, sentence.text)),
    // Safe: one entry a situation.
    scores: Object.fromEntries(scores) as Judged["scores"],
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function report(judged: readonly Judged[]): void {
  const top = (limit: number) =>
    percent(
      judged.filter(({ goldRank }) => goldRank >= 0 && goldRank < limit).length / judged.length,
    );
  console.log(`gold sentence in the top 1 / 3 / 5: ${top(1)} ${top(3)} ${top(5)}`);
  const scoresOf = (situation: Situation) =>
    judged.flatMap(({ scores }) => scores[situation] ?? []);
  const answerable = scoresOf("answerable");
  for (const situation of situations) {
    const scores = scoresOf(situation);
    const below = (cut: number) =>
      percent(scores.filter((score) => score < cut).length / scores.length);
    const { refuse, weak } = answerabilityBands;
    const auc = areaUnderCurve(answerable, scores).toFixed(3);
    console.log(
      `${situation} (${scores.length}): AUC ${auc}, below refuse ${below(refuse)}, below weak ${below(weak)}`,
    );
  }
}

const { values } = parseArgs({
  options: {
    corpus: { type: "string", multiple: true },
    questions: { type: "string" },
    data: { type: "string" },
    provenance: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});
if (values.corpus === undefined || values.questions === undefined) {
  throw new TypeError("Expected --corpus FILE.jsonl and --questions FILE.jsonl.");
}

const store = await openLanceStore({
  folder: values.data ?? (await mkdtemp(path.join(tmpdir(), "wenju-train-"))),
});
const embedder = createHashedEmbedder();
await loadCorpus({ source: openJsonLines(values.corpus), store, embedder });
const snapshot = await store.snapshot();
const retriever = createRetriever(embedder, {});
const collected: CollectedQuestion[] = [];
for (const question of await readQuestionSet(values.questions)) {
  if (question.gold.length > 0)
    collected.push(await collectQuestion(retriever, snapshot, question));
}
console.log(`${collected.length} questions`);

const foldOf = ({ question }: CollectedQuestion) =>
  Number.parseInt(sha256(question.documents[0] ?? question.id).slice(0, 6), 16) % folds;
const judged: Judged[] = [];
for (let fold = 0; fold < folds; fold++) {
  const others = collected.filter((one) => foldOf(one) !== fold);
  const rank = fitRanking(others);
  const answerability = fitAnswerability(others, rank);
  for (const one of collected)
    if (foldOf(one) === fold) judged.push(judge(one, rank, answerability));
}
report(judged);

if (values.write) {
  const rank = fitRanking(collected);
  const weights = {
    provenance: values.provenance,
    rank,
    answerability: fitAnswerability(collected, rank),
  };
  await writeFile(
    new URL("../retrieval/weights.json", import.meta.url),
    `${JSON.stringify(weights, null, 2)}\n`,
  );
}
snapshot.close();
store.close();
