/** The composition root: one Config in, the whole system out, each part opened when first needed. */

import { hostname } from "node:os";
import { join } from "node:path";
import { documentIdOfSentence } from "../corpus/ids.ts";
import { locateSentence } from "../corpus/locate-sentence.ts";
import { isAtOrUnder, toDocumentPath } from "../corpus/paths.ts";
import { createExtractiveAnswerer } from "../prompts/answering/extractive-answerer.ts";
import { createEvidenceFinder } from "../prompts/answering/find-evidence.ts";
import { findSentences } from "../prompts/answering/find-sentences.ts";
import { checkGolden } from "../prompts/evaluation/golden/check-golden.ts";
import { RetrievalError } from "../retrieval/errors.ts";
import { createForgivingEmbedder } from "../retrieval/forgiving-embedder.ts";
import { createHashedEmbedder } from "../retrieval/hashed-embedder.ts";
import { openLiveSnapshot } from "../retrieval/live-snapshot.ts";
import {
  createTranslator,
  type QuestionTranslator,
} from "../retrieval/question/translate/create-translator.ts";
import { openLanceStore } from "../retrieval/store/open-lance-store.ts";
import type { App } from "./app.ts";
import { compareKept } from "./comparing/compare-kept.ts";
import type { Config } from "./config.ts";
import { checkServed } from "./check-served.ts";
import { countFolders } from "./count-folders.ts";
import { countSpending } from "./count-spending.ts";
import { catalogueOf } from "./documents/catalogue.ts";
import { createDocumentActs } from "./documents/create-document-acts.ts";
import { createTagging, scopeOf } from "./documents/create-tagging.ts";
import { contentHashes, recordRollback } from "./documents/record-changes.ts";
import { findRemovals } from "./documents/removal.ts";
import { listRemovedIfWell } from "./documents/list-removed-if-well.ts";
import { createServedView } from "./documents/served-view.ts";
import { corpusLease } from "./loading/corpus-lease.ts";
import { loadDocuments, type LoadParts } from "./loading/load-documents.ts";
import { loadInOwnProcess } from "./loading/load-in-own-process.ts";
import { collectGolden } from "./golden/collect-golden.ts";
import { logRewriting } from "./log-rewriting.ts";
import { logWriting } from "./log-writing.ts";
import type { Logger } from "./logger.ts";
import { openAnswerer } from "./open-answerer.ts";
import { lateEmbedder, openEmbedder } from "./open-embedder.ts";
import { openOnce } from "./open-once.ts";
import { openOperations, type Operations } from "./operations/open-operations.ts";
import type { Lease } from "./operations/leases.ts";
import { withLease } from "./operations/with-lease.ts";
import { readStatus } from "./read-status.ts";
import { rollbackTarget } from "./rollback-target.ts";
import type { AllowedAddress } from "./uploads/links/public-address.ts";
import { openUploads } from "./uploads/open-uploads.ts";

/** The app, and the state that conversations need beside it. */
export interface Composition {
  readonly app: App;
  /**
   * Opened at the first call, so that answering works without it. Closed with the app.
   *
   * @throws {OperationsError}
   */
  readonly operations: () => Promise<Operations>;
}

/** Longer than servers need when they are well, shorter than people wait. */
const questionEmbeddingMs = 5000;

export interface ComposeOptions {
  /**
   * Where documents are loaded: a process that answers people meanwhile has it done beside it.
   * Default: `thisProcess`.
   */
  readonly loadsIn?: "thisProcess" | "ownProcess";
  /** Addresses of private networks from which links may be fetched; only tests have any. */
  readonly allowedAddresses?: readonly AllowedAddress[];
}

