/**
 * Times loading and answering, each step beside the full-text leg, so that a run can be compared with
 * another on a machine of another speed by its ratios.
 *
 *   npm run bench -- [--corpus FILE.jsonl… | --documents FOLDER] [--questions FILE.jsonl] [--limit N]
 *
 * Without files it takes the sample corpus and its questions; without questions for other documents
 * it only loads, and asks first lines while it loads once more in a process of its own.
 */

import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compose } from "../bot/compose.ts";
import { parseConfig } from "../bot/config.ts";
import { createLogger } from "../bot/logger.ts";
import { createWorkerReader } from "../corpus/reading/create-worker-reader.ts";
import type { DocumentSource } from "../corpus/source.ts";
import { openFolder } from "../corpus/sources/open-folder.ts";
import { openJsonLines } from "../corpus/sources/open-json-lines.ts";
import { createExtractiveAnswerer } from "../prompts/answering/extractive-answerer.ts";
import { readQuestionSet } from "../prompts/evaluation/question-set.ts";
import { createHashedEmbedder } from "../retrieval/hashed-embedder.ts";
import { loadCorpus } from "../retrieval/load-corpus.ts";
import { timedParts } from "../retrieval/loading/stopwatch.ts";
import type { LoadReport } from "../retrieval/load-report.ts";
import { analyseQuestion, tokensOfInterest } from "../retrieval/question/analyse-question.ts";
import { fuseHits } from "../retrieval/ranking/fuse-hits.ts";
import { rankSentences } from "../retrieval/ranking/rank-sentences.ts";
import { termWeights } from "../retrieval/ranking/term-weights.ts";
import { openLanceStore } from "../retrieval/store/open-lance-store.ts";
import { rankWeights } from "../retrieval/weights.ts";
import { answerWhileLoading } from "./answering-while-loading.ts";

const changedDocuments = 10;
const passageLimit = 30;
const questionsWhileLoading = 200;
const loadsWhileAsking = 3;
const longestTitle = 40;
const warmUpQuestions = 20;
const sampleEveryMs = 50;
const bytesPerMegabyte = 1024 * 1024;
const sampleFolder = fileURLToPath(new URL("../sample", import.meta.url));

