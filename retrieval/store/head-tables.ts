/** The newest rows of one embedder's tables: what a load writes to, ahead of what readers see. */

import type { Connection, Table } from "@lancedb/lancedb";
import { z } from "zod";
import type { Chunk } from "../../corpus/chunk.ts";
import type { PreparedDocument } from "../corpus-store.ts";
import { takeTurns } from "../take-turns.ts";
import { normalise } from "../text/normalise.ts";
import { bagOfTokens } from "../text/tokens.ts";
import { arrowTable, readRows, storedVectorSchema } from "./arrow-rows.ts";
import { openTableIfPresent } from "./connect-lance.ts";
import { isOneOf } from "./filters.ts";
import { documentStamp, type Ledger, readLedger } from "./ledger.ts";
import { packDocument } from "./packed-document.ts";
import {
  chunksSchema,
  documentsSchema,
  embeddingsSchema,
  type HeldRow,
  tableNames,
  termsSchema,
  type VectorSpace,
} from "./tables.ts";

/** What is handed to LanceDB at once is copied several times on its way. */
const maxRowsPerWrite = 1000;

const embeddingRowSchema = z.object({ text_hash: z.string(), vector: storedVectorSchema });

export interface HeadTables {
  readonly documents: Table;
  readonly chunks: Table;
  readonly terms: Table;
  readonly embeddings: Table;
}

/** Undefined until the first write made them. */
export async function openHeadTables(
  connection: Connection,
  space: VectorSpace,
): Promise<HeadTables | undefined> {
  const names = tableNames(space);
  const [documents, chunks, terms, embeddings] = await Promise.all(
    [names.documents, names.chunks, names.terms, names.embeddings].map((name) =>
      openTableIfPresent(connection, name),
    ),
  );
  const isWhole = documents && chunks && terms && embeddings;
  return isWhole ? { documents, chunks, terms, embeddings } : undefined;
}

export async function createHeadTables(
  connection: Connection,
  space: VectorSpace,
): Promise<HeadTables> {
  const names = tableNames(space);
  const existOk = { existOk: true };
  return {
    documents: await connection.createEmptyTable(names.documents, documentsSchema, existOk),
    chunks: await connection.createEmptyTable(names.chunks, chunksSchema(space.dimension), existOk),
    terms: await connection.createEmptyTable(names.terms, termsSchema, existOk),
    embeddings: await connection.createEmptyTable(
      names.embeddings,
      embeddingsSchema(space.dimension),
      existOk,
    ),
  };
}

export function closeHeadTables(tables: HeadTables): void {
  tables.documents.close();
  tables.chunks.close();
  tables.terms.close();
  tables.embeddings.close();
}

export function readHead(tables: HeadTables): Promise<Ledger> {
  return readLedger(tables.documents, tables.chunks);
}

export async function readEmbeddings(
  { embeddings }: HeadTables,
  textHashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (const condition of isOneOf("text_hash", textHashes)) {
    const query = embeddings.query().where(condition).select(["text_hash", "vector"]);
    for (const row of await readRows(query, embeddingRowSchema)) {
      vectors.set(row.text_hash, row.vector);
    }
  }
  return vectors;
}

export async function addEmbeddings(
  { embeddings }: HeadTables,
  vectors: ReadonlyMap<string, Float32Array>,
  dimension: number,
): Promise<void> {
  const rows = { text_hash: [...vectors.keys()], vector: [...vectors.values()] };
  await embeddings.add(arrowTable(embeddingsSchema(dimension), rows));
}

/** Deletes the document rows first: from then on nothing vouches for the chunks. */
export async function deleteDocuments(tables: HeadTables, ids: readonly string[]): Promise<void> {
  for (const condition of isOneOf("id", ids)) await tables.documents.delete(condition);
  for (const condition of isOneOf("document_id", ids)) await tables.chunks.delete(condition);
}

/**
 * Adds chunks, then the rows that vouch for them.
 *
 * @returns the rows of the `documents` table, without text
 */