/** Opens the store; loads nothing. */
export async function compose(
  config: Config,
  logger: Logger,
  { loadsIn = "thisProcess", allowedAddresses }: ComposeOptions = {},
): Promise<Composition> {
  const store = await openLanceStore({
    folder: config.corpusLocation,
    retention: config.retention,
    onWarning: (message) => logger.warn(message),
  });
  const live = openLiveSnapshot(store, {
    onWarning: (error) => logger.warn("a newer generation cannot be opened", { error }),
  });
  const operations = openOnce(() => openOperations({ url: config.databaseUrl }));
  const openedOperations = () => operations.open();
  const view = createServedView(live, () => listRemovedIfWell(openedOperations, logger));
  // A configured embedding server is asked when it opens; only loads may wait for it.
  const embedding = openOnce(() => openEmbedder(config));
  const answering = openOnce(async () => {
    const late = await lateEmbedder(config, () => embedding.open());
    const translator = openTranslator(config, (message, error) => logger.warn(message, { error }));
    const openBudget = async (tokensPerDay: number | undefined) =>
      tokensPerDay === undefined
        ? countSpending(
            async () => (await operations.open()).tokenDays.budget(Number.MAX_SAFE_INTEGER),
            (error) => logger.warn("The tokens of a request could not be counted", { error }),
          )
        : (await operations.open()).tokenDays.budget(tokensPerDay);
    const asking = createForgivingEmbedder(late, {
      questionTimeoutMs: questionEmbeddingMs,
      onFailure: (error) => logger.warn("A question was asked without its vector", { error }),
    });
    const now = () => new Date();
    return {
      answerer: await openAnswerer(config, { embedder: asking, translator, openBudget, now }),
      findEvidence: createEvidenceFinder(asking, { translator, now }),
      extractive: createExtractiveAnswerer(asking, { translator, now }),
    };
  });
  const alone = async <Result>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> =>
    withLease((await operations.open()).leases, {
      name: corpusLease,
      holder: `process ${process.pid} on ${hostname()}`,
      signal,
      refused: loadRunning,
      work,
    });

  const uploads = openUploads({
    dataFolder: config.dataFolder,
    limits: config.limits,
    view,
    uploads: async () => (await openedOperations()).uploads,
    bringBack: async (path) => {
      await (await openedOperations()).removedDocuments.bringBack(path);
    },
    load: (request) => app.load(request),
    allowedAddresses,
  });

  const loadParts: LoadParts = {
    config,
    store,
    operations: openedOperations,
    embedder: () => embedding.open(),
    extractive: async () => (await answering.open()).extractive,
    layUploadsOver: (folder) => uploads.layOver(folder),
    alone,
  };

  const app: App = {
    ask: async (request) => (await app.explain(request)).answer,
    explain: (request) =>
      view.use(async (snapshot) => {
        const { answerer } = await answering.open();
        const scope = await scopeOf(request.scope, openedOperations);
        const found = await answerer.answer(snapshot, { ...request, scope });
        if (found.rewriting !== undefined) logRewriting(logger, found.rewriting);
        if (found.writing !== undefined) logWriting(logger, found.writing);
        // What it names is what the asker knows, not each document behind a tag.
        const named = request.scope === undefined ? {} : { scope: request.scope };
        return { ...found, answer: { ...found.answer, ...named } };
      }),
    find: (request) =>
      view.use(async (snapshot) => {
        const { findEvidence } = await answering.open();
        const scope = await scopeOf(request.scope, openedOperations);
        return findSentences(findEvidence, snapshot, { ...request, scope });
      }),
    locate: (sentenceId, neighbours) =>
      view.use(async (snapshot) => {
        const document = await snapshot.document(documentIdOfSentence(sentenceId));
        return document && locateSentence(document, sentenceId, neighbours);
      }),
    documents: (path) =>
      view.use(async (snapshot) => {
        const summaries = await snapshot.listDocuments();
        const wanted = toDocumentPath(path ?? "");
        const chosen = summaries.filter(
          (found) => wanted === "" || isAtOrUnder(found.path, wanted),
        );
        const found = [];
        for (const { id } of chosen) found.push(await snapshot.document(id));
        return found.filter((document) => document !== undefined);
      }),
    folders: () =>
      view.use(async (snapshot) => {
        const summaries = await snapshot.listDocuments();
        return countFolders(summaries.map(({ path }) => path));
      }),
    load: async (asked) =>
      loadsIn === "ownProcess"
        ? loadInOwnProcess({ ...asked, given: config.given })
        : loadDocuments(loadParts, asked),
    status: async () =>
      readStatus({
        config,
        store,
        operations: await openedOperations(),
        embedder: embedding.current?.name ?? config.embedding?.model ?? createHashedEmbedder().name,
      }),
    generations: () => store.generations(),
    space: () => store.space(),
    compare: async (request) => {
      const removed = await (await openedOperations()).removedDocuments.list();
      return compareKept(store, request, new Set(removed.map(({ path }) => path)));
    },
    rollback: (to, { from } = {}) =>
      alone(undefined, async () => {
        if (from !== undefined) await checkServed(store, from);
        const before = await live.use(contentHashes);
        const published = await store.rollback(to ?? rollbackTarget(await store.generations()));
        const after = await live.use(contentHashes);
        const { documentChanges } = await openedOperations();
        await recordRollback(documentChanges, published, before, after);
        return published;
      }),
    uploads: uploads.desk,
    catalogue: () => view.use(catalogueOf),
    removals: async (ids) => findRemovals(view, await openedOperations(), ids),
    ...createDocumentActs({
      store,
      view,
      operations: openedOperations,
      load: (change) => app.load(change),
      alone: (work) => alone(undefined, work),
    }),
    ...createTagging(view, openedOperations),
    check: async (request = {}) => {
      const questions = await collectGolden(await operations.open(), config.documentsFolder);
      return view.use(async (candidate) => {
        const { extractive: answerer } = await answering.open();
        return checkGolden({ ...request, questions, answerer, candidate });
      });
    },
    close: async () => {
      await live.close();
      store.close();
      operations.current?.close();
    },
  };
  return { app, operations: openedOperations };
}

/**
 * The dictionary for English questions on Chinese text, opened at the first of them.
 *
 * @param onWarning told once if it is missing, and if it cannot be kept for the next time
 */
export function openTranslator(
  { dataFolder }: Pick<Config, "dataFolder">,
  onWarning: (message: string, cause: unknown) => void,
): QuestionTranslator {
  return createTranslator({
    cacheFolder: join(dataFolder, "cache"),
    onCacheFailure: (cause) => onWarning("the packed dictionary cannot be written", cause),
    onUnavailable: (cause) =>
      onWarning("no dictionary: English questions find no Chinese text", cause),
  });
}

function loadRunning(standing: Lease): RetrievalError {
  return new RetrievalError(
    "E_LOAD_RUNNING",
    `Expected to be the only one who changes the corpus, found ${standing.holder} at work since` +
      ` ${standing.since.toISOString()}. Wait until it is done and try again.`,
    { retryable: true },
  );
}
