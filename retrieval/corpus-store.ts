/**
 * Port: where a loaded corpus lives. Readers pin one published generation; one writer prepares the
 * next one beside them. The LanceDB implementation stands in `store/`.
 */

import { z } from "zod";
import type { PublishedOn } from "../corpus/article.ts";
import type { Chunk } from "../corpus/chunk.ts";
import type { Document } from "../corpus/document.ts";
import type { Scope } from "./scope.ts";

/** One published state of the corpus. */
export interface Generation {
  /** 1 for the first, rising by one with every publication, rollbacks included. */
  readonly number: number;
  readonly publishedAt: Date;
  /** Name of the embedder whose vectors the chunks hold. */
  readonly embedder: string;
  readonly dimension: number;
  readonly documents: number;
  readonly articles: number;
  readonly sentences: number;
  readonly chunks: number;
  /** The generation whose content this one brought back, where it is a rollback. */
  readonly rolledBackTo?: number;
}

/** A chunk that one leg found. Scores of two legs are not comparable. */
export interface Hit {
  readonly chunk: Chunk;
  /** Full text: BM25, above 0, unbounded, comparable within one query. Vectors: cosine, −1…1. */
  readonly score: number;
}

export interface SearchOptions {
  readonly limit: number;
  /** Only chunks of these documents are looked at. Default: all. */
  readonly scope?: Scope;
  /** Paths of documents whose chunks are not looked at. */
  readonly without?: readonly string[];
  readonly signal?: AbortSignal;
}

/** What a listing shows of a document, without its text. */
export interface DocumentSummary {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly contentHash: string;
  /** Another one where other bytes, other code, or other lines left out gave other sentences. */
  readonly stamp: string;
  readonly articles: number;
  readonly sentences: number;
}

/** What a listing shows of an article, without its text. */
export interface ArticleSummary {
  readonly documentId: string;
  /** Of its document. */
  readonly path: string;
  readonly title?: string;
  readonly publishedOn?: PublishedOn;
}