export async function addDocuments(
  tables: HeadTables,
  prepared: readonly PreparedDocument[],
  dimension: number,
): Promise<readonly HeldRow[]> {
  const held = prepared.map(toHeldRow);
  const rows = prepared.flatMap(toChunkRows);
  for (let at = 0; at < rows.length; at += maxRowsPerWrite) {
    const part = rows.slice(at, at + maxRowsPerWrite);
    await tables.chunks.add(await chunkTable(part, dimension));
  }
  await tables.documents.add(await documentRows(prepared, held));
  return held;
}

function toHeldRow(prepared: PreparedDocument): HeldRow {
  const { document, loaderVersion, edges, chunks } = prepared;
  return {
    id: document.id,
    path: document.path,
    media_type: document.mediaType,
    content_hash: document.contentHash,
    loader_version: loaderVersion,
    stamp: documentStamp(prepared),
    article_count: document.articles.length,
    sentence_count: document.articles.reduce((sum, { sentences }) => sum + sentences.length, 0),
    chunk_count: chunks.length,
    edges: JSON.stringify(edges),
  };
}

async function documentRows(prepared: readonly PreparedDocument[], held: readonly HeldRow[]) {
  const turn = takeTurns();
  const bodies: Promise<Uint8Array>[] = [];
  for (const { document } of prepared) {
    await turn();
    bodies.push(packDocument(document));
  }
  return arrowTable(documentsSchema, {
    id: held.map((row) => row.id),
    path: held.map((row) => row.path),
    media_type: held.map((row) => row.media_type),
    content_hash: held.map((row) => row.content_hash),
    loader_version: held.map((row) => row.loader_version),
    stamp: held.map((row) => row.stamp),
    article_count: held.map((row) => row.article_count),
    sentence_count: held.map((row) => row.sentence_count),
    chunk_count: held.map((row) => row.chunk_count),
    edges: held.map((row) => row.edges),
    body: await Promise.all(bodies),
  });
}

interface PreparedChunk {
  readonly chunk: Chunk;
  readonly stamp: string;
  readonly vector: Float32Array;
}

function toChunkRows(prepared: PreparedDocument): readonly PreparedChunk[] {
  const { chunks, vectors } = prepared;
  const stamp = documentStamp(prepared);
  return chunks.flatMap((chunk, at) => {
    const vector = vectors[at];
    return vector === undefined ? [] : [{ chunk, stamp, vector }];
  });
}

async function chunkTable(rows: readonly PreparedChunk[], dimension: number) {
  const tokens: string[] = [];
  const turn = takeTurns();
  for (const { chunk } of rows) {
    await turn();
    tokens.push(joinedTokens(chunk.embeddedText));
  }
  return arrowTable(chunksSchema(dimension), {
    id: rows.map(({ chunk }) => chunk.id),
    document_id: rows.map(({ chunk }) => chunk.documentId),
    stamp: rows.map(({ stamp }) => stamp),
    article_id: rows.map(({ chunk }) => chunk.articleId),
    sequence: rows.map(({ chunk }) => chunk.sequence),
    path: rows.map(({ chunk }) => chunk.path),
    title: rows.map(({ chunk }) => chunk.title ?? null),
    published_on: rows.map(({ chunk: { publishedOn } }) =>
      publishedOn === undefined ? null : JSON.stringify(publishedOn),
    ),
    sentences: rows.map(({ chunk }) => JSON.stringify(chunk.sentences)),
    before: rows.map(({ chunk }) => chunk.before ?? null),
    after: rows.map(({ chunk }) => chunk.after ?? null),
    embedded_text: rows.map(({ chunk }) => chunk.embeddedText),
    tokens,
    vector: rows.map(({ vector }) => vector),
  });
}

/** One blank between tokens, none inside: both the index and the term count split there. */
function joinedTokens(text: string): string {
  return bagOfTokens(normalise(text)).join(" ").replace(/\s+/gu, " ").trim();
}
