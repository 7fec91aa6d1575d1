/** A reader's pinned view of one generation. */

import { MatchQuery, Operator } from "@lancedb/lancedb";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { publishedOnSchema } from "../../corpus/article.ts";
import type { Chunk } from "../../corpus/chunk.ts";
import { sentenceSchema } from "../../corpus/sentence.ts";
import type { CorpusSnapshot, Hit, SearchOptions } from "../corpus-store.ts";
import { RetrievalError } from "../errors.ts";
import { readRows } from "./arrow-rows.ts";
import { createCallGate } from "./call-gate.ts";
import { callLance } from "./connect-lance.ts";
import { equals, isOneOf } from "./filters.ts";
import { readSummaries } from "./ledger.ts";
import { listArticles } from "./list-articles.ts";
import { unpackDocument } from "./packed-document.ts";
import { closePinnedTables, type PinnedTables } from "./pinned-tables.ts";
import { toGeneration } from "./create-state-table.ts";
import { createShownChunks } from "./shown-chunks.ts";
import { chunkRowSchema, columnsOf, type ChunkRow, type StateRow } from "./tables.ts";
import { readTermChanges, termRowSchema } from "./read-term-changes.ts";
import { bucketOf, readBucket } from "./term-buckets.ts";

/** Partitions to look into and candidates to measure again: recall 0.95 on a million rows. */
const searchedPartitions = 40;
const refineFactor = 20;
/** LanceDB's number for looking on until there are enough rows. */
const allPartitions = 0;
const rememberedTerms = 20_000;

const sentencesSchema = z.array(sentenceSchema);
const fullTextRowSchema = chunkRowSchema.extend({ _score: z.number() });
const vectorRowSchema = chunkRowSchema.extend({ _distance: z.number() });
const bodyRowSchema = z.object({ body: z.instanceof(Uint8Array) });
const pathRowSchema = z.object({ id: z.string(), path: z.string() });

