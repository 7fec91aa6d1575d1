/** The tables of the store: names, columns, and the rows that come back. */

import {
  Binary,
  Field,
  FixedSizeList,
  Float32,
  Int32,
  Schema,
  Utf8,
  type DataType,
} from "apache-arrow";
import { z } from "zod";
import { sha256 } from "../../corpus/ids.ts";

/** Rises with every change of columns or tokens; the next load then fills new tables beside the old. */
const tableFormat = 2;
const embedderKeyLength = 8;

/** What fixes the tables that vectors go to. */
export interface VectorSpace {
  readonly name: string;
  readonly dimension: number;
}

export interface TableNames {
  readonly documents: string;
  readonly chunks: string;
  readonly terms: string;
  readonly embeddings: string;
}

/**
 * Each embedder has tables of its own, so that vectors never mix, the old ones serve while the new
 * ones fill, and going back to an embedder finds its rows again.
 */
export function tableNames({ name, dimension }: VectorSpace): TableNames {
  const key = sha256(`${name}\n${dimension}`).slice(0, embedderKeyLength);
  return {
    documents: `documents_${tableFormat}_${key}`,
    chunks: `chunks_${tableFormat}_${key}`,
    terms: `terms_${tableFormat}_${key}`,
    embeddings: `embeddings_${key}`,
  };
}

/** Names of tables that belong to one embedder and row format; the vector cache stays. */
export const corpusTable = /^(?:documents|chunks|terms)_\d+_[0-9a-f]{8}$/u;
/** Names of vector caches. */
export const embeddingsTable = /^embeddings_[0-9a-f]{8}$/u;

function required(name: string, type: DataType): Field {
  return new Field(name, type, false);
}

function optional(name: string, type: DataType): Field {
  return new Field(name, type, true);
}

function vectorOf(dimension: number): DataType {
  return new FixedSizeList(dimension, new Field("item", new Float32(), true));
}

/** A row means: all chunks of the document with the same `stamp` are in. */
export const documentsSchema = new Schema([
  required("id", new Utf8()),
  required("path", new Utf8()),
  required("media_type", new Utf8()),
  required("content_hash", new Utf8()),
  required("loader_version", new Utf8()),
  required("stamp", new Utf8()),
  required("article_count", new Int32()),
  required("sentence_count", new Int32()),
  required("chunk_count", new Int32()),
  required("edges", new Utf8()),
  required("body", new Binary()),
]);

export function chunksSchema(dimension: number): Schema {
  return new Schema([
    required("id", new Utf8()),
    required("document_id", new Utf8()),
    required("stamp", new Utf8()),
    required("article_id", new Utf8()),
    required("sequence", new Int32()),
    required("path", new Utf8()),
    optional("title", new Utf8()),
    optional("published_on", new Utf8()),
    required("sentences", new Utf8()),
    optional("before", new Utf8()),
    optional("after", new Utf8()),
    required("embedded_text", new Utf8()),
    required("tokens", new Utf8()),
    required("vector", vectorOf(dimension)),
  ]);
}

/** Rows in order of their bucket; see `term-buckets.ts`. */
export const termsSchema = new Schema([required("terms", new Utf8())]);

export function embeddingsSchema(dimension: number): Schema {
  return new Schema([required("text_hash", new Utf8()), required("vector", vectorOf(dimension))]);
}

/** Makes LanceDB refuse a second row with the same generation, whichever process writes it. */
const primaryKey = new Map([["lance-schema:unenforced-primary-key", "true"]]);

export const stateTable = "state";
export const stateSchema = new Schema([
  new Field("generation", new Int32(), false, primaryKey),
  required("published_at", new Utf8()),
  required("embedder", new Utf8()),
  required("dimension", new Int32()),
  required("documents", new Int32()),
  required("articles", new Int32()),
  required("sentences", new Int32()),
  required("chunks", new Int32()),
  required("documents_table", new Utf8()),
  required("documents_version", new Int32()),
  required("chunks_table", new Utf8()),
  required("chunks_version", new Int32()),
  required("terms_table", new Utf8()),
  required("terms_version", new Int32()),
  required("vector_index_rows", new Int32()),
  optional("rolled_back_to", new Int32()),
]);

export const stateRowSchema = z.object({
  generation: z.number().int().positive(),
  /** ISO 8601 in UTC. */
  published_at: z.iso.datetime(),
  embedder: z.string(),
  dimension: z.number().int().positive(),
  documents: z.number().int().nonnegative(),
  articles: z.number().int().nonnegative(),
  sentences: z.number().int().nonnegative(),
  chunks: z.number().int().nonnegative(),
  documents_table: z.string(),
  documents_version: z.number().int().positive(),
  chunks_table: z.string(),
  chunks_version: z.number().int().positive(),
  terms_table: z.string(),
  terms_version: z.number().int().positive(),
  /** Rows when the vector index was built, 0 where vectors are searched one by one. */
  vector_index_rows: z.number().int().nonnegative(),
  rolled_back_to: z.number().int().positive().nullable(),
});
export type StateRow = Readonly<z.infer<typeof stateRowSchema>>;

export const heldRowSchema = z.object({
  id: z.string(),
  path: z.string(),
  media_type: z.string(),
  content_hash: z.string(),
  loader_version: z.string(),
  stamp: z.string(),
  article_count: z.number(),
  sentence_count: z.number(),
  chunk_count: z.number(),
  /** JSON of {@link HeldEdges}. */
  edges: z.string(),
});
export type HeldRow = Readonly<z.infer<typeof heldRowSchema>>;

export const chunkRowSchema = z.object({
  id: z.string(),
  document_id: z.string(),
  article_id: z.string(),
  sequence: z.number(),
  path: z.string(),
  title: z.string().nullable(),
  published_on: z.string().nullable(),
  sentences: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  embedded_text: z.string(),
});
export type ChunkRow = Readonly<z.infer<typeof chunkRowSchema>>;

/** Columns of a row schema, for `select`. */
export function columnsOf(schema: z.ZodObject): string[] {
  return Object.keys(schema.shape);
}