/** A reader's pinned view of one generation. Answers the same however often others publish. */
export interface CorpusSnapshot {
  readonly generation: Generation;
  /**
   * Best first. The corpus and `tokens` must come from the same tokeniser (`text/tokens.ts`).
   *
   * @param tokens each once; empty finds nothing
   */
  searchFullText(tokens: readonly string[], options: SearchOptions): Promise<readonly Hit[]>;
  /**
   * Best first. A zero vector, or an empty one, finds nothing.
   *
   * @throws {RetrievalError} `E_EMBEDDING_DIMENSION`
   */
  searchVectors(vector: Float32Array, options: SearchOptions): Promise<readonly Hit[]>;
  /** In how many chunks each token stands. Tokens the corpus does not hold are absent. */
  documentFrequencies(tokens: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Ordered by path. */
  listDocuments(): Promise<readonly DocumentSummary[]>;
  /** Those that have sentences, in no order. */
  listArticles(): Promise<readonly ArticleSummary[]>;
  /** By id, of those of these documents that it holds. */
  pathsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  document(id: string): Promise<Document | undefined>;
  /** Frees the pinned handles; the snapshot must not be used afterwards. */
  close(): void;
}

/** A document's lines that others may share, and those it was left without. */
export const heldEdgesSchema = z.object({
  folder: z.string(),
  signature: z.string(),
  lines: z.array(z.string()).readonly(),
  /** Keys of the lines that were left out because other documents have them too, sorted. */
  left: z.array(z.string()).readonly(),
});
export type HeldEdges = Readonly<z.infer<typeof heldEdgesSchema>>;

/** What the head of the store holds of a document, published or left by a load that was killed. */
export interface HeldDocument {
  readonly id: string;
  readonly path: string;
  readonly contentHash: string;
  /** What besides the bytes decided how it was read: see {@link PreparedDocument.loaderVersion}. */
  readonly loaderVersion: string;
  readonly articles: number;
  readonly sentences: number;
  readonly edges: HeldEdges;
}

/** What readers are being served while a load runs. */
export interface ServedCorpus {
  readonly generation: Generation;
  /** Whether the writer builds on its tables; `false` after a change of embedder or row format. */
  readonly extendable: boolean;
  /** By document id. Empty where the rows are of a format this code cannot read. */
  readonly documents: ReadonlyMap<string, HeldDocument>;
}

/** A document with what the store keeps of it. `vectors[i]` belongs to `chunks[i]`. */
export interface PreparedDocument {
  readonly document: Document;
  readonly edges: HeldEdges;
  /** Version of the code that made articles and chunks of the bytes, and a title given from outside. */
  readonly loaderVersion: string;
  readonly chunks: readonly Chunk[];
  readonly vectors: readonly Float32Array[];
}

export type PublishStage = "index" | "check" | "publish";

/** A generation that is whole and not served yet, beside the one it would replace. */
export interface Candidate {
  /** Its generation carries the number and the counts it will have. */
  readonly snapshot: CorpusSnapshot;
  /** Absent where nothing is served, or where it is of another embedder or row format. */
  readonly served?: CorpusSnapshot;
}

export interface PublishOptions {
  readonly signal?: AbortSignal;
  /** Called as each stage begins. */
  readonly onStage?: (stage: PublishStage) => void;
  /**
   * Asked last, with both open until it answers. `false` publishes nothing; what was done stays at
   * the head. Default: yes.
   */
  readonly approve?: (candidate: Candidate) => Promise<boolean>;
  /** Publish even where a leg finds nothing. */
  readonly force?: boolean;
}

/** Prepares the next generation. At most one at a time (the caller holds the lease). */
export interface CorpusWriter {
  /** The newest generation and its documents, where there is one. */
  served(): Promise<ServedCorpus | undefined>;
  /** By document id, as the head of the store has it: what a killed load wrote counts. */
  heldDocuments(): Promise<ReadonlyMap<string, HeldDocument>>;
  /** Vectors known for these texts under this embedder, by SHA-256 of the text. */
  cachedVectors(textHashes: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** @param vectors by SHA-256 of the embedded text */
  cacheVectors(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
  /** Replaces what the store holds of these documents. Whole at every point a kill may come. */
  replaceDocuments(documents: readonly PreparedDocument[]): Promise<void>;
  removeDocuments(ids: readonly string[]): Promise<void>;
  /**
   * Makes the indices whole, checks counts and both legs, and publishes with one insert.
   *
   * @returns undefined where it was not approved
   * @throws {RetrievalError} `E_LEG_UNHEALTHY`, `E_ALREADY_PUBLISHED`
   */
  publish(options?: PublishOptions): Promise<Generation | undefined>;
  close(): void;
}

/** How much room the corpus takes. */
export interface StoreSpace {
  /** Of what is served: texts, vectors and indices. */
  readonly servedBytes: number;
  /** Of all but the vector cache: what is served, older generations, and what is not freed yet. Unknown on object storage. */
  readonly corpusBytes?: number;
  /** Vectors that were paid for once, of this and other embedders. Unknown on object storage. */
  readonly vectorCacheBytes?: number;
}

export interface CorpusStore {
  /** The newest published generation. @throws {RetrievalError} `E_NO_CORPUS`, `E_STATE_BROKEN` */
  snapshot(): Promise<CorpusSnapshot>;
  /**
   * One that is kept, as its readers had it.
   *
   * @throws {RetrievalError} `E_GENERATION_UNKNOWN`, `E_STATE_BROKEN`
   */
  openGeneration(number: number): Promise<CorpusSnapshot>;
  /** Number of the newest published generation, 0 where there is none. Cheap enough to poll. */
  newestGeneration(): Promise<number>;
  /** Those that can still be brought back, newest first. */
  generations(): Promise<readonly Generation[]>;
  /** Undefined where nothing is served. */
  space(): Promise<StoreSpace | undefined>;
  /** Opens the head for writing; the first write creates the tables, so that looking leaves no trace. */
  openWriter(embedder: {
    readonly name: string;
    readonly dimension: number;
  }): Promise<CorpusWriter>;
  /**
   * Publishes an older generation's content as a new generation; the served one is answered as it is.
   *
   * @throws {RetrievalError} `E_GENERATION_UNKNOWN`
   */
  rollback(to: number): Promise<Generation>;
  /**
   * Publishes the served content as a new generation, written from nothing, and frees every other one
   * with all that it alone held: rows, indices, cached vectors. None can be brought back then.
   *
   * @throws {RetrievalError} `E_NO_CORPUS`, `E_EMBEDDER_MISMATCH`, and as `CorpusWriter.publish`
   */
  forgetOlder(options?: PublishOptions): Promise<Generation>;
  close(): void;
}