/** Takes over the tables and closes them. */
export function createLanceSnapshot(row: StateRow, tables: PinnedTables): CorpusSnapshot {
  const chunkCounts = new LRUCache<string, number>({ max: rememberedTerms });
  const gate = createCallGate(() => closePinnedTables(tables));
  let termChanges: ReturnType<typeof readTermChanges> | undefined;
  const shownChunks = createShownChunks(async () => {
    const query = tables.documents.query().select(columnsOf(pathRowSchema));
    return (await readRows(query, pathRowSchema)).map(({ path }) => path);
  });

  function read<Result>(doing: string, call: () => Promise<Result>): Promise<Result> {
    return gate.run(() => callLance(doing, call));
  }

  /** Counts of the tokens as stored, 0 for those the corpus does not hold. */
  async function readTerms(tokens: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map(tokens.map((token) => [token, 0]));
    if (tokens.length === 0) return counts;
    const { bucketCount, steps } = await (termChanges ??= readTermChanges(tables.terms));
    if (bucketCount === 0) return counts;
    const buckets = [...new Set(tokens.map((token) => bucketOf(token, bucketCount)))];
    const query = tables.terms.takeOffsets(buckets.sort((one, other) => one - other));
    for (const { terms } of await readRows(query, termRowSchema)) {
      readBucket(terms, (token, count) => {
        if (counts.has(token)) counts.set(token, count);
      });
    }
    for (const [token, count] of counts) counts.set(token, count + (steps.get(token) ?? 0));
    return counts;
  }

  return {
    generation: toGeneration(row),

    async searchFullText(tokens, { limit, signal, ...options }) {
      signal?.throwIfAborted();
      if (tokens.length === 0 || row.chunks === 0) return [];
      const query = new MatchQuery(tokens.join(" "), "tokens", { operator: Operator.Or });
      const rows = await read("search the full text", async () => {
        const shown = await shownChunks(options);
        const search = tables.chunks.query().fullTextSearch(query);
        if (shown !== undefined) search.where(shown);
        return readRows(
          search.select(columnsOf(fullTextRowSchema)).limit(limit),
          fullTextRowSchema,
        );
      });
      signal?.throwIfAborted();
      return rows.map((found) => ({ chunk: toChunk(found), score: found._score })).sort(byScore);
    },

    async searchVectors(vector, { limit, signal, ...options }: SearchOptions) {
      signal?.throwIfAborted();
      if (vector.length > 0) checkLength(vector, row);
      if (row.chunks === 0 || vector.every((value) => value === 0)) return [];
      const rows = await read("search the vectors", async () => {
        const shown = await shownChunks(options);
        const query = tables.chunks.query().nearestTo(vector).distanceType("cosine");
        // An index from larger times may still be there, and without refining it is inexact.
        if (row.vector_index_rows === 0) query.bypassVectorIndex();
        else query.nprobes(searchedPartitions).refineFactor(refineFactor);
        if (shown !== undefined) {
          // Rows of a small scope may all lie in partitions that are far from the question.
          query.where(shown).maximumNprobes(allPartitions);
        }
        return readRows(query.select(columnsOf(vectorRowSchema)).limit(limit), vectorRowSchema);
      });
      signal?.throwIfAborted();
      return rows
        .map((found) => ({ chunk: toChunk(found), score: 1 - found._distance }))
        .sort(byScore);
    },

    async documentFrequencies(tokens) {
      // Taken out before anything is put in, which may push them out of what is remembered.
      const counts = new Map(tokens.map((token) => [token, chunkCounts.get(token)]));
      const unknown = tokens.filter((token) => counts.get(token) === undefined);
      for (const [token, count] of await read("look up terms", () => readTerms(unknown))) {
        counts.set(token, count);
        chunkCounts.set(token, count);
      }
      return new Map(
        [...counts].flatMap(([token, count = 0]) => (count > 0 ? [[token, count]] : [])),
      );
    },

    async listDocuments() {
      const rows = await read("list documents", () => readSummaries(tables.documents));
      return rows
        .map((held) => ({
          id: held.id,
          path: held.path,
          mediaType: held.media_type,
          contentHash: held.content_hash,
          stamp: held.stamp,
          articles: held.article_count,
          sentences: held.sentence_count,
        }))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    },

    listArticles() {
      return read("list articles", () => listArticles(tables.chunks));
    },

    async pathsOf(ids) {
      const paths = new Map<string, string>();
      for (const condition of isOneOf("id", ids)) {
        const query = tables.documents.query().where(condition).select(columnsOf(pathRowSchema));
        const rows = await read("look up documents", () => readRows(query, pathRowSchema));
        for (const { id, path } of rows) paths.set(id, path);
      }
      return paths;
    },

    async document(id) {
      const query = tables.documents.query().where(equals("id", id)).select(["body"]).limit(1);
      const [found] = await read("read a document", () => readRows(query, bodyRowSchema));
      return found === undefined ? undefined : unpackDocument(found.body);
    },

    close() {
      gate.close();
    },
  };
}

function checkLength(vector: Float32Array, row: StateRow): void {
  if (vector.length === row.dimension) return;
  throw new RetrievalError(
    "E_EMBEDDING_DIMENSION",
    `Expected a vector of ${row.dimension} numbers (embedder ${row.embedder}), found ` +
      `${vector.length}. Use the embedder the corpus was loaded with, or load it again.`,
  );
}

function toChunk(row: ChunkRow): Chunk {
  return {
    id: row.id,
    documentId: row.document_id,
    articleId: row.article_id,
    sequence: row.sequence,
    path: row.path,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.published_on === null
      ? {}
      : { publishedOn: publishedOnSchema.parse(JSON.parse(row.published_on)) }),
    sentences: sentencesSchema.parse(JSON.parse(row.sentences)),
    ...(row.before === null ? {} : { before: row.before }),
    ...(row.after === null ? {} : { after: row.after }),
    embeddedText: row.embedded_text,
  };
}

/** Equal scores by id, so that one generation always answers alike. */
function byScore(one: Hit, other: Hit): number {
  return other.score - one.score || (one.chunk.id < other.chunk.id ? -1 : 1);
}
