/**
 * What the front ends (command line, terminal chat, Telegram) may ask of the system. `compose.ts`
 * builds it; front ends know nothing below it but these types.
 */

import type { SentenceInPlace } from "../corpus/locate-sentence.ts";
import type { Answer } from "../prompts/answering/answer.ts";
import type { AnswerRequest } from "../prompts/answering/answerer.ts";
import type { FoundSentences } from "../prompts/answering/find-sentences.ts";
import type { GoldenResult } from "../prompts/evaluation/golden/golden-result.ts";
import type { RewritingReport } from "../prompts/understanding/rewrite-question.ts";
import type { WritingReport } from "../prompts/answering/writing-report.ts";
import type { ExplainedSentence } from "../retrieval/explain.ts";
import type { Document } from "../corpus/document.ts";
import type { Scope } from "../retrieval/scope.ts";
import type { Generation, StoreSpace } from "../retrieval/corpus-store.ts";
import type { LoadProgress, LoadReport } from "../retrieval/load-report.ts";
import type { CompareRequest, Comparison } from "./comparing/compare-kept.ts";
import type { Folder } from "./count-folders.ts";
import type { UploadDesk } from "./uploads/upload-desk.ts";
import type { CatalogueDocument } from "./documents/catalogue.ts";
import type { DocumentActs } from "./documents/create-document-acts.ts";
import type { Tagging } from "./documents/create-tagging.ts";
import type { Removals } from "./documents/removal.ts";

export type AskRequest = AnswerRequest;

export interface FindRequest {
  readonly question: string;
  /** Sentences at most. */
  readonly limit: number;
  readonly scope?: Scope | undefined;
  readonly signal?: AbortSignal;
}

export interface Explained {
  readonly answer: Answer;
  /** The ranked sentences with their features, best first. */
  readonly trace: readonly ExplainedSentence[];
  /** How a model wrote a follow-up out; absent where none was asked. */
  readonly rewriting?: RewritingReport;
  /** How a model wrote the answer; absent where none was asked. */
  readonly writing?: WritingReport;
}

export interface LoadRequest {
  /** Default: the configured documents folder. */
  readonly folder?: string;
  /** Load only the document at this path, or those under it. Default: everything. */
  readonly path?: string;
  /** Read every file anew, even if its bytes are known. */
  readonly readAll?: boolean;
  /** Publish even an empty corpus or one less than half as large as the served one. */
  readonly force?: boolean;
  /** Report what would change; write nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface RollbackOptions {
  /** Number of the generation to go back from: nothing is done where another is served by now. */
  readonly from?: number;
}

export interface Status {
  readonly generation: Generation | undefined;
  /** Who loads right now, and since when. */
  readonly loading: { readonly since: Date; readonly by: string } | undefined;
  /** Bytes of the data folder. */
  readonly dataBytes: number;
  readonly documentsFolder: string;
  readonly embedder: string;
  readonly answerer: string;
  /** What the model was asked for; absent where none writes. */
  readonly modelTokens?: {
    /** Of this day (UTC), all processes together. */
    readonly today: number;
    /** Undefined: no limit. */
    readonly perDay: number | undefined;
  };
}

export interface CheckRequest {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface App extends DocumentActs, Tagging {
  /** @throws {RetrievalError} `E_NO_CORPUS` where nothing is loaded yet */
  ask(request: AskRequest): Promise<Answer>;
  explain(request: AskRequest): Promise<Explained>;
  /**
   * The sentences nearest to a question with their sources, without answering it: no model is asked.
   *
   * @throws {RetrievalError} `E_NO_CORPUS`
   */
  find(request: FindRequest): Promise<FoundSentences>;
  /** The sentence in its article; undefined where the served corpus no longer holds it. */
  locate(sentenceId: string, neighbours: number): Promise<SentenceInPlace | undefined>;
  /** Documents of the served corpus whose path is, or stands under, `path`; all without it. */
  documents(path?: string): Promise<readonly Document[]>;
  /** Folders of the served corpus, those inside others too, in order of their paths. */
  folders(): Promise<readonly Folder[]>;
  /** What is served without its text, ordered by path. @throws {RetrievalError} `E_NO_CORPUS` */
  catalogue(): Promise<readonly CatalogueDocument[]>;
  /** By document id, of those of these documents that readers see no more. */
  removals(documentIds: readonly string[]): Promise<Removals>;
  /**
   * @throws {AppError} `E_LOAD_RUNNING` where another process or chat loads, and as `loadCorpus`;
   *   `E_LOAD_KILLED` where the process of the load was ended from outside
   */
  load(request: LoadRequest): Promise<LoadReport>;
  status(): Promise<Status>;
  generations(): Promise<readonly Generation[]>;
  /** Undefined where nothing is loaded. */
  space(): Promise<StoreSpace | undefined>;
  /**
   * What differs between two kept generations.
   *
   * @throws {RetrievalError} `E_NO_CORPUS`, `E_GENERATION_UNKNOWN`
   */
  compare(request: CompareRequest): Promise<Comparison>;
  /**
   * @param to default: the generation before the served one
   * @throws {RetrievalError} `E_GENERATION_UNKNOWN`, `E_LOAD_RUNNING`; `E_ALREADY_PUBLISHED` where
   *   `from` is given and is not served any more
   */
  rollback(to?: number, options?: RollbackOptions): Promise<Generation>;
  /** Files that people send: kept aside, read, decided about, and laid over the documents folder. */
  readonly uploads: UploadDesk;
  /**
   * Asks the golden questions of the served corpus, in the order in which they were made. No model is
   * asked.
   *
   * @throws {RetrievalError} `E_NO_CORPUS`; {CorpusError} `E_FILE_UNREADABLE` where their file is wrong
   */
  check(request?: CheckRequest): Promise<readonly GoldenResult[]>;
  close(): Promise<void>;
}