const { values } = parseArgs({
  options: {
    corpus: { type: "string", multiple: true },
    documents: { type: "string" },
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

interface WatchedLoad {
  readonly report: LoadReport;
  /** Of the whole process, in megabytes: the most in each quarter of the time. */
  readonly peakMegabytes: readonly number[];
  /** Times between two turns of the event loop, in milliseconds. */
  readonly heldMs: { readonly p99: number; readonly longest: number };
}

async function watch(work: () => Promise<LoadReport>): Promise<WatchedLoad> {
  const sampledBytes = [process.memoryUsage.rss()];
  const sampling = setInterval(() => sampledBytes.push(process.memoryUsage.rss()), sampleEveryMs);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  try {
    const report = await work();
    const heldMs = { p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 };
    return { report, peakMegabytes: peaksByQuarter(sampledBytes), heldMs };
  } finally {
    clearInterval(sampling);
    delay.disable();
  }
}

function peaksByQuarter(bytes: readonly number[]): readonly number[] {
  return [0, 1, 2, 3].map((quarter) => {
    const from = Math.floor((bytes.length * quarter) / 4);
    const to = Math.max(from + 1, Math.floor((bytes.length * (quarter + 1)) / 4));
    return Math.max(...bytes.slice(from, to)) / bytesPerMegabyte;
  });
}

function megabytes(peaks: readonly number[]): string {
  return `${peaks.map((peak) => peak.toFixed(0)).join(", ")} MB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function openSource(): DocumentSource {
  if (values.corpus !== undefined) return openJsonLines(values.corpus);
  return openFolder(values.documents ?? join(sampleFolder, "documents"));
}

const source = openSource();
const isSample = values.corpus === undefined && values.documents === undefined;
const questionFile =
  values.questions ?? (isSample ? join(sampleFolder, "questions.jsonl") : undefined);
const questions =
  questionFile === undefined
    ? []
    : (await readQuestionSet(questionFile)).slice(0, Number(values.limit));
const folder = await mkdtemp(join(tmpdir(), "wenju-bench-"));
const config = parseConfig({
  DATA_DIR: folder,
  DOCUMENTS_DIR: values.documents ?? join(sampleFolder, "documents"),
  LOG_LEVEL: "silent",
});
const store = await openLanceStore({ folder: config.corpusLocation });
const embedder = createHashedEmbedder();
async function load(from: DocumentSource): Promise<WatchedLoad> {
  const reader = createWorkerReader();
  try {
    return await watch(() => loadCorpus({ source: from, store, embedder, reader }));
  } finally {
    await reader.close();
  }
}

/** First lines of some documents, where there are no questions. */
async function titles(): Promise<readonly string[]> {
  const files = await source.list();
  const every = Math.max(1, Math.floor(files.length / questionsWhileLoading));
  const lines: string[] = [];
  for (const [at, file] of files.entries()) {
    if (at % every > 0) continue;
    const text = Buffer.from(await file.read()).toString("utf8");
    lines.push((text.trim().split("\n")[0] ?? "").slice(0, longestTitle));
  }
  return lines.filter((line) => line.trim() !== "");
}

const first = await load(source);
const unchanged = await load(source);
const changed = await load(withChanges(source, changedDocuments));
const snapshot = await store.snapshot();
const { generation } = snapshot;
console.log(
  `${generation.documents} documents, ${generation.sentences} sentences, ${generation.chunks} chunks` +
    ` on ${availableParallelism()} cores`,
);
const { elapsedMs, timesMs, documentsPerSecond, megabytesPerSecond } = first.report;
console.log(
  `load from nothing    ${seconds(elapsedMs)}, ${documentsPerSecond.toFixed(0)} documents/s,` +
    ` ${megabytesPerSecond.toFixed(2)} MB/s`,
);
console.log(
  `  most memory          ${megabytes(first.peakMegabytes)} in the four quarters of the time`,
);
console.log(
  `  of which           ${timedParts.map((part) => `${part} ${seconds(timesMs[part])}`).join(", ")}`,
);
console.log(
  `  event loop held    p99 ${first.heldMs.p99.toFixed(1)} ms, longest ${first.heldMs.longest.toFixed(0)} ms`,
);
for (const [name, { report, peakMegabytes }] of [
  ["load, nothing new", unchanged],
  [`load, ${changedDocuments} changed`, changed],
] as const) {
  const share = (report.elapsedMs / elapsedMs).toFixed(3);
  console.log(
    `${name.padEnd(20)} ${seconds(report.elapsedMs)}, ${share} of the first, ${megabytes(peakMegabytes)}`,
  );
}

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

if (values.corpus === undefined) {
  const logger = createLogger({ level: config.logLevel, secrets: [] });
  const { app } = await compose(config, logger, { loadsIn: "ownProcess" });
  const asked = questions.length > 0 ? questions.map(({ question }) => question) : await titles();
  const { quietMs, loadingMs, loadsMs, memoryMegabytes } = await answerWhileLoading(
    app,
    asked.slice(0, questionsWhileLoading),
    loadsWhileAsking,
  );
  const [quiet, loading] = [quantile(quietMs, 0.95), quantile(loadingMs, 0.95)];
  console.log(
    `answers while loading p95 ${loading.toFixed(1)} ms of ${loadingMs.length}, alone` +
      ` ${quiet.toFixed(1)} ms: ${(loading / quiet).toFixed(2)} of it` +
      ` (p50 ${quantile(loadingMs, 0.5).toFixed(1)} and ${quantile(quietMs, 0.5).toFixed(1)} ms)`,
  );
  console.log(
    `  loads beside it      ${loadsMs.map(seconds).join(", ")}; memory here before and after each` +
      ` ${memoryMegabytes.join(", ")} MB`,
  );
  await app.close();
}
await rm(folder, { recursive: true });
