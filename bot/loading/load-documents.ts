/** Loads the documents, uploads laid over them and removed ones left out, in the process that asks. */

import { toDocumentPath } from "../../corpus/paths.ts";
import { createWorkerReader } from "../../corpus/reading/create-worker-reader.ts";
import { openArchives } from "../../corpus/sources/open-archives.ts";
import type { DocumentSource } from "../../corpus/source.ts";
import type { Answerer } from "../../prompts/answering/answerer.ts";
import type { CorpusStore } from "../../retrieval/corpus-store.ts";
import type { Embedder } from "../../retrieval/embedder.ts";
import { loadCorpus } from "../../retrieval/load-corpus.ts";
import type { LoadReport } from "../../retrieval/load-report.ts";
import type { LoadRequest } from "../app.ts";
import type { Config } from "../config.ts";
import { keepRemovedOut } from "../documents/keep-removed-out.ts";
import { recordLoad } from "../documents/record-changes.ts";
import { createCandidateCheck } from "../golden/check-candidate.ts";
import { collectGolden } from "../golden/collect-golden.ts";
import type { Operations } from "../operations/open-operations.ts";

export interface LoadParts {
  readonly config: Pick<Config, "documentsFolder" | "limits">;
  readonly store: CorpusStore;
  readonly operations: () => Promise<Operations>;
  readonly embedder: () => Promise<Embedder>;
  /** Asks the golden questions; it must give the same each time. */
  readonly extractive: () => Promise<Answerer>;
  /** The folder's files, with what people sent over them. */
  readonly layUploadsOver: (folder: string) => DocumentSource;
  /** Does the work while nobody else changes the corpus. */
  readonly alone: <Result>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ) => Promise<Result>;
}

/** @throws as `loadCorpus`, and what `alone` throws */
export async function loadDocuments(parts: LoadParts, asked: LoadRequest): Promise<LoadReport> {
  const { config, store, alone } = parts;
  const { folder = config.documentsFolder, signal, dryRun = false, path = "" } = asked;
  const within = toDocumentPath(path);
  const { limits } = config;
  const operations = await parts.operations();
  const { removedDocuments, documentChanges } = operations;
  const files = openArchives(parts.layUploadsOver(folder), limits);
  const { source, removed, leftOut } = keepRemovedOut(files, await removedDocuments.list());
  const embedder = await parts.embedder();
  const questions = dryRun || asked.force === true ? [] : await collectGolden(operations, folder);
  const check =
    questions.length === 0 ? undefined : createCandidateCheck(questions, await parts.extractive());
  const reader = createWorkerReader(limits);
  const load = (loadSignal: AbortSignal | undefined) =>
    loadCorpus({
      ...asked,
      source,
      removed,
      store,
      embedder,
      reader,
      check,
      dryRun,
      path: within === "" ? undefined : within,
      signal: loadSignal,
    });
  try {
    const report = await (dryRun ? load(signal) : alone(signal, load));
    await recordLoad(documentChanges, report);
    return leftOut.size === 0 ? report : { ...report, leftOut: [...leftOut.values()] };
  } finally {
    await reader.close();
  }
}
