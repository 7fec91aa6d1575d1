/**
 * Times loading and answering, each step beside the full-text leg, so that a run can be compared with
 * another on a machine of another speed by its ratios.
 *
 *   npm run bench -- [--corpus FILE.jsonl --questions FILE.jsonl] [--limit N]
 *
 * Without files it takes the sample corpus and its questions.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { DocumentSource } from "../corpus/source.ts";
import { openFolder } from "../corpus/sources/open-folder.ts";
import { openJsonLines } from "../corpus/sources/open-json-lines.ts";
import { createExtractiveAnswerer } from "../prompts/answering/extractive-answerer.ts";
import { readQuestionSet } from "../prompts/evaluation/question-set.ts";
import { createHashedEmbedder } from "../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../retrieval/load-corpus.ts";
import { analyseQuestion, tokensOfInterest } from "../retrieval/question/analyse-question.ts";
import { fuseHits } from "../retrieval/ranking/fuse-hits.ts";
import { rankSentences } from "../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../retrieval/ranking/term-weights.ts";
import { openLanceStore } from "../retrieval/store/open-lance-store.ts";
import { rankWeights } from "../retrieval/weights.ts";

const changedDocuments = 10;
const passageLimit = 30;
const warmUpQuestions = 20;
const sampleFolder = fileURLToPath(new URL("../sample", import.meta.url));

const { values } = parseArgs({
  options: {
    corpus: { type: "string", multiple: true },
    questions: { type: "string" },
    limit: { type: "string", default: "300" },
  },
});

/** The same documents, a few of them with a sentence more. */
function withChanges(source: DocumentSource, changed: number): DocumentSource {
  return {
    async list() {
      const files = await source.list();
      return files.map((file, at) =>
        at >= changed
          ? file
          : {
              ...file,
              read: async () =>
                Buffer.concat([await file.read(), Buffer.from("\n\n又添了一句话。\n")]),
            },
      );
    },
  };
}

function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

const source =
  values.corpus === undefined
    ? openFolder(join(sampleFolder, "documents"))
    : openJsonLines(values.corpus);
const questionFile = values.questions ?? join(sampleFolder, "questions.jsonl");
const questions = (await readQuestionSet(questionFile)).slice(0, Number(values.limit));
const folder = await mkdtemp(join(tmpdir(), "wenju-bench-"));
const store = await openLanceStore({ folder });
const embedder = createHashedEmbedder();
const load = (from: DocumentSource) =>
  secondsOf(() => loadCorpus({ source: from, store, embedder }));

const first = await load(source);
const unchanged = await load(source);
const changed = await load(withChanges(source, changedDocuments));
const snapshot = await store.snapshot();
const { generation } = snapshot;
console.log(
  `${generation.documents} documents, ${generation.sentences} sentences, ${generation.chunks} chunks`,
);
console.log(`load from nothing    ${first.toFixed(2)} s`);
console.log(
  `load, nothing new    ${unchanged.toFixed(2)} s, ${(unchanged / first).toFixed(3)} of the first`,
);
console.log(
  `load, ${changedDocuments} changed     ${changed.toFixed(2)} s, ${(changed / first).toFixed(3)} of the first`,
);

const answerer = createExtractiveAnswerer(embedder);
const times = new Map<string, number[]>();
const isWarm = { value: false };
async function timed<Result>(step: string, work: () => Result | Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  const list = times.get(step) ?? [];
  times.set(step, list);
  if (isWarm.value) list.push(performance.now() - startedAt);
  return result;
}

for (const [at, { question }] of [...questions.slice(0, warmUpQuestions), ...questions].entries()) {
  isWarm.value = at >= Math.min(warmUpQuestions, questions.length);
  const search = { limit: passageLimit };
  await timed("whole answer", () => answerer.answer(snapshot, { question }));
  const analysed = await timed("analyse", () => analyseQuestion(question));
  const fullText = await timed("full text", () => snapshot.searchFullText(analysed.tokens, search));
  const [vector] = await timed("embed", () => embedder.embed([question], { role: "question" }));
  const vectors = await timed("vectors", () => snapshot.searchVectors(vector!, search));
  const frequencies = await timed("frequencies", () =>
    snapshot.documentFrequencies(tokensOfInterest(analysed)),
  );
  await timed("rank", () =>
    rankSentences(
      analysed,
      fuseHits(fullText, vectors, embedder.fusionWeight),
      termWeights(generation.chunks, frequencies),
      rankWeights,
    ),
  );
}
const yardstick = quantile(times.get("full text") ?? [], 0.5);
for (const [step, list] of times) {
  const [p50, p95] = [quantile(list, 0.5), quantile(list, 0.95)];
  console.log(
    `${step.padEnd(20)} p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, ${(p50 / yardstick).toFixed(2)} of the full-text leg`,
  );
}
snapshot.close();
store.close();
await rm(folder, { recursive: true });
